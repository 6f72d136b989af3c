import { atPlace, digitsFor, placeOf, scaleFor } from '../units/format.js';
import type { Quantity } from '../units/quantity.js';

/** A figure and its interval in the unit of a column. */
export interface Figure {
  readonly number: string;
  readonly interval?: string | undefined;
}

export interface FigureColumn {
  /** `t CO₂e` */
  readonly unit: string;
  readonly figures: readonly (Figure | undefined)[];
}

/** Quantities in one unit, that of the middle one, each rounded to what its interval allows. */
export function figureColumn(quantities: readonly (Quantity | undefined)[]): FigureColumn {
  const known = quantities.flatMap((quantity) => quantity ?? []).sort((a, b) => a.value - b.value);
  const middle = known[Math.floor(known.length / 2)];
  if (middle === undefined) return { unit: '', figures: quantities.map(() => undefined) };
  const { unit, size } = scaleFor(middle.value, middle.unit, digitsFor(middle));
  return { unit, figures: quantities.map((quantity) => quantity && figureIn(quantity, size)) };
}

function figureIn(quantity: Quantity, size: number): Figure {
  const { value, low, high } = quantity;
  const end = high === undefined ? value : high;
  // Zero has no digits, so the end of its interval decides the rounding.
  const lead = value === 0 ? end : value;
  const place = lead === 0 ? 0 : placeOf(lead / size, digitsFor(quantity));
  const number = atPlace(value / size, place);
  if (low === undefined || high === undefined) return { number };
  return { number, interval: `${atPlace(low / size, place)}–${atPlace(high / size, place)}` };
}
