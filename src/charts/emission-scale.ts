import { formatted, THIN } from '../units/format.js';
import { type Quantity, quantity } from '../units/quantity.js';
import { figure } from './plain-text.js';

/** The one unit of an axis. */
export interface EmissionScale {
  readonly unit: string;
  /** A quantity's value on the axis. */
  readonly of: (kilograms: number) => number;
}

/** Kilograms in the units that `formatted` writes. */
const kilograms: Readonly<Record<string, number>> = {
  'Mt CO₂e': 1e9,
  'kt CO₂e': 1e6,
  't CO₂e': 1e3,
  'kg CO₂e': 1,
  'g CO₂e': 1e-3,
  'mg CO₂e': 1e-6,
  'µg CO₂e': 1e-9,
};

/** The unit in which the largest figure of a chart would be written. */
export function emissionScale(largest: number): EmissionScale {
  const unit = figure(formatted(quantity(largest, 'kgCO2e')).unit);
  const size = kilograms[unit];
  if (size === undefined) throw new RangeError(`Unknown unit of emissions: ${unit}`);
  return { unit, of: (value) => value / size };
}

/** `50.5 t CO₂e` */
export function emissionsText(q: Quantity<'kgCO2e'>): string {
  return figure(formatted(q).text);
}

/** `50.5 t`, on a mark of a chart that says what is emitted. */
export function massText(q: Quantity<'kgCO2e'>): string {
  return emissionsText(q).replace(/ CO₂e$/, '');
}

/** `50.5 t CO₂e, 90 % interval 38–71`: in the same unit, where there is one. */
export function withNamedInterval(q: Quantity<'kgCO2e'>): string {
  const { interval } = formatted(q);
  return interval === undefined ? emissionsText(q) : `${emissionsText(q)}, 90${THIN}% interval ${figure(interval)}`;
}
