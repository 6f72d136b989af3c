/** Size of the units in which inputs are stated, in units that multiply without a factor: kW, h, kWh, kgCO2e, FLOP. */
const sizes: Readonly<Record<string, number>> = { 'W': 1e-3, 'gCO2e/kWh': 1e-3, 'FLOP/s': 3600 };

/**
 * A number in units that multiply without a factor, so that a formula by names can be calculated as it is printed.
 *
 * @param unit A unit of an input, such as `W`; one that is not listed is taken as it is.
 * @example coherent(400, 'W') //=> 0.4
 */
export function coherent(value: number, unit: string): number {
  return value * (Object.hasOwn(sizes, unit) ? (sizes[unit] ?? 1) : 1);
}
