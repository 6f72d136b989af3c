import type { Input } from '../formulas/expression.js';
import { exp, log, normalQuantile } from './normal.js';

/** 5 % and 95 % points of the standard normal lie this far from its middle. */
const Z95 = normalQuantile(0.95);

/**
 * Draws of one input: stratified quantiles in an order that its identity alone decides.
 *
 * Each half of the distribution is scaled so that `value`, `low` and `high` are its 50 %, 5 % and 95 % points:
 * lognormal where all are above 0, normal otherwise. An added input changes nobody else's draws.
 */
export function drawsOf(input: Input, count: number): Float64Array {
  const draws = quantilesOf(input, count);
  shuffle(draws, seedOf(input.identity));
  return draws;
}

function quantilesOf({ value, low, high, min, max }: Input, count: number): Float64Array {
  const draws = new Float64Array(count);
  if (low === undefined || high === undefined) return draws.fill(value);
  const positive = low > 0 && value > 0;
  for (let n = 0; n < count; n += 1) {
    const z = normalQuantile((n + 0.5) / count);
    const end = z < 0 ? low : high;
    const steps = Math.abs(z) / Z95;
    const drawn = positive ? value * exp(steps * log(end / value)) : value + steps * (end - value);
    draws[n] = Math.min(max ?? Infinity, Math.max(min ?? (low >= 0 ? 0 : -Infinity), drawn));
  }
  return draws;
}

/** FNV-1a over the identity's UTF-16 units. */
function seedOf(identity: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < identity.length; n += 1) hash = Math.imul(hash ^ identity.charCodeAt(n), 0x01000193);
  return hash >>> 0;
}

/** Fisher–Yates with a mulberry32 stream: integers only, so the same on every machine. */
function shuffle(values: Float64Array, seed: number): void {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  for (let n = values.length - 1; n > 0; n -= 1) {
    const other = next() % (n + 1);
    const held = values[n] ?? 0;
    values[n] = values[other] ?? 0;
    values[other] = held;
  }
}
