/** Where an axis ends, and its ticks from zero on. */
export interface RoundAxis {
  readonly end: number;
  readonly ticks: readonly number[];
  /** Decimals that the ticks need. */
  readonly decimals: number;
}

/**
 * An axis from zero that ends on a tick: the nearest round number that no value exceeds.
 *
 * @param largest In the unit of the axis.
 * @param maxSteps Parts between ticks, at most; there are two at least.
 * @example roundAxis(24.9, 6).ticks //=> [0, 5, 10, 15, 20, 25]
 */
export function roundAxis(largest: number, maxSteps: number): RoundAxis {
  if (!(largest > 0)) return { end: 1, ticks: [0, 1], decimals: 0 };
  const exponent = Math.floor(Math.log10(largest));
  // Whole numbers of a power of ten, so that no tick carries the noise of a division.
  const candidates = [exponent - 1, exponent].flatMap((power) =>
    [1, 2, 5].map((digit) => {
      const steps = Math.max(2, Math.ceil(largest / scaled(digit, power) - 1e-9));
      return { digit, power, steps, end: scaled(digit * steps, power) };
    }),
  );
  const fitting = candidates.filter(({ steps }) => steps <= maxSteps);
  // The least that is longer than the bars; of these the one with most ticks.
  const best = fitting.reduce((a, b) => (b.end < a.end - 1e-12 * a.end || (b.end <= a.end && b.steps > a.steps) ? b : a));
  const { digit, power, steps, end } = best;
  return { end, ticks: Array.from({ length: steps + 1 }, (_, n) => scaled(digit * n, power)), decimals: Math.max(0, -power) };
}

/** `digit × 10^power` as the decimal that it is. */
function scaled(digit: number, power: number): number {
  return Number(`${digit}e${power}`);
}
