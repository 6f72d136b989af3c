import { plain } from '../units/format.js';
import type { ClaimedValue, OwnSection, SectionLines, StatedTotal, Subject, Sum } from './claim.js';
import { differenceOf } from './sums.js';

/** Whether a value is between the markers. */
export function isInside({ from, to }: SectionLines, { at: { line } }: ClaimedValue): boolean {
  return line >= from && line <= to;
}

/** Reads where a section states its total: the first sentence, the last row of its table, and the bullet **Carbon Emitted:**. */
export function readSection(lines: SectionLines, values: readonly ClaimedValue[], sums: readonly Sum[]): OwnSection {
  const emissions = values.filter((claim) => claim.measure === 'emissions' && isInside(lines, claim));
  const sentence = emissions.find(isFirstSentence);
  const bullet = emissions.find(({ context }) => /^\W*Carbon Emitted:/i.test(context));
  const totals = (
    [
      ['sentence', sentence],
      ['table', lastRow(emissions, sums)],
      ['bullet', bullet],
    ] as const
  ).flatMap(([place, claim]) => (claim === undefined ? [] : [{ place, claim }]));
  return { ...lines, totals, total: agreedTotal(totals), isOfUse: bullet !== undefined && /\(use\b/.test(bullet.context) };
}

/** `Developing **BLOOM** emitted about **50.5 t CO₂e**` */
function isFirstSentence({ context, text }: ClaimedValue): boolean {
  const [sentence, printed] = [plain(context), plain(text)];
  return /\bemitted about ?[<≈]?$/.test(sentence.slice(0, Math.max(0, sentence.indexOf(printed))).trimEnd());
}

/**
 * The total of the section's first table with emissions: the row of that name, or the only row. A total that is not the sum of its rows is
 * a fault of its own, and no evidence of the section's total.
 */
function lastRow(emissions: readonly ClaimedValue[], sums: readonly Sum[]): ClaimedValue | undefined {
  const isCell = ({ context }: ClaimedValue): boolean => /^\W*Emissions, [^:]*:/.test(context);
  const first = emissions.find(isCell);
  if (first === undefined) return undefined;
  // The scopes of a cell: sentence, row, table.
  const cells = emissions.filter((claim) => isCell(claim) && claim.scopes[2] === first.scopes[2]);
  const total = cells.length === 1 ? first : cells.findLast(({ is }) => is.has('total'));
  const sum = sums.find((one) => one.total === total);
  return sum !== undefined && differenceOf(sum) !== undefined ? undefined : total;
}

/** The value that most places have; that of the last one, the bullet, where each has another. */
function agreedTotal(totals: readonly StatedTotal[]): ClaimedValue | undefined {
  const last = totals.at(-1)?.claim;
  return totals.map(({ claim }) => claim).findLast((claim) => totals.filter((other) => isSameTotal(other.claim, claim)).length > 1) ?? last;
}

/** Whether two places print one total: the section prints it with the same digits everywhere. */
export function isSameTotal(one: ClaimedValue, other: ClaimedValue): boolean {
  return Math.abs(one.value - other.value) <= 1e-9 * Math.max(Math.abs(one.value), Math.abs(other.value));
}

/** Significant digits that every total of carboncard has, whatever zeros it ends in. */
const minDigits = 2;

/** A total of the section with what it was rounded from: its `about` is a matter of the interval, and not of rounding. */
export function roundedTotal({ value, low, number }: ClaimedValue): Pick<ClaimedValue, 'value' | 'low' | 'high'> {
  const [whole = '', decimals] = number.replace(/[^\d.]/g, '').split('.');
  const digits = Math.max(minDigits, whole.replace(/0+$/, '').length);
  const step = decimals === undefined ? 10 ** Math.max(0, whole.length - digits) : 10 ** -decimals.length;
  const half = (value / Number(`${whole}.${decimals ?? ''}`)) * (step / 2);
  if (!Number.isFinite(half)) return { value, low: value, high: value };
  return { value, low: low === 0 ? 0 : value - half, high: value + half };
}

/** The section's total of development, which the front matter states too; nothing where a card has no such section. */
export function developmentTotal({ section }: Subject): ClaimedValue | undefined {
  return section?.isOfUse === false ? section.total : undefined;
}
