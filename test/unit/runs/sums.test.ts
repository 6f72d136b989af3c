import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf, type Known } from '../../../src/runs/fields.js';
import { createGroups } from '../../../src/runs/groups.js';
import { createSums } from '../../../src/runs/sums.js';
import type { RunRecord } from '../../../src/trackers/record.js';
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
const known: Known = {
  device: () => true,
  country: () => true,
  place: () => true,
  limit: () => undefined,
  zone: () => undefined,
  spelt: () => undefined,
};
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
  it('1 + 2 kWh, 2 + 2 h, 2 GPUs', () => {
    expect(fieldsFrom(run, { ...run, lines: [3, 3], energy: 2 })).toMatchObject({
      energy: { value: 3, boundary: 'components', basis: 'measured' },
      duration: 4,
      accelerators: 2,
      hardware: 'A100',
      year: 2023,
      diagnostics: [],
    });
  });

  it('1 kWh × 1.5 and 3 kWh × 1.1 have a PUE of 4.8 ÷ 4 = 1.2', () => {
    expect(fieldsFrom({ ...run, pue: 1.5 }, { ...run, energy: 3, pue: 1.1 }).pue).toBeCloseTo(1.2, 12);
  });

  it('2 GPUs × 2 h + 4 GPUs × 1 h = 8 GPU-hours, where their number differs', () => {
    const fields = fieldsFrom(run, { ...run, hours: 1, accelerator: { name: 'A100', count: 4 } });
    expect(fields).toMatchObject({ accelerator_hours: 8 });
    expect(fields).not.toHaveProperty('accelerators');
  });

  it.each<readonly [string, string, Partial<RunRecord>]>([
    ['devices', 'several-devices', { accelerator: { name: 'V100', count: 2 } }],
    ['years', 'several-years', { ended: '2024-01-01T00:00:00' }],
    ['boundaries', 'several-boundaries', { boundary: 'node' }],
    ['energies that were not metered', 'partly-metered', { energy: undefined as never }],
  ])('are reported where they differ: %s', (_, id, change) => {
    expect(ids(fieldsFrom(run, { ...run, ...change }).diagnostics)).toContain(id);
  });
});

describe('groups of runs', () => {
  const grouped = (...changes: readonly Partial<RunRecord>[]) => {
    const groups = createGroups(() => undefined);
    for (const [at, change] of changes.entries()) {
      const one = { ...run, ...change };
      groups.count(groups.take({ run: one }, `log-${at % 2}.csv`), one);
    }
    return groups.list();
  };

  it('are of one project, place and year', () => {
    const changes = [{}, {}, { project: 'b' }, { place: { country: 'DEU' } }, { ended: '2024-01-01T00:00:00' }];
    expect(grouped(...changes.map((change) => ({ project: 'a', ...change }))).map(({ runs }) => runs)).toEqual([2, 1, 1, 1]);
  });

  it('are of one tool, and of all its logs and versions', () => {
    const groups = grouped({ version: '2.3.1' }, { version: '3.0.0', lines: [4, 7] }, { tracker: 'eco2ai' });
    expect(groups.map(({ runs, logs }) => [runs, [...logs]])).toEqual([
      [
        2,
        [
          ['log-0.csv', [2, 2]],
          ['log-1.csv', [4, 7]],
        ],
      ],
      [1, [['log-0.csv', [2, 2]]]],
    ]);
  });

  it('ignore projects where there are too many', () => {
    const changes = Array.from({ length: 60 }, (_, at) => ({ project: `p${at}` }));
    expect(grouped(...changes).map(({ runs, sums }) => [runs, sums.total('energy')])).toEqual([[60, 60]]);
  });
});
