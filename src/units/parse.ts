import { type Clock, readClock } from './clock.js';
import { findUnit } from './convert.js';
import { canonicalUnit, type Dimension } from './quantity.js';
import { halfPlaceOf, numberPattern, scaleBefore, shifted } from './written.js';

export type ParseProblem =
  | { readonly kind: 'not-a-number'; readonly text: string }
  | { readonly kind: 'missing-unit'; readonly text: string }
  | { readonly kind: 'unknown-unit'; readonly unit: string }
  | { readonly kind: 'ambiguous-unit'; readonly unit: string; readonly candidates: readonly string[] }
  /** Hours of nodes: of how many accelerators, the text does not say. */
  | { readonly kind: 'node-hours'; readonly text: string }
  /** Months have no fixed length. */
  | { readonly kind: 'months'; readonly text: string }
  | { readonly kind: 'wrong-dimension'; readonly found: Dimension; readonly expected: Dimension }
  | { readonly kind: 'separator'; readonly text: string }
  /** As `72:30`, with each thing that it can mean. */
  | { readonly kind: 'ambiguous-number'; readonly text: string; readonly readings: readonly string[] };

export type Parsed = ParsedNumber | { readonly ok: false; readonly problem: ParseProblem };

export interface ParsedNumber {
  readonly ok: true;
  /** In the canonical unit. */
  readonly value: number;
  /** Half a unit of the last place written, in the canonical unit. */
  readonly halfPlace: number;
  readonly bareCO2?: true | undefined;
  /** A time of accelerators, as `GPU hours`: it is accelerators × wall-clock time already. */
  readonly ofAccelerators?: true | undefined;
}

/** ISO 8601 with months: `P1M`, `P1Y6M`. */
const isoMonths = /^P(?:[\d.]+Y)?[\d.]+M/i;
const single = new RegExp(`^(${numberPattern})(.*)$`, 's');
/** One term of a time; sticky, so that a list of terms is read once from left to right. */
const timeTerm = new RegExp(`(${numberPattern}) *([A-Za-z]+) *(?:, *|and +)?`, 'gy');

/**
 * A quantity as a person writes it, in the canonical unit of its dimension: `433 MWh` → 433000 (kWh).
 *
 * Counts and hours may be scaled (`175B`, `1.2 million`). Times may have several terms, largest first or not
 * (`118 d 5 h 41 min`), or be read from a clock (`72:30:00`, `21-00:00:00`, `P21D`). A comma is refused, since it means
 * thousands to some and decimals to others. Without a unit the text is good only where `bare` says that none can be mistaken.
 */
export function parseQuantity(text: string, dimension: Dimension, bare: boolean): Parsed {
  const trimmed = text
    .trim()
    .replace(/\u2212/g, '-')
    .replace(/[\u00a0\u2009\u202f]/g, ' ');
  if (/^[-+]?\d[\d ]*,\d/.test(trimmed)) return no({ kind: 'separator', text: trimmed });
  if (/^[-+]?\d{1,3}( \d{3})+(?!\d)/.test(trimmed)) return no({ kind: 'separator', text: trimmed });
  if (/^[-+]?(\.inf|inf|infinity|\.?nan)\b/i.test(trimmed))
    return { ok: true, value: /nan/i.test(trimmed) ? Number.NaN : trimmed.startsWith('-') ? -Infinity : Infinity, halfPlace: 0 };
  const clock = dimension === 'time' ? readClock(trimmed) : undefined;
  if (clock !== undefined) return ofClock(trimmed, clock);
  if (dimension === 'time' && isoMonths.test(trimmed)) return no({ kind: 'months', text: trimmed });
  const terms = dimension === 'time' ? termsOf(trimmed) : [];
  if (terms.length > 1) return sumOf(terms);
  const [, digits, rest = ''] = single.exec(trimmed) ?? [];
  if (digits === undefined) return no({ kind: 'not-a-number', text: trimmed });
  // `1.234.567` may be 1,234,567, and `25:61:00` is no time.
  if (/^\.\d/.test(rest)) return no({ kind: 'separator', text: trimmed });
  if (/^:\d/.test(rest)) return no({ kind: 'not-a-number', text: trimmed });
  return readTerm({ digits, unit: rest.trim() }, dimension, bare);
}

/** The unit after a quantity's number, empty where there is none; nothing where the text isn't one number and one unit. */
export function unitIn(text: string): string | undefined {
  const trimmed = text.trim();
  // `tCO` and `2e` of 11.2 tCO2e are no terms of a time.
  const terms = termsOf(trimmed).filter(({ unit }) => findUnit(unit, 'time').kind === 'found');
  return terms.length > 1 ? undefined : single.exec(trimmed)?.[2]?.trim();
}

