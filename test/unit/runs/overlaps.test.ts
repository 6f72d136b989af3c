import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOverlaps } from '../../../src/runs/overlaps.js';
import { createSums, type Sums } from '../../../src/runs/sums.js';
import type { RunRecord } from '../../../src/trackers/record.js';

/** A run of so many hours from 2 o'clock on. */
const run = (hours: number, energy: number, more: Partial<RunRecord> = {}): RunRecord => ({
  tracker: 'boamps',
  lines: [1, 1],
  started: '2024-03-05T02:00:00',
  hours,
  energy,
  boundary: 'node',
  parts: {},
  isMeasured: true,
  place: {},
  ...more,
});

function onOneMachine(runs: readonly RunRecord[]): Sums {
  const [overlaps, sums] = [createOverlaps(), createSums()];
  for (const one of runs) overlaps.add({ found: { run: one }, log: 'a.json', phase: 'a', sameMachine: true, count: sums.add });
  overlaps.end();
  return sums;
}

describe('a run that is counted within another one', () => {
  it('keeps what it did: 1000 + 500 requests and 2 EFLOP, in one run of 4 kWh and 2 h', () => {
    const sums = onOneMachine([run(2, 4, { requests: 1000 }), run(1, 1, { requests: 500, flops: 2e18 })]);
    const [requests, flops] = [sums.total('requests'), sums.total('flops')];
    expect([requests, flops, sums.total('energy'), sums.total('hours')]).toEqual([1500, 2e18, 4, 2]);
    expect([sums.runs, sums.isWhole('energy'), sums.total('unmetered')]).toEqual([1, true, undefined]);
  });

  it('has its work in the sum, whatever the others are', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 50 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(some, (runs) => {
        const sums = onOneMachine(runs.map(([hours, energy, requests]) => run(hours, energy, { requests })));
        expect(sums.total('requests')).toBe(runs.reduce((sum, [, , requests]) => sum + requests, 0));
        expect(sums.isWhole('energy')).toBe(true);
      }),
    );
  });
});

describe('a run without an energy', () => {
  const unread = (from: string, hours: number): RunRecord =>
    run(hours, 0, { energy: undefined, started: `2024-03-05T${from}:00:00`, requests: 5 });

  it.each([
    ['within a measured run of its machine adds no time: 4 h', '03', 2, 4, undefined],
    ['as long as the measured run adds no time: 4 h', '02', 4, 4, undefined],
    ['after it is counted with its hours: 4 + 2 h', '06', 2, 6, 2],
    ['that goes on after it is counted whole: 4 + 3 h', '05', 3, 7, 3],
  ])('%s', (_, from, hours, all, unmetered) => {
    for (const runs of [
      [run(4, 8), unread(from, hours)],
      [unread(from, hours), run(4, 8)],
    ]) {
      const sums = onOneMachine(runs);
      expect([sums.total('energy'), sums.total('hours'), sums.total('unmetered'), sums.total('requests')]).toEqual([8, all, unmetered, 5]);
    }
  });
});
