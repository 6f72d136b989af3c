import { findUnit } from './convert.js';
import { canonicalUnit, type Dimension } from './quantity.js';
import { halfPlaceOf, numberPattern } from './written.js';

export type ParseProblem =
  | { readonly kind: 'not-a-number'; readonly text: string }
  | { readonly kind: 'missing-unit'; readonly value: number }
  | { readonly kind: 'unknown-unit'; readonly unit: string }
  | { readonly kind: 'ambiguous-unit'; readonly unit: string; readonly candidates: readonly string[] }
  | { readonly kind: 'wrong-dimension'; readonly found: Dimension; readonly expected: Dimension }
  | { readonly kind: 'separator'; readonly text: string };

export type Parsed = ParsedNumber | { readonly ok: false; readonly problem: ParseProblem };

interface ParsedNumber {
  readonly ok: true;
  /** In the canonical unit. */
  readonly value: number;
  /** Half a unit of the last place written, in the canonical unit. */
  readonly halfPlace: number;
  readonly bareCO2?: true | undefined;
}

const single = new RegExp(`^(${numberPattern})(.*)$`, 's');
const times = new RegExp(`^(?:${numberPattern} *[A-Za-z]+ *){2,}$`);
const timeTerm = new RegExp(`(${numberPattern}) *([A-Za-z]+)`, 'g');

/**
 * A quantity as a person writes it, in the canonical unit of its dimension: `433 MWh` → 433000 (kWh).
 *
 * Times may have several terms, largest first or not: `118 d 5 h 41 min`. A comma is refused, since it means thousands
 * to some and decimals to others. Without a unit the text is good only where `bare` says that none can be mistaken.
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
  if (dimension === 'time' && times.test(trimmed)) return sumOfTerms(trimmed);
  const match = single.exec(trimmed);
  if (match === null) return no({ kind: 'not-a-number', text: trimmed });
  return readTerm(match[1] ?? '', (match[2] ?? '').trim(), dimension, bare);
}

/** The unit after a quantity's number, empty where there is none; nothing where the text isn't one number and one unit. */
export function unitIn(text: string): string | undefined {
  const trimmed = text.trim();
  return times.test(trimmed) && [...trimmed.matchAll(timeTerm)].length > 1 ? undefined : single.exec(trimmed)?.[2]?.trim();
}

function sumOfTerms(text: string): Parsed {
  let [sum, halfPlace] = [0, Infinity];
  for (const [, digits = '', unit = ''] of text.matchAll(timeTerm)) {
    const term = readTerm(digits, unit, 'time', false);
    if (!term.ok) return term;
    sum += term.value;
    halfPlace = Math.min(halfPlace, term.halfPlace);
  }
  return { ok: true, value: sum, halfPlace };
}

function readTerm(digits: string, unit: string, dimension: Dimension, bare: boolean): Parsed {
  const [value, halfPlace] = [Number(digits), halfPlaceOf(digits)];
  if (unit === '') return bare ? { ok: true, value, halfPlace } : no({ kind: 'missing-unit', value });
  const found = findUnit(unit, dimension);
  if (found.kind === 'unknown') return no({ kind: 'unknown-unit', unit });
  if (found.kind === 'ambiguous') return no({ kind: 'ambiguous-unit', unit, candidates: found.candidates });
  if (found.dimension !== dimension) return no({ kind: 'wrong-dimension', found: found.dimension, expected: dimension });
  const scaled = { value: scale(value, found.factor), halfPlace: scale(halfPlace, found.factor) };
  return found.bareCO2 === true ? { ok: true, ...scaled, bareCO2: true } : { ok: true, ...scaled };
}

/** Dividing by a whole number keeps 85 % at 0.85, where multiplying by 0.01 would not always. */
function scale(value: number, factor: number): number {
  const inverse = Math.round(1 / factor);
  return factor < 1 && Math.abs(inverse * factor - 1) < 1e-12 ? value / inverse : value * factor;
}

/** What to write instead: an example with the canonical unit. */
export function exampleOf(dimension: Dimension, value?: number): string {
  const number = value === undefined || !Number.isFinite(value) ? examples[dimension] : String(Math.abs(value));
  return dimension === 'ratio' ? number : `${number} ${canonicalUnit[dimension]}`;
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
  accelerators: '8',
  compute: '3.14e23',
  'compute rate': '312e12',
};

function no(problem: ParseProblem): Parsed {
  return { ok: false, problem };
}
