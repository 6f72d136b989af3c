import type { Assessment } from '../../assessment/assessment.js';
import { componentPhrases } from '../../assessment/component-names.js';
import { impactsText } from '../../assessment/impacts.js';
import { plain } from '../../units/format.js';
import { quantity } from '../../units/quantity.js';
import { type AltPart, shortAlt } from '../alt.js';
import { emissionsText, massText, withNamedInterval } from '../emission-scale.js';
import { modelName } from '../names.js';
import { lowered } from '../plain-text.js';
import type { BarBlock, Panel } from './panels.js';
import type { Part } from './parts.js';

/** The finding, both totals and the largest parts, in at most 250 characters. */
export function breakdownAlt(title: string, panels: readonly Panel[]): string {
  return shortAlt(
    title,
    blocksOf(panels).map((one, index): AltPart => {
      const { name, total } = one.block;
      // The one part of a total is all of it.
      const severalPhases = new Set(one.parts.map(({ phase }) => phase)).size > 1;
      const figures =
        one.parts.length === 1 ? [] : [...one.parts].sort(bySize).map((part) => (severalPhases ? withPhase(part) : figureOf(part)));
      return { head: index === 0 ? headOf(one) : `${name} ${emissionsText(total.emissions)}`, figures };
    }),
  );
}

/** The finding, every total and every bar with its components. */
export function breakdownLongAlt(assessment: Assessment, title: string, panels: readonly Panel[]): string {
  const blocks = blocksOf(panels).map((one) => {
    const impacts = impactsText(one.block.total);
    const further = impacts === undefined ? '' : ` Further impacts of its electricity: ${impacts}.`;
    return `${headOf(one)}: ${one.parts.map(inFull).join('; ')}.${further}`;
  });
  return plain(`${title}. Bar chart of the emissions of ${modelName(assessment)}. ${blocks.join(' ')}`);
}

const blocksOf = (panels: readonly Panel[]): readonly BarBlock[] => panels.flatMap(({ blocks }) => blocks);

/** By size, what is several parts together last. */
const bySize = (a: Part, b: Part): number => Number(a.isRest ?? false) - Number(b.isRest ?? false) || b.emissions.value - a.emissions.value;

function headOf({ block: { name, total } }: BarBlock): string {
  return `${name} total ${withNamedInterval(total.emissions)}`;
}

/** `Computing 24.7 t (49 %)` */
function figureOf({ name, label }: Part): string {
  const [value, share] = label.split(' · ');
  return `${name} ${value}${share === undefined ? '' : ` (${share})`}`;
}

function withPhase(part: Part): string {
  return part.phase === undefined ? figureOf(part) : `${part.phase}, ${lowered(figureOf(part))}`;
}

function inFull(part: Part): string {
  const own =
    part.segments.length < 2
      ? ''
      : `, of which ${part.segments.map((one) => `${componentPhrases[one.component]} ${massText(quantity(one.kilograms, 'kgCO2e'))}`).join(', ')}`;
  return `${withPhase(part)}${own}`;
}
