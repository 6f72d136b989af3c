/** World averages of the grid that tools fall back to without a warning (gCO2e/kWh). */
const worldAverages = [475, 481] as const;

/** Share by which an intensity that follows from a tool's own rounded figures may differ. */
const tolerance = 0.002;

/** The world average that an intensity is, if it is one. */
export function worldAverageAt(intensity: number, averages: readonly number[] = worldAverages): number | undefined {
  return averages.find((average) => Math.abs(intensity / average - 1) < tolerance);
}
