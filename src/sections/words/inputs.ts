import type { Assessment, LineInput, RangeTaken } from '../../assessment/assessment.js';
import { atMost, exact, formattedExactly } from '../../units/format.js';

interface Ranged {
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** Row of the default ranges that gave the ends. */
  readonly range?: string | undefined;
}

const HOURS_A_YEAR = 8760;

/** An input's value with every digit. A count has no unit, since its name says what is counted; a lifetime has years too. */
export function valueText(value: number, unit: string, name?: string): string {
  // An intensity that was made from hours has the digits of a division.
  const shown = unit === 'gCO2e/kWh' ? Number(value.toPrecision(8)) : value;
  const text = formattedExactly(shown, unit === 'accelerators' ? '1' : unit);
  return name === 'lifetime' && unit === 'h' ? `${text} (${atMost(value / HOURS_A_YEAR, 3)} years)` : text;
}

/** What an input is: its name in the formulas, and what a factor describes: `grid intensity: France, 2024`. */
export function inputTitle({ name, of }: Pick<LineInput, 'name' | 'of'>): string {
  if (of === undefined) return name;
  const lead = [`${name} of `, `${name}: `].find((words) => of.toLowerCase().startsWith(words.toLowerCase())) ?? '';
  const rest = of
    .slice(lead.length)
    .replace(/^(?:WUE of|Water for electricity,) /, '')
    .replace(/, (?:manufacture|rated power|power)$/, '');
  const words = (text: string): readonly string[] => text.toLowerCase().split(/\W+/);
  // What says no more than the name is not repeated.
  const isNew = words(rest).some((word) => word.length > 2 && !words(name).includes(word));
  return isNew ? `${name}: ${rest}` : name;
}

/** `51.3–62.7`: as given; rounded where a default range was applied, since its digits are computed. */
export function rangeText({ low, high, range }: Ranged): string {
  if (low === undefined || high === undefined) return '–';
  if (range === undefined) return `${exact(low)}–${exact(high)}`;
  const width = high - low;
  // Two digits of the width, however near to each other the ends are.
  const digits = width > 0 ? Math.floor(Math.log10(Math.abs(high))) - Math.floor(Math.log10(width)) + 2 : 3;
  const shown = Math.min(15, Math.max(3, digits));
  return `${atMost(low, shown)}–${atMost(high, shown)}`;
}

/** The default range of an input, with its mark; nothing where the manifest or the source gave the range. */
export function defaultRangeOf(
  { ranges = [] }: Assessment,
  { range }: Ranged,
): { readonly row: RangeTaken; readonly mark: string } | undefined {
  const index = ranges.findIndex(({ id }) => id === range);
  const row = ranges[index];
  return row === undefined ? undefined : { row, mark: rangeMark(index) };
}

/** `†a`: a sign and a letter, which shows without colour. */
export function rangeMark(index: number): string {
  return `†${String.fromCharCode('a'.charCodeAt(0) + index)}`;
}

/** Diagnostics that say of one input what its row in the table of inputs says: that it was assumed, or taken from the factor tables. */
const ofInputs: ReadonlySet<string> = new Set([
  'default-embodied',
  'default-grid',
  'default-host',
  'default-lifetime',
  'default-load',
  'default-mfu',
  'default-pue',
  'default-water',
  'figure-assumed',
  'figure-back-calculated',
  'figure-inferred',
  'memory-power',
  'processor-unknown',
  'rated-power',
]);

export function isInTableOfInputs(diagnostic: string): boolean {
  return ofInputs.has(diagnostic);
}
