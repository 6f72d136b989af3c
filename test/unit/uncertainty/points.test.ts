import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPoints, pointsOfSorted } from '../../../src/uncertainty/points.js';
import { shuffle } from '../../../src/uncertainty/shuffle.js';

const count = 10_000;
const points = createPoints(count);

it('are those of sorting, to the last bit, whatever the values and their order', () => {
  const shapes: readonly ((n: number) => number)[] = [
    (n) => n,
    (n) => -n,
    (n) => n % 3,
    () => 7,
    (n) => 1 / (n + 1),
    (n) => (n < 300 ? -1e300 : n ** 5),
    (n) => (n % 20 === 0 ? n : 1e6),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...shapes), fc.string(), fc.boolean(), (shape, seed, isShuffled) => {
      const values = Float64Array.from({ length: count }, (_, n) => shape(n));
      if (isShuffled) shuffle(values, seed);
      expect(points(values)).toEqual(pointsOfSorted(values.slice().sort()));
    }),
    { numRuns: 60 },
  );
});

it('of 1 to 10,000 lie in the middle between 500 and 501, 9,500 and 9,501', () => {
  const values = Float64Array.from({ length: count }, (_, n) => n + 1);
  expect(pointsOfSorted(values)).toEqual({ low: 500.5, high: 9500.5 });
  expect(points(values)).toEqual({ low: 500.5, high: 9500.5 });
});

it('end with values that are no numbers or infinite', () => {
  const values = Float64Array.from({ length: count }, (_, n) => (n % 2 === 0 ? Number.NaN : Infinity));
  expect(points(values).high).toBeNaN();
});
