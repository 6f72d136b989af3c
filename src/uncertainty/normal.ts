/**
 * Exponential, logarithm and normal quantile from + − × ÷ and √ alone.
 *
 * `Math.exp` and `Math.log` may differ in the last bit from one engine to the next, and an interval may not.
 */
const { LN2 } = Math;

/** Steps of the table that e^x is looked up in, for each doubling; what is left of x then needs five terms. */
const steps = 64;
/** ln 2 ÷ 64 in two parts, the first with so few digits that up to 70,000 times it is exact. */
const stepHigh = 0.6931471803691238 / steps;
const stepLow = 1.9082149292705877e-10 / steps;

/** 2^(n/64). */
const fractions = Float64Array.from({ length: steps }, (_, n) => exponentialSeries((n * LN2) / steps));
/** 2^(n − 1074), all the powers of two there are. */
const powers = new Float64Array(2098);
powers[1074] = 1;
for (let n = 1; n < 1024; n += 1) powers[1074 + n] = (powers[1073 + n] as number) * 2;
for (let n = 1; n <= 1074; n += 1) powers[1074 - n] = (powers[1075 - n] as number) / 2;

function exponentialSeries(x: number): number {
  let sum = 1;
  for (let n = 20; n > 0; n -= 1) sum = 1 + (sum * x) / n;
  return sum;
}

/** e^x, to 1e-15 relative; infinite from 709.7, nothing below −744. */
export function exp(x: number): number {
  if (!(x < 709.7)) return Number.isNaN(x) ? x : Infinity;
  if (x < -744) return 0;
  const n = Math.floor(x * (steps / LN2) + 0.5);
  const r = x - n * stepHigh - n * stepLow;
  const series = 1 + r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120)))));
  return (fractions[n & 63] as number) * series * (powers[1074 + (n >> 6)] as number);
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
