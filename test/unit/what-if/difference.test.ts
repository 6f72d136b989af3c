import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import { clouds } from '../../../src/factors/cloud/clouds.js';
import { parseManifest } from '../../../src/resolve/resolve.js';
import { whatIf } from '../../../src/what-if/assess-what-if.js';
import type { WhatIfAlternative, WhatIfTable } from '../../../src/what-if/what-if.js';

const tableOf = (text: string): WhatIfTable => {
  const resolved = parseManifest(text);
  const [table] = whatIf(resolved, assess(resolved, { samples: 0 }), { samples: 2000 }).tables;
  if (table === undefined) throw new Error('no table');
  return table;
};

const regions = clouds.flatMap(({ id, regions: rows }) => rows.map(({ region }) => ({ cloud: id, region })));
const runs = fc.record({
  at: fc.constantFrom(...regions),
  hardware: fc.constantFrom('8 x A100 80GB', '64 x H100', '512 x V100', '16 x TPU v4'),
  hours: fc.integer({ min: 1, max: 5000 }),
  year: fc.constantFrom(2021, 2022, 2023, 2024),
  pue: fc.constantFrom('', 'pue: 1.3\n', 'pue: { value: 1.3, low: 1.1, high: 1.6 }\n'),
});
const textOf = ({ at, hardware, hours, year, pue }: typeof runs extends fc.Arbitrary<infer Run> ? Run : never): string =>
  `model: M\nhardware: ${hardware}\nduration: ${hours} h\ncloud: ${at.cloud}\nregion: ${at.region}\nyear: ${year}\n${pue}`;

const width = ({ low = Number.NaN, high = Number.NaN }: { low?: number | undefined; high?: number | undefined }): number => high - low;

describe('differences', () => {
  test('have an interval inside the difference of the two intervals, and the value in it', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const { base, alternatives } = tableOf(textOf(run));
        if (base?.emissions.low === undefined || base.emissions.high === undefined) throw new Error('no interval of the base');
        for (const { difference, emissions, verdict } of alternatives) {
          if (verdict === 'same') continue;
          const { value = Number.NaN, low = Number.NaN, high = Number.NaN } = difference ?? {};
          expect(low).toBeGreaterThan((emissions.low ?? Number.NaN) - base.emissions.high);
          expect(high).toBeLessThan((emissions.high ?? Number.NaN) - base.emissions.low);
          expect(value).toBe(emissions.value - base.emissions.value);
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('are surer than those of figures that share no input, where most of what is unsure is shared', () => {
    const text =
      'model: M\nhardware: 64 x A100 80GB\naccelerator_hours: { value: 10000, low: 3000, high: 30000 }\ncloud: aws\nregion: us-west-2\nyear: 2023\n';
    const { base, alternatives } = tableOf(text);
    const near = alternatives.find(({ label }) => label === 'AWS sa-east-1');
    const apart = Math.hypot(width(base?.emissions ?? {}), width(near?.emissions ?? {}));
    expect(width(near?.difference ?? {})).toBeLessThan(0.6 * apart);
  });

  test('of the place of the runs are exactly 0, with nothing unsure', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const { alternatives } = tableOf(textOf(run));
        const own = alternatives.filter(({ isBase }) => isBase === true);
        expect(own.map(({ label, difference, verdict }) => [label.endsWith(` ${run.at.region}`), difference, verdict])).toEqual([
          [true, { value: 0, unit: 'kgCO2e' }, 'same'],
        ]);
      }),
      { numRuns: 15 },
    );
  });

  test('are sure only where their interval does not contain 0, and places are sorted by emissions', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const { alternatives } = tableOf(textOf(run));
        const verdictOf = ({ difference }: WhatIfAlternative): string => {
          const { low = Number.NaN, high = Number.NaN } = difference ?? {};
          return high < 0 ? 'lower' : low > 0 ? 'higher' : 'within-noise';
        };
        for (const one of alternatives) if (one.verdict !== 'same') expect(one.verdict).toBe(verdictOf(one));
        const values = alternatives.map(({ emissions }) => emissions.value);
        expect(values).toEqual(values.toSorted((a, b) => a - b));
      }),
      { numRuns: 10 },
    );
  });

  test('of regions with one grid and one PUE are the same, whatever their name', () => {
    const { alternatives } = tableOf('model: M\nhardware: 8 x A100 80GB\nduration: 72 h\ncloud: aws\nregion: us-east-1\nyear: 2023\n');
    const pair = alternatives.filter(({ label }) => /us-east-[12]$/.test(label));
    expect(pair.map(({ label, verdict, isBase }) => [label, verdict, isBase])).toEqual([
      ['AWS us-east-1', 'same', true],
      ['AWS us-east-2', 'same', undefined],
    ]);
  });
});

test('without samples nothing is said of how sure a difference is', () => {
  const resolved = parseManifest('model: M\nhardware: 8 x A100 80GB\nduration: 72 h\nlocation: aws us-west-2\nyear: 2023\n');
  const [table] = whatIf(resolved, assess(resolved, { samples: 0 }), { samples: 0 }).tables;
  expect(new Set(table?.alternatives.map(({ verdict }) => verdict))).toEqual(new Set(['unknown', 'same']));
});
