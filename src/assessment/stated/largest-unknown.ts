import type { LineInput } from '../line.js';
import type { StatedLine } from './stated.js';

/** Inputs that are drafted beside a line, with their own intervals. */
const beside: readonly string[] = ['grid intensity', 'PUE', 'host share', 'least host share', 'on-site water', 'off-site water'];

/**
 * The input that a line is most unsure by, as a name that all lines with that input have: its path in the manifest, else what the tables
 * have it for. Nothing where a line names none, or has no input with a range.
 *
 * @example largestUnknown({ inputs: [{ name: 'load', value: 0.75, low: 0.4, high: 1, basis: 'assumed' }] }) //=> 'load 0.75'
 */
export function largestUnknown({ unknown, inputs = [] }: Pick<StatedLine, 'unknown' | 'inputs'>): string | undefined {
  if (unknown !== undefined) return unknown;
  const ranged = inputs.filter(({ name, low, high }) => !beside.includes(name) && low !== undefined && high !== undefined);
  const [first] = ranged.toSorted((a, b) => width(b) - width(a));
  return first && inputName(first);
}

/** The name of an input that every line with it has: what the manifest or the tables name, else where the manifest has it. */
export function inputName({ name, value, of, path, basis, range, source }: LineInput): string {
  // Modelled figures of one source are one unknown.
  if (basis === 'modelled' && range === 'modelled') return `${name} by ${source}`;
  return path === undefined ? `${name} ${of ?? value}` : (of ?? path);
}

function width({ value, low = value, high = value }: LineInput): number {
  return value > 0 ? (high - low) / value : 0;
}
