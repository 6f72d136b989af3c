import { expect, it } from 'vitest';
import { shuffle } from '../../../src/uncertainty/shuffle.js';

const count = 10_000;
function orderOf(identity: string): Float64Array {
  const order = Float64Array.from({ length: count }, (_, n) => n - (count - 1) / 2);
  shuffle(order, identity);
  return order;
}
const variance = (count * count - 1) / 12;
const correlation = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, n) => sum + value * (b[n] ?? 0), 0) / count / variance;

it('keeps every value, in an order that the text alone decides', () => {
  expect(orderOf('a')).toEqual(orderOf('a'));
  expect(orderOf('a')).not.toEqual(orderOf('b'));
  expect(orderOf('a').sort()).toEqual(Float64Array.from({ length: count }, (_, n) => n - (count - 1) / 2));
});

it('parts inputs of similar names: rank correlations lie as chance has them, N(0, 1/√n)', () => {
  const orders = Array.from({ length: 60 }, (_, n) => orderOf(`manifest:phases[${n}].energy`));
  const found = orders.flatMap((a, n) => orders.slice(n + 1).map((b) => correlation(a, b) * Math.sqrt(count)));
  const mean = found.reduce((sum, value) => sum + value, 0) / found.length;
  const spread = found.reduce((sum, value) => sum + value * value, 0) / found.length;
  expect(found).toHaveLength(1770);
  expect(Math.abs(mean)).toBeLessThan(0.1);
  expect(spread).toBeGreaterThan(0.87);
  expect(spread).toBeLessThan(1.13);
  expect(Math.max(...found.map(Math.abs))).toBeLessThan(4.5);
});

it('puts no value by preference anywhere', () => {
  const first = Array.from({ length: 700 }, (_, n) => (orderOf(`x${n}`).at(n % 7) ?? 0) / Math.sqrt(variance));
  const mean = first.reduce((sum, value) => sum + value, 0) / first.length;
  expect(Math.abs(mean) * Math.sqrt(first.length)).toBeLessThan(4);
});
