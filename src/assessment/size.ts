import { scaleFor, significant, THIN } from '../units/format.js';
import type { State } from './states.js';

/** Digits of a size by default figures. */
const digits = 2;

/** About how much electricity is not counted, of all states together: `about 470 MWh`; nothing where a size is unknown. */
export function sizeText(states: readonly Pick<State, 'size'>[]): string | undefined {
  const sizes = states.flatMap(({ size }) => size?.value ?? []);
  if (sizes.length === 0 || sizes.length < states.length) return undefined;
  const sum = sizes.reduce((all, value) => all + value, 0);
  const { unit, size } = scaleFor(sum, 'kWh', digits);
  return `about ${significant(sum / size, digits)}${THIN}${unit}`;
}
