/**
 * Numbers of either sign as whole numbers of one unit, so that they add up to the rounded total: each to the nearest, but for the few
 * with the largest remainders, which are rounded the other way.
 *
 * @param unit Size of the last place that is printed, such as 0.1.
 * @returns As counts of that unit; where the numbers are not those of the total, each to the nearest.
 * @example addingUp([1.45, -0.8, 0.3], 0.95, 1) //=> { parts: [2, -1, 0], total: 1 }
 */
export function addingUp(
  numbers: readonly number[],
  total: number,
  unit: number,
): { readonly parts: readonly number[]; readonly total: number } {
  const exact = numbers.map((one) => one / unit);
  const nearest = exact.map(rounded);
  const whole = rounded(total / unit);
  const excess = nearest.reduce((sum, one) => sum + one, 0) - whole;
  if (excess === 0 || Math.abs(excess) > numbers.length) return { parts: nearest.map(plus), total: plus(whole) };
  const direction = Math.sign(excess);
  const remainder = (index: number): number => direction * ((nearest[index] ?? 0) - (exact[index] ?? 0));
  const changed = new Set([...numbers.keys()].sort((a, b) => remainder(b) - remainder(a)).slice(0, Math.abs(excess)));
  return { parts: nearest.map((one, index) => plus(changed.has(index) ? one - direction : one)), total: plus(whole) };
}

/** Half away from zero, so that a number and its opposite are alike. */
function rounded(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}

/** Without the minus of a zero. */
function plus(value: number): number {
  return value === 0 ? 0 : value;
}
