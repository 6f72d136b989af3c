import { massText } from '../charts/emission-scale.js';
import { figure } from '../charts/plain-text.js';
import { formatted, THIN } from '../units/format.js';
import type { Quantity } from '../units/quantity.js';

/** A total as a row shows it: each in the unit that reads well, `480 t`, with its interval in the same unit. */
export interface Figures {
  readonly emissions: string;
  readonly interval?: string | undefined;
  readonly energy?: string | undefined;
}

export function figuresOf({ emissions, energy }: { emissions: Quantity<'kgCO2e'>; energy?: Quantity<'kWh'> | undefined }): Figures {
  const { interval, unit } = formatted(emissions);
  return {
    emissions: massText(emissions),
    ...(interval === undefined ? {} : { interval: `${figure(interval)}${THIN}${massUnit(unit)}` }),
    ...(energy === undefined ? {} : { energy: figure(formatted(energy).text) }),
  };
}

/** `t` of `t CO₂e`. */
export function massUnit(unit: string): string {
  return figure(unit).replace(/ CO₂e$/, '');
}
