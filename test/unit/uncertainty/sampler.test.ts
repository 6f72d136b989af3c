import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  constant,
  converted,
  difference,
  type Expression,
  evaluate,
  greatest,
  type Input,
  input,
  product,
  quotient,
  step,
  sum,
} from '../../../src/formulas/expression.js';
import { createBuffers } from '../../../src/uncertainty/buffers.js';
import { sampleInput } from '../../../src/uncertainty/input-samples.js';
import { pointsOfSorted } from '../../../src/uncertainty/points.js';
import { createDistributions } from '../../../src/uncertainty/quantiles.js';
import { createSampler, sampleCount } from '../../../src/uncertainty/sampler.js';
import { boundsOf, exact, times, unsure } from './inputs.js';

const positive = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
const spread = fc.double({ min: 1.001, max: 10, noNaN: true });
const range = fc.tuple(positive, spread, spread).map(([value, down, up]) => unsure(value, value / down, value * up));
const defaults = fc.tuple(positive, spread).map(([value, k]) => times(value, k));
const leaf = fc.oneof(range, defaults).map(input);
const expression: fc.Arbitrary<Expression> = fc.letrec<{ e: Expression }>((tie) => ({
  e: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('e'), { minLength: 1, maxLength: 3 }).map((all) => product(...all)),
    fc.array(tie('e'), { minLength: 1, maxLength: 3 }).map((all) => sum(...all)),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => quotient(a, b)),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => difference(a, b)),
    tie('e').map((e) => converted(e, 1000)),
    tie('e').map((e) => step('step', '', e)),
    positive.map((value) => constant(value)),
  ),
})).e;
const near = (a: number, b: number, within = 1e-3): void => expect(Math.abs(a / b - 1)).toBeLessThan(within);

/** The interval of a sum of many, relative to its value. */
function relative(inputs: readonly Input[]): { low: number; high: number; widened: boolean } {
  const sampler = createSampler();
  for (const one of inputs) sampler.sample(input(one), one.value, { name: 'all' });
  const value = inputs.reduce((whole, one) => whole + one.value, 0);
  const { low, high, widened } = sampler.sum(['all'], value) ?? { low: Number.NaN, high: Number.NaN, widened: true };
  return { low: low / value, high: high / value, widened };
}

describe('one input', () => {
  it('has its own low and high for bounds, to 1e-3', () => {
    fc.assert(
      fc.property(fc.oneof(range, defaults), (one) => {
        const { low, high } = boundsOf(one) ?? { low: Number.NaN, high: Number.NaN };
        near(low, one.low ?? 0);
        near(high, one.high ?? 0);
      }),
      { numRuns: 60 },
    );
  });

  it('that may be negative lies as a normal distribution', () => {
    expect(boundsOf(unsure(1, -2, 5))?.low).toBeCloseTo(-2, 6);
    expect(boundsOf(unsure(1, -2, 5))?.high).toBeCloseTo(5, 6);
  });

  it('with the value at an end lies uniformly between the ends: 5 % of 0.6 to 1.0 are below 0.62', () => {
    expect(boundsOf(unsure(1, 0.6, 1))?.low).toBeCloseTo(0.62, 4);
    expect(boundsOf(unsure(1, 0.6, 1))?.high).toBe(1);
    expect(boundsOf(unsure(0.6, 0.6, 1))?.low).toBe(0.6);
    expect(boundsOf(unsure(0.6, 0.6, 1))?.high).toBeCloseTo(0.98, 4);
  });

  it('is sampled above its floor alone: of a PUE of 1.1 the excess of 0.1 is sampled', () => {
    const pue = unsure(1.1, 1.05, 1.2, { above: 1 });
    expect(boundsOf(pue)?.low).toBeCloseTo(1.05, 6);
    expect(boundsOf(pue)?.high).toBeCloseTo(1.2, 6);
    const overhead = boundsOf(quotient(constant(1), difference(input(pue), constant(1))));
    near(overhead?.low ?? 0, 1 / 0.2);
    near(overhead?.high ?? 0, 1 / 0.05);
    const k = times(0.2, 2);
    const around = boundsOf(unsure(1.2, 1 + (k.low ?? 0), 1 + (k.high ?? 0), { above: 1, centre: 'mean' }));
    near((around?.low ?? 0) - 1, k.low ?? 0);
  });

  it('keeps within its bounds', () => {
    const share = boundsOf(unsure(0.9, 0.6, 1, { max: 1 }));
    expect(share?.high).toBeCloseTo(1, 4);
    expect(share?.high).toBeLessThanOrEqual(1);
    const least = boundsOf(quotient(constant(1), input(unsure(1.1, 1, 2, { above: 1, min: 1 }))));
    expect(least?.high).toBeLessThanOrEqual(1);
  });

  it('has no interval where nothing is unsure, or where it has no range', () => {
    const bare: Input = { name: 'x', unit: '', basis: 'measured', identity: 'bare', value: 3 };
    expect(boundsOf(exact(3))).toBeUndefined();
    expect(boundsOf(unsure(3, 3, 3))).toBeUndefined();
    expect(boundsOf(bare)).toBeUndefined();
    expect(boundsOf(product(input(bare), input(unsure(2, 1, 3))))).toBeUndefined();
    expect(boundsOf(product(constant(0), input(unsure(2, 1, 3))))).toBeUndefined();
    expect(boundsOf(sum(input({ ...bare, value: 0 }), input(unsure(2, 1, 3))))).toBeDefined();
    expect(boundsOf(unsure(2, 1, 3), createSampler(0))).toBeUndefined();
  });
});

