/**
 * Exponential, logarithm and normal quantile from + − × ÷ and √ alone.
 *
 * `Math.exp` and `Math.log` may differ in the last bit from one engine to the next, and an interval may not.
 */
const { LN2 } = Math;

/** ln 2 in two parts, the first with so few digits that up to 2,000 times it is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** 1/n! from the highest down, as Horner's scheme takes them; the first one left out is below 1e-17 of the sum. */
const exponentialTerms = [
  1 / 6227020800,
  1 / 479001600,
  1 / 39916800,
  1 / 3628800,
  1 / 362880,
  1 / 40320,
  1 / 5040,
  1 / 720,
  1 / 120,
  1 / 24,
  1 / 6,
  1 / 2,
  1,
  1,
] as const;

/** e^x, to 1e-15 relative. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.78) return Infinity;
  if (x < -745.2) return 0;
  const doublings = Math.floor(x / LN2 + 0.5);
  const rest = x - doublings * LN2_HIGH - doublings * LN2_LOW;
  let sum = 0;
  for (const term of exponentialTerms) sum = sum * rest + term;
  // In two factors: a power of its own would leave the range of numbers before the product does.
  const half = doublings >> 1;
  return sum * powerOfTwo(half) * powerOfTwo(doublings - half);
}

/** 2^n for n from −540 to 540. */
const powers = new Float64Array(1081);
powers[540] = 1;
for (let n = 1; n <= 540; n += 1) {
  powers[540 + n] = (powers[539 + n] ?? 0) * 2;
  powers[540 - n] = (powers[541 - n] ?? 0) / 2;
}

function powerOfTwo(n: number): number {
  return powers[540 + n] ?? 0;
}

/** Natural logarithm of x > 0, to 1e-15 relative. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  let mantissa = x;
  let doublings = 0;
  while (mantissa > 1.5) {
    mantissa /= 2;
    doublings += 1;
  }
  while (mantissa < 0.75) {
    mantissa *= 2;
    doublings -= 1;
  }
  const z = (mantissa - 1) / (mantissa + 1);
  let power = z;
  let sum = 0;
  for (let n = 1; n < 40; n += 2) {
    sum += power / n;
    power *= z * z;
  }
  return 2 * sum + doublings * LN2;
}

/**
 * Quantile of the standard normal distribution, to 1e-9 relative.
 *
 * @param p Probability, between 0 and 1, both excluded.
 * @see P. J. Acklam, "An algorithm for computing the inverse normal cumulative distribution function", 2003
 */
export function normalQuantile(p: number): number {
  if (p < 0.02425) return tail(Math.sqrt(-2 * log(p)));
  if (p > 1 - 0.02425) return -tail(Math.sqrt(-2 * log(1 - p)));
  const q = p - 0.5;
  const r = q * q;
  const top =
    ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r - 30.66479806614716) * r +
    2.506628277459239;
  const bottom =
    ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r - 13.28068155288572) * r + 1;
  return (top * q) / bottom;
}

function tail(q: number): number {
  const top =
    ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q + 4.374664141464968) * q +
    2.938163982698783;
  const bottom = (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1;
  return top / bottom;
}
