import type { Assessment, RangeTaken } from '../../assessment/assessment.js';
import { atMost, exact, formattedExactly } from '../../units/format.js';

interface Ranged {
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** Row of the default ranges that gave the ends. */
  readonly range?: string | undefined;
}

/** An input's value with every digit. A count has no unit, since its name says what is counted. */
export function valueText(value: number, unit: string): string {
  return formattedExactly(value, unit === 'accelerators' ? '1' : unit);
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
