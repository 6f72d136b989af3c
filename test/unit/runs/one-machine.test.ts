import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharesOnOneMachine } from '../../../src/runs/one-machine.js';
import { clustersOf, mostAtOnce, type Span } from '../../../src/runs/spans.js';

/** A run by its hours and kWh. */
const span = (from: number, to: number, energy: number, more: Partial<Span> = {}): Span => ({
  start: from * 3600,
  end: to * 3600,
  energy,
  width: 1,
  part: 'machine',
  phase: 'a',
  ...more,
});
const energyOf = (spans: readonly Span[], phase?: unknown): number =>
  sharesOnOneMachine(spans).reduce((sum, { energy }, at) => {
    const one = spans[at];
    return one === undefined || (phase !== undefined && one.phase !== phase) ? sum : sum + energy * one.energy;
  }, 0);
const hoursOf = (spans: readonly Span[]): number =>
  sharesOnOneMachine(spans).reduce((sum, { time }, at) => sum + (time * ((spans[at]?.end ?? 0) - (spans[at]?.start ?? 0))) / 3600, 0);

const gpus = { width: 0, part: 'accelerators' } as const;
const processors = { width: 0, part: 'processors' } as const;

describe('readings of one machine', () => {
  it.each<readonly [string, number, number, readonly Span[]]>([
    ['4 equal runs of 16.8 kWh in 10 h are one of them: 16.8 kWh, 10 h', 16.8, 10, [1, 2, 3, 4].map(() => span(0, 10, 16.8))],
    ['runs one after another are added: 1 + 2 = 3 kWh, 1 + 1 = 2 h', 3, 2, [span(0, 1, 1), span(1, 2, 2)]],
    ['1 kW from 0 to 2 h and 3 kW from 1 to 3 h: 1 + 3 × 2 = 7 kWh, 3 h', 7, 3, [span(0, 2, 2), span(1, 3, 6)]],
    ['a task of 3 kWh within a run of 10 kWh is a part of it: 10 kWh', 10, 10, [span(0, 10, 10), span(2, 3, 3)]],
    ['a task with more energy than the run around it: 0.1 × 9 + 3 = 3.9 kWh', 3.9, 10, [span(0, 10, 1), span(2, 3, 3)]],
    ['16 kWh of the GPUs within 16.8 kWh of the machine: 16.8 kWh', 16.8, 10, [span(0, 10, 16.8), span(0, 10, 16, gpus)]],
    ['16 kWh of the GPUs beside 0.8 kWh of the processors: 16.8 kWh', 16.8, 20, [span(0, 10, 16, gpus), span(0, 10, 0.8, processors)]],
    [
      'two readings of the GPUs and two of the processors: one of each, 16 + 0.8 = 16.8 kWh',
      16.8,
      20,
      [span(0, 10, 16, gpus), span(0, 10, 0.8, processors), span(0, 10, 0.8, processors), span(0, 10, 16, gpus)],
    ],
    [
      'both within a reading of the machine of 1 of 10 h with 2 kW: 2 + 9 × 1.7 = 17.3 kWh',
      17.3,
      19,
      [span(0, 10, 16, gpus), span(0, 10, 1, processors), span(0, 1, 2)],
    ],
  ])('%s', (_, energy, hours, spans) => {
    expect(energyOf(spans)).toBeCloseTo(energy, 9);
    expect(hoursOf(spans)).toBeCloseTo(hours, 9);
  });

  it('count one of equal runs exactly', () => {
    expect(sharesOnOneMachine([0, 1, 2].map(() => span(0.1, 7.3, 16.8)))).toEqual([
      { energy: 1, time: 1 },
      { energy: 0, time: 0 },
      { energy: 0, time: 0 },
    ]);
  });

  it('are divided between phases by their powers: 8 kW of 6 + 8 kW, in 1 h', () => {
    const spans = [span(0, 1, 6), span(0, 1, 8, { phase: 'b' })];
    expect([energyOf(spans, 'a'), energyOf(spans, 'b')]).toEqual([expect.closeTo((8 * 6) / 14, 9), expect.closeTo((8 * 8) / 14, 9)]);
    expect(hoursOf(spans)).toBeCloseTo(1, 9);
  });

  it('leave nothing to a phase of GPUs beside a phase of the machine', () => {
    const spans = [span(0, 1, 8), span(0, 1, 6, { phase: 'b', width: 0 })];
    expect([energyOf(spans, 'a'), energyOf(spans, 'b')]).toEqual([8, 0]);
  });

  const runs = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 1000 }), fc.constantFrom('a', 'b'))
      .map(([from, hours, energy, phase]) => span(from / 2, (from + hours) / 2, energy / 10, { phase })),
    { minLength: 1, maxLength: 25 },
  );

  it('are never more than the sum nor less than the largest, and last as long as the runs together', () => {
    fc.assert(
      fc.property(runs, (spans) => {
        const energy = energyOf(spans);
        expect(energy).toBeLessThanOrEqual(spans.reduce((sum, one) => sum + one.energy, 0) * (1 + 1e-9));
        expect(energy).toBeGreaterThanOrEqual(Math.max(...spans.map((one) => one.energy)) * (1 - 1e-9));
        const halves = new Set(spans.flatMap(({ start, end }) => Array.from({ length: (end - start) / 1800 }, (_, n) => start + n * 1800)));
        expect(hoursOf(spans)).toBeCloseTo(halves.size / 2, 6);
        for (const { energy: share, time } of sharesOnOneMachine(spans)) {
          expect(Math.min(share, time)).toBeGreaterThanOrEqual(0);
          expect(Math.max(share, time)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  it('do not depend on the order of the runs, nor on runs that are there twice', () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 1, max: 3 }), (spans, times) => {
        const energy = energyOf(spans);
        expect(energyOf([...spans].reverse())).toBeCloseTo(energy, 6);
        expect(energyOf(Array.from({ length: times }, () => spans).flat())).toBeCloseTo(energy, 6);
      }),
    );
  });

  it('add up where one has read the GPUs and another one the processors', () => {
    fc.assert(
      fc.property(runs, runs, (ofGpus, ofProcessors) => {
        const [one, other] = [ofGpus.map((run) => ({ ...run, ...gpus })), ofProcessors.map((run) => ({ ...run, ...processors }))];
        expect(energyOf([...one, ...other])).toBeCloseTo(energyOf(one) + energyOf(other), 6);
        expect(clustersOf([...one, ...other]).length).toBe(clustersOf(one).length + clustersOf(other).length);
      }),
    );
  });

  it('are counted once: 20,000 at once', () => {
    const many = Array.from({ length: 20_000 }, (_, n) => span(n / 1000, 100 + n / 1000, 10 + (n % 7)));
    expect(energyOf(many)).toBeGreaterThan(16);
  });
});

