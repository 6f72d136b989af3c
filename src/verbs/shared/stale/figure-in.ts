import type { Assessment } from '../../../assessment/assessment.js';
import { formatted, plain } from '../../../units/format.js';

/** The Hub's bullet, which every section has: `- **Carbon Emitted:** 50.5 t CO₂e, …`. */
const bullet = /Carbon Emitted:[*\s]*((?:[<≈]\s*)?\d[\d.,\s\u00a0\u2009\u202f]*[kMGTµm]?[gt][\s\u00a0\u202f]CO₂e)/u;

/**
 * The total that a text of carboncard states, as it is printed there; nothing where it states none.
 *
 * @param text A section, a card that holds one, or an assessment.json.
 */
export function figureIn(text: string): string | undefined {
  if (text.startsWith('{')) return figureOfAssessment(text);
  // In a card, a figure outside the markers is the author's own.
  const begin = text.indexOf('<!-- carboncard:begin');
  const found = bullet.exec(text.slice(Math.max(0, begin)))?.[1];
  return found === undefined ? undefined : plain(found);
}

function figureOfAssessment(text: string): string | undefined {
  try {
    const { totals } = JSON.parse(text) as Partial<Assessment>;
    const emissions = (totals?.development ?? totals?.deployment)?.emissions;
    return typeof emissions?.value === 'number' ? plain(formatted(emissions).text) : undefined;
  } catch {
    return undefined;
  }
}