describe('expressions', () => {
  it('low ≤ value ≤ high, whatever is calculated', () => {
    fc.assert(
      fc.property(expression, (e) => {
        const value = evaluate(e);
        const bounds = boundsOf(e);
        if (bounds === undefined || !Number.isFinite(value)) return;
        expect(bounds.low).toBeLessThanOrEqual(value);
        expect(bounds.high).toBeGreaterThanOrEqual(value);
        expect(bounds.low).toBeLessThan(bounds.high);
      }),
      { numRuns: 150 },
    );
  });

  it('are calculated sample by sample', () => {
    const [a, b, c] = [unsure(3, 2, 5), times(7, 1.5), unsure(2, 1.5, 2.5, { above: 1 })];
    const energy = step('energy', 'kWh', product(input(a), constant(4), input(b)));
    const e = converted(sum(product(energy, difference(input(c), constant(1))), quotient(difference(energy, constant(2)), input(c))), 1000);
    const buffers = createBuffers(sampleCount);
    const distributions = createDistributions(sampleCount, buffers);
    const samples = new Map([a, b, c].map((one) => [one, sampleInput(one, distributions, buffers)]));
    const sampled = (one: Input, n: number): number => {
      const { values, scale, offset } = samples.get(one) ?? { values: [], scale: Number.NaN, offset: 0 };
      return (values[n] ?? Number.NaN) * scale + offset;
    };
    const all = Float64Array.from({ length: sampleCount }, (_, n) => evaluate(e, (one) => sampled(one, n)));
    const expected = pointsOfSorted(all.sort());
    near(boundsOf(e)?.low ?? 0, expected.low, 1e-12);
    near(boundsOf(e)?.high ?? 0, expected.high, 1e-12);
  });

  it('the largest of several is so in each sample: max(a, b, …) agrees with a plain loop', () => {
    const inputs = fc.array(fc.oneof(range, defaults), { minLength: 1, maxLength: 4 });
    const of = (e: Expression, [first]: readonly Input[], shape: string): Expression =>
      shape === 'scaled' ? product(constant(3), e) : shape === 'offset' && first !== undefined ? sum(e, input(first)) : e;
    fc.assert(
      fc.property(inputs, positive, fc.constantFrom('plain', 'scaled', 'offset'), (all, floor, shape) => {
        const [one, ...others] = all.map(input);
        if (one === undefined) return;
        // An input in two of them, a constant, and a calculated one that may be written over.
        const e = of(greatest(one, constant(floor), product(constant(2), one), ...others, sum(one, ...others)), all, shape);
        const buffers = createBuffers(sampleCount);
        const distributions = createDistributions(sampleCount, buffers);
        const samples = new Map(all.map((a) => [a, sampleInput(a, distributions, buffers)]));
        const sampled = (a: Input, n: number): number => {
          const { values, scale, offset } = samples.get(a) ?? { values: [], scale: Number.NaN, offset: 0 };
          return (values[n] ?? Number.NaN) * scale + offset;
        };
        const values = Float64Array.from({ length: sampleCount }, (_, n) => evaluate(e, (a) => sampled(a, n)));
        const expected = pointsOfSorted(values.sort());
        const [bounds, value] = [boundsOf(e), evaluate(e)];
        if (bounds === undefined) {
          expect(expected.high / expected.low).toBeCloseTo(1, 9);
          return;
        }
        near(bounds.low, Math.min(expected.low, value), 1e-9);
        near(bounds.high, Math.max(expected.high, value), 1e-9);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('the largest of numbers is a number', () => {
    expect(boundsOf(greatest(constant(1), constant(2)))).toBeUndefined();
    expect(boundsOf(sum(greatest(constant(1), constant(2)), input(unsure(1, 0.5, 2))))?.low).toBeCloseTo(2.5, 3);
  });

  it('products of lognormals add their variances: ln 2 and ln 3 give √(ln² 2 + ln² 3)', () => {
    const bounds = boundsOf(product(input(unsure(1, 1 / 2, 2)), input(unsure(1, 1 / 3, 3))));
    near(Math.log(bounds?.high ?? 0), Math.hypot(Math.log(2), Math.log(3)), 0.03);
    near(Math.log(bounds?.low ?? 0), -Math.hypot(Math.log(2), Math.log(3)), 0.03);
  });

  it('an input divided by itself, or less itself, is not unsure', () => {
    const one = input(unsure(5, 2, 9));
    const ratio = boundsOf(quotient(one, one));
    expect(ratio?.low ?? 1).toBeCloseTo(1, 12);
    expect(ratio?.high ?? 1).toBeCloseTo(1, 12);
    expect(boundsOf(difference(one, one))).toBeUndefined();
  });

  it('one identity in two units is one unknown', () => {
    const [kilo, plain] = [unsure(5, 2, 9, { identity: 'same' }), unsure(5000, 2000, 9000, { identity: 'same' })];
    expect(boundsOf(quotient(input(plain), input(kilo)))?.high).toBeCloseTo(1000, 6);
  });

  it('scale with an input: its value and range times k are the interval times k', () => {
    fc.assert(
      fc.property(range, range, fc.double({ min: 0.01, max: 100, noNaN: true }), (a, b, k) => {
        const larger = { ...a, value: a.value * k, low: (a.low ?? 0) * k, high: (a.high ?? 0) * k };
        const [one, many] = [boundsOf(product(input(a), input(b))), boundsOf(product(input(larger), input(b)))];
        near(many?.low ?? 0, (one?.low ?? 0) * k, 1e-9);
        near(many?.high ?? 0, (one?.high ?? 0) * k, 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it('depend on no other, sampled before or after', () => {
    const e = product(input(unsure(3, 2, 5)), input(times(7, 1.5)));
    const alone = boundsOf(e);
    const sampler = createSampler();
    for (let n = 0; n < 100; n += 1) boundsOf(product(input(unsure(n + 1, n + 0.5, n + 2)), input(unsure(3, 2, 4))), sampler);
    expect(boundsOf(e, sampler)).toEqual(alone);
    expect(boundsOf(e, sampler)).toEqual(alone);
  });

  it('of more inputs than are kept have the same interval', () => {
    const many = Array.from({ length: 300 }, () => unsure(1, 0.5, 2));
    const bounds = boundsOf(sum(...many.map((one) => product(input(one), constant(2)))));
    const { low, high } = relative(many);
    expect((bounds?.low ?? 0) / 600).toBeCloseTo(low, 12);
    expect((bounds?.high ?? 0) / 600).toBeCloseTo(high, 12);
  });

  it('that leave the range of numbers have no interval', () => {
    const vast = input(unsure(1e200, 1e199, 1e201));
    expect(boundsOf(product(vast, vast))).toBeUndefined();
  });
});

describe('sums', () => {
  it('of 50 ×/÷ 3 hold their value by themselves', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 3, noNaN: true }), { minLength: 50, maxLength: 50 }), (values) => {
        const { low, high, widened } = relative(values.map((value) => times(value, 3)));
        expect(widened).toBe(false);
        expect(low).toBeLessThan(0.95);
        expect(high).toBeGreaterThan(1.05);
      }),
      { numRuns: 10 },
    );
  });

  it('of 50 that share a factor keep its spread; of 50 with their own it shrinks by √50', () => {
    const shared = relative(Array.from({ length: 50 }, () => unsure(1, 0.9, 1.1, { identity: 'shared' })));
    near(shared.low, 0.9);
    near(shared.high, 1.1);
    const own = relative(Array.from({ length: 50 }, () => unsure(1, 0.9, 1.1)));
    near((own.high - own.low) * Math.sqrt(50), 0.2, 0.04);
  });

  it('take in what is certain, and nothing where a part is unknown', () => {
    const sampler = createSampler();
    sampler.sample(input(unsure(10, 8, 13)), 10, { name: 'a' });
    sampler.sample(constant(100), 100, { name: 'a' });
    sampler.sample(constant(5), 5, { name: 'b' });
    const whole = sampler.sum(['a', 'b'], 115);
    expect(whole?.low).toBeCloseTo(113, 3);
    expect(whole?.high).toBeCloseTo(118, 3);
    expect(sampler.sum(['b'], 5)).toBeUndefined();
    sampler.sample(input({ name: 'x', unit: '', basis: 'measured', identity: 'bare', value: 3 }), 3, { name: 'b' });
    expect(sampler.sum(['a'], 110)).toBeDefined();
    expect(sampler.sum(['a', 'b'], 118)).toBeUndefined();
    expect(sampler.sum([], 0)).toBeUndefined();
  });
});

describe('contributions', () => {
  it('are shares of variance: of 1 ± 0.3 and 1 ± 0.1, 90 % and 10 %', () => {
    const sampler = createSampler();
    const [wide, narrow] = [unsure(1, 0.7, 1.3), unsure(1, 0.9, 1.1)];
    for (const one of [narrow, wide]) sampler.sample(input(one), 1, { name: 'all', weighed: true });
    const found = sampler.contributions(['all']);
    expect(found?.map((one) => one.input)).toEqual([wide, narrow]);
    expect(found?.[0]?.share).toBeCloseTo(0.9, 1);
    expect(found?.reduce((whole, { share }) => whole + share, 0)).toBeCloseTo(1, 12);
  });

  it('of a factor that several figures share add up: 10 ± 10 % shared beside 10 ± 10 % own, 10 to 1', () => {
    const sampler = createSampler();
    for (let n = 0; n < 10; n += 1) {
      const e = product(input(unsure(1, 0.9, 1.1)), input(unsure(1, 0.9, 1.1, { identity: 'shared' })));
      sampler.sample(e, 1, { name: `sum ${n % 2}`, weighed: true });
    }
    const [first, second] = sampler.contributions(['sum 0', 'sum 1']) ?? [];
    expect(first?.input.identity).toBe('shared');
    expect(first?.share).toBeCloseTo(10 / 11, 1);
    expect(second?.share).toBeLessThan(0.02);
  });

  it('are none where the spread is unknown, or where there is none', () => {
    const sampler = createSampler();
    sampler.sample(constant(5), 5, { name: 'a', weighed: true });
    expect(sampler.contributions(['a'])).toBeUndefined();
  });
});

it('memory stays as it is, however many figures there are', { timeout: 30_000 }, () => {
  const sampler = createSampler();
  const fill = (figures: number) => {
    for (let n = 0; n < figures; n += 1)
      sampler.sample(step('e', '', product(input(unsure(3, 2, 5)), input(unsure(2, 1, 3)))), 6, { name: 'all', weighed: true });
  };
  fill(100);
  const before = reachableBytes();
  fill(1000);
  expect(reachableBytes() - before).toBeLessThan(5e6);
});

/** Bytes of arrays after a collection, since garbage says nothing about what is kept. */
function reachableBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().arrayBuffers;
}

it('adds an expression to a sum without bounds of its own, as sampling it does', () => {
  const [a, b] = [input(unsure(3, 2, 5)), product(input(unsure(3, 2, 5)), input(times(7, 2)))];
  const [added, sampled] = [createSampler(500), createSampler(500)];
  for (const e of [a, b]) {
    added.add(e, { name: 'sum' });
    sampled.sample(e, evaluate(e), { name: 'sum' });
  }
  const value = evaluate(a) + evaluate(b);
  expect(added.sum(['sum'], value)).toEqual(sampled.sum(['sum'], value));
  expect(added.sum(['sum'], value)).toBeDefined();
});
