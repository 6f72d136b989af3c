import { co2Key } from '../../../card/co2-emissions.js';
import { readFrontMatter } from '../../../card/front-matter.js';
import { InputError } from '../../../diagnostics/diagnostic.js';

/** The emissions of a card's front matter as they are and as they should be, in grams. */
export interface MetadataChange {
  /** Absent where the front matter has none. */
  readonly before?: string | undefined;
  readonly after: string;
}

/** How the emissions in the front matter would change; nothing where they stay, and where a text has no front matter. */
export function metadataChange(found: string, expected: string): MetadataChange | undefined {
  const [before, after] = [emissionsIn(found), emissionsIn(expected)];
  return after === undefined || before === after ? undefined : { before, after };
}

function emissionsIn(text: string): string | undefined {
  const value = valuesIn(text)[co2Key];
  const emissions = typeof value === 'object' && value !== null && 'emissions' in value ? value.emissions : value;
  return typeof emissions === 'number' || typeof emissions === 'string' ? String(emissions) : undefined;
}

function valuesIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const front = readFrontMatter(text);
    return 'values' in front ? front.values : {};
  } catch (error) {
    // `card` says what is wrong with it.
    if (error instanceof InputError) return {};
    throw error;
  }
}