describe('clusters', () => {
  it('follow from overlap to overlap, and ends within two seconds are none', () => {
    const second = 1 / 3600;
    const apart = [span(0, 1, 1), span(1 - 2 * second, 2, 1), span(5, 6, 1)];
    expect(clustersOf(apart)).toEqual([]);
    const chain = [span(0, 1, 1), span(1 - 3 * second, 2, 1), span(1.5, 3, 1), span(3, 4, 1)];
    expect(clustersOf(chain).map((cluster) => cluster.length)).toEqual([3]);
    expect(mostAtOnce(chain)).toBe(2);
  });

  it('have no readings of two parts of the machine, unless one of the whole joins them', () => {
    const spans = [span(0, 5, 1, gpus), span(4, 10, 1, processors)];
    expect(clustersOf(spans)).toEqual([]);
    expect(clustersOf([...spans, span(9, 11, 1)]).map((cluster) => cluster.length)).toEqual([2]);
    const all = [span(0, 5, 1, gpus), span(0, 5, 1, processors), span(4, 6, 1)];
    expect(clustersOf(all).map((cluster) => cluster.length)).toEqual([3]);
    expect(mostAtOnce(all)).toBe(2);
  });

  it('are not ended by a run that is too short to overlap', () => {
    const spans = [span(0, 10, 1), span(1, 1.0003, 1), span(2, 3, 1)];
    expect(clustersOf(spans).map((cluster) => cluster.length)).toEqual([2]);
  });
});
