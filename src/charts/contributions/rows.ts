import type { Assessment, Contribution, InputBasis } from '../../assessment/assessment.js';
import { contributionGroups, finest } from '../../assessment/contribution-groups.js';
import { atMost, exact, formattedExactly } from '../../units/format.js';
import { plainText } from '../plain-text.js';

/** One bar: an input, or all that are too small for one. */
export interface Row {
  readonly name: string;
  /** Phases that it belongs to, where those are not all: `Training (104B)`. */
  readonly phases?: string | undefined;
  /** `0.8, 0.6–1`: value and range; absent for several inputs together. */
  readonly value?: string | undefined;
  /** Where the value comes from; `several` for inputs together. */
  readonly kind: InputBasis | 'several';
  readonly share: number;
  /** The share in whole per cents. */
  readonly label: string;
}

/** The largest inputs, and the others as one. */
export function rowsOf(assessment: Assessment): readonly Row[] {
  const { named, others } = contributionGroups(assessment.contributions ?? [], finest);
  const rows = named.map(
    ({ contribution, label }): Row => ({
      name: plainText(contribution.input),
      phases: phasesText(assessment, contribution),
      value: valueText(contribution),
      kind: contribution.basis ?? 'assumed',
      share: contribution.share,
      label,
    }),
  );
  if (others === undefined) return rows;
  const { count, share, label } = others;
  return [...rows, { name: `${count} other input${count === 1 ? '' : 's'}`, kind: 'several', share, label }];
}

/** Phases of an input that not all phases have; their number where there are more than two, or where each has a value of its own. */
function phasesText({ phases, totals }: Assessment, { phases: own = [], value }: Contribution): string | undefined {
  const side = phases.filter(({ phase }) => (phase === 'deployment') === (totals.development === undefined));
  if (value === undefined && own.length === side.length && own.length > 1) return `all ${own.length} phases`;
  if (own.length === 0 || own.length >= side.length) return undefined;
  return own.length > 2 ? `${own.length} of ${side.length} phases` : own.map(plainText).join(', ');
}

function valueText({ value, unit = '1', low, high, range }: Contribution): string | undefined {
  if (value === undefined) return undefined;
  const { size, power } = magnitude(value);
  const number =
    power === '' ? formattedExactly(Number(value.toPrecision(7)), nounless(unit)) : `${atMost(value / size, 7)}${power} ${unit}`;
  if (low === undefined || high === undefined) return number;
  const [from, to] = [low / size, high / size];
  return `${number}, ${range === undefined ? `${exact(from)}–${exact(to)}` : roundedRange(from, to)}${power}`;
}

/** Power of ten of a count of operations, which has too many digits to read: `3.14 × 10²³`. */
function magnitude(value: number): { readonly size: number; readonly power: string } {
  const exponent = value < 1e12 ? 0 : Math.floor(Math.log10(value));
  if (exponent === 0) return { size: 1, power: '' };
  return { size: 10 ** exponent, power: ` × 10${[...String(exponent)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}` };
}

/** No unit for a count: the name of the input says what is counted. */
const nounless = (unit: string): string => (unit === 'accelerators' ? '1' : unit);

/** Computed ends of a range: to three digits, or as many as show the width with two. */
function roundedRange(low: number, high: number): string {
  const width = high - low;
  const digits = width > 0 ? Math.floor(Math.log10(Math.abs(high))) - Math.floor(Math.log10(width)) + 2 : 3;
  const shown = Math.min(15, Math.max(3, digits));
  return `${atMost(low, shown)}–${atMost(high, shown)}`;
}