interface Term {
  readonly digits: string;
  readonly unit: string;
}

/** The terms of a time such as `118 d 5 h 41 min`; none where the text is anything else. */
function termsOf(text: string): readonly Term[] {
  const found = [...text.matchAll(timeTerm)];
  const length = found.reduce((sum, [whole]) => sum + whole.length, 0);
  return length === text.length ? found.map(([, digits = '', unit = '']) => ({ digits, unit })) : [];
}

function sumOf(terms: readonly Term[]): Parsed {
  let [value, halfPlace] = [0, Infinity];
  for (const term of terms) {
    const parsed = readTerm(term, 'time', false);
    if (!parsed.ok) return parsed;
    // Hours by the clock and hours of accelerators have no sum.
    if (parsed.ofAccelerators === true) return no({ kind: 'unknown-unit', unit: term.unit });
    value += parsed.value;
    halfPlace = Math.min(halfPlace, parsed.halfPlace);
  }
  return { ok: true, value, halfPlace };
}

function ofClock(text: string, clock: Clock): Parsed {
  return 'readings' in clock ? no({ kind: 'ambiguous-number', text, readings: clock.readings }) : sumOf(clock.terms);
}

/** Counts and hours, in which no letter for thousands, millions or billions can be a prefix of a unit. */
const scaled: readonly Dimension[] = ['parameters', 'requests', 'tokens', 'request rate', 'token rate', 'accelerators', 'time', 'compute'];

function readTerm({ digits, unit }: Term, dimension: Dimension, bare: boolean): Parsed {
  const letter = dimension === 'time' ? unit : '';
  // Without a unit behind it, `M` is a month to some, and `m` a minute.
  if (letter === 'm') return no({ kind: 'ambiguous-number', text: `${digits}m`, readings: [`${digits} min`, `${digits} million h`] });
  if (letter === 'M' && !bare)
    return no({ kind: 'ambiguous-number', text: `${digits}M`, readings: [`${digits} million h`, `${digits} months, in days`] });
  const scale = scaled.includes(dimension) ? scaleBefore(unit, dimension === 'time') : undefined;
  if (scale === undefined) return readUnit({ digits, unit }, dimension, bare);
  return readUnit({ digits: shifted(digits, scale.places), unit: scale.unit }, dimension, bare);
}

function readUnit({ digits, unit }: Term, dimension: Dimension, bare: boolean): Parsed {
  const [value, halfPlace] = [Number(digits), halfPlaceOf(digits)];
  if (unit === '') return bare ? { ok: true, value, halfPlace } : no({ kind: 'missing-unit', text: String(value) });
  const found = findUnit(unit, dimension);
  if (found.kind === 'unknown') return no({ kind: 'unknown-unit', unit });
  if (found.kind === 'ambiguous') return no({ kind: 'ambiguous-unit', unit, candidates: found.candidates });
  if (found.kind === 'months') return no({ kind: 'months', text: `${digits} ${unit}` });
  if (found.kind === 'node-hours') return no({ kind: 'node-hours', text: `${digits} ${unit}` });
  if (found.dimension !== dimension) return no({ kind: 'wrong-dimension', found: found.dimension, expected: dimension });
  const number: ParsedNumber = { ok: true, value: scale(value, found.factor), halfPlace: scale(halfPlace, found.factor) };
  return {
    ...number,
    ...(found.bareCO2 === true && { bareCO2: true }),
    ...(found.ofAccelerators === true && { ofAccelerators: true }),
  };
}

/** Dividing by a whole number keeps 85 % at 0.85, where multiplying by 0.01 would not always. */
function scale(value: number, factor: number): number {
  const inverse = Math.round(1 / factor);
  return factor < 1 && Math.abs(inverse * factor - 1) < 1e-12 ? value / inverse : value * factor;
}

/** What to write instead: an example with the canonical unit. */
export function exampleOf(dimension: Dimension): string {
  return dimension === 'ratio' ? examples.ratio : `${examples[dimension]} ${canonicalUnit[dimension]}`;
}

const examples: Record<Dimension, string> = {
  energy: '433',
  power: '400',
  time: '72',
  emissions: '150',
  intensity: '57',
  water: '1000',
  'water intensity': '1.29',
  ratio: '0.85',
  parameters: '7e9',
  requests: '230768',
  tokens: '1e9',
  'request rate': '1e9',
  'token rate': '1e12',
  accelerators: '8',
  memory: '512',
  compute: '3.14e23',
  'compute rate': '312e12',
};

function no(problem: ParseProblem): Parsed {
  return { ok: false, problem };
}
