/** Hours from which on a machine has used energy that every meter shows: one second. */
const minHours = 1 / 3600;

/**
 * An energy that was measured: `undefined` for 0 over a second or more, which a tool writes where it could read no meter.
 *
 * @example measuredEnergy(0, 5.1 / 3600) //=> undefined
 */
export function measuredEnergy(energy: number | undefined, hours: number | undefined): number | undefined {
  return energy === 0 && (hours ?? 0) >= minHours ? undefined : energy;
}
