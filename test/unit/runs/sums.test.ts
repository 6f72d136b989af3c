import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf, type Known } from '../../../src/runs/fields.js';
import { createGroups } from '../../../src/runs/groups.js';
import { createOverlaps } from '../../../src/runs/overlaps.js';
import { createSums } from '../../../src/runs/sums.js';
import { createOpenRuns, mostOpen } from '../../../src/trackers/open-runs.js';
import type { RunRecord } from '../../../src/trackers/record.js';
import { createSeenIds } from '../../../src/trackers/seen-ids.js';
import { createTally } from '../../../src/trackers/tally.js';
import { exactSum } from '../../../src/units/exact-sum.js';

const run: RunRecord = {
  tracker: 'codecarbon',
  lines: [2, 2],
  ended: '2023-11-09T15:00:00',
  hours: 2,
  energy: 1,
  boundary: 'components',
  parts: { gpu: 0.8, cpu: 0.2 },
  isMeasured: true,
  accelerator: { name: 'A100', count: 2 },
  place: { country: 'FRA' },
};
const known: Known = { device: () => true, country: () => true, place: () => true, zone: () => undefined };
const fieldsFrom = (...runs: readonly RunRecord[]) => {
  const sums = createSums();
  for (const one of runs) sums.add(one);
  return fieldsOf(sums, 'a.csv', known);
};
const ids = (findings: readonly { readonly id: string }[]) => findings.map(({ id }) => id);

describe('exactSum', () => {
  it('1 + 1e100 + 1 - 1e100 = 2', () => {
    const sum = exactSum();
    for (const value of [1, 1e100, 1, undefined, -1e100]) sum.add(value);
    expect([sum.value, sum.count]).toEqual([2, 4]);
  });

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 }), (values) => {
        const [one, other] = [exactSum(), exactSum()];
        for (const value of values) one.add(value);
        for (const value of [...values].reverse()) other.add(value);
        expect(Math.abs(one.value - other.value)).toBeLessThanOrEqual(Number.EPSILON * one.value);
      }),
    );
  });
});

describe('fields of a phase', () => {
  it('1 + 2 kWh, 2 + 2 h, 2 cards', () => {
    expect(fieldsFrom(run, { ...run, lines: [3, 3], energy: 2 })).toMatchObject({
      energy: { value: 3, boundary: 'components', basis: 'measured' },
      duration: 4,
      accelerators: 2,
      hardware: 'A100',
      year: 2023,
      findings: [],
    });
  });

  it('1 kWh × 1.5 and 3 kWh × 1.1 have a PUE of 4.8 ÷ 4 = 1.2', () => {
    expect(fieldsFrom({ ...run, pue: 1.5 }, { ...run, energy: 3, pue: 1.1 }).pue).toBeCloseTo(1.2, 12);
  });

  it('2 cards × 2 h + 4 cards × 1 h = 8 h of cards, where their number differs', () => {
    const fields = fieldsFrom(run, { ...run, hours: 1, accelerator: { name: 'A100', count: 4 } });
    expect(fields).toMatchObject({ accelerator_hours: 8 });
    expect(fields).not.toHaveProperty('accelerators');
  });

  it.each<readonly [string, string, Partial<RunRecord>]>([
    ['devices', 'several-devices', { accelerator: { name: 'V100', count: 2 } }],
    ['years', 'several-years', { ended: '2024-01-01T00:00:00' }],
    ['boundaries', 'several-boundaries', { boundary: 'node' }],
    ['energies that were not metered', 'partly-metered', { energy: undefined as never }],
  ])('are told to differ: %s', (_, id, change) => {
    expect(ids(fieldsFrom(run, { ...run, ...change }).findings)).toContain(id);
  });
});

describe('groups of runs', () => {
  it('are of one project, place and year', () => {
    const groups = createGroups();
    for (const change of [{}, {}, { project: 'b' }, { place: { country: 'DEU' } }, { ended: '2024-01-01T00:00:00' }])
      groups.add({ ...run, project: 'a', ...change });
    expect(groups.list().map(({ runs }) => runs)).toEqual([2, 1, 1, 1]);
  });

  it('are not of a project each, where there are too many to read', () => {
    const groups = createGroups();
    for (let at = 0; at < 60; at++) groups.add({ ...run, project: `p${at}` });
    expect(groups.list().map(({ runs, figure }) => [runs, figure('energy')])).toEqual([[60, 60]]);
  });
});

describe('runs at the same time', () => {
  it('are found where one began before the other had ended', () => {
    const overlapOf = createOverlaps();
    expect(overlapOf(run)).toBeUndefined();
    expect(overlapOf({ ...run, ended: '2023-11-09T17:00:00' })).toBeUndefined();
    expect(overlapOf({ ...run, ended: '2023-11-09T18:00:00' })?.id).toBe('overlap');
  });
});

describe('what many rows say', () => {
  it('is told once, with the number of rows', () => {
    const tally = createTally();
    for (const line of [2, 3, 9]) tally.tell({ id: 'odd', severity: 'warning', message: 'It is odd.' }, line);
    expect(tally.diagnostics()).toMatchObject([{ id: 'odd', line: 2, note: 'It is so of 2 more, the last on line 9.' }]);
  });

  it('is told of 20 kinds at most', () => {
    const tally = createTally();
    for (let line = 1; line <= 100; line++) tally.tell({ id: 'odd', severity: 'warning', message: `Odd ${line}.` }, line);
    expect(tally.diagnostics()).toHaveLength(20);
  });
});

describe('ids that were seen', () => {
  it('are those that were added, with their first number', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 3000 }), fc.uniqueArray(fc.string()), (added, asked) => {
        const seen = createSeenIds();
        for (const [at, id] of added.entries()) expect(seen.add(id, at)).toBe(at);
        for (const [at, id] of added.entries()) expect(seen.add(id, 9999)).toBe(at);
        for (const id of asked) expect(seen.has(id)).toBe(added.includes(id));
      }),
      { numRuns: 20 },
    );
  });
});

describe('open runs', () => {
  it('end in the order in which they grew last', () => {
    const open = createOpenRuns<number>();
    for (let at = 0; at < mostOpen; at++) expect(open.put(`${at}`, at)).toBeUndefined();
    open.put('0', -1);
    expect(open.put('new', 1)).toEqual(['1', 1]);
    expect([open.hasEnded('1'), open.hasEnded('0'), open.get('0')]).toEqual([true, false, -1]);
    expect([...open.rest()]).toHaveLength(mostOpen);
  });
});
