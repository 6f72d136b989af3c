import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { devicesNamed } from '../../../src/factors/hardware/index.js';
import { powerLimitOf } from '../../../src/plausibility/power-limit.js';
import type { LoggedProcessors } from '../../../src/plausibility/processor-limit.js';
import { createRunPowers } from '../../../src/runs/run-powers.js';
import type { RunRecord } from '../../../src/trackers/record.js';

const known = { limit: (name: string) => powerLimitOf(devicesNamed(name)) };
const run: RunRecord = { tracker: 'csv', lines: [2, 2], parts: {}, isMeasured: false, place: {} };
const i5: LoggedProcessors = { name: 'Intel(R) Core(TM) i5-10400 CPU @ 2.90GHz', threads: 12 };
const epyc: LoggedProcessors = { name: 'AMD EPYC 7763 64-Core Processor', threads: 256 };
const a100 = { name: 'NVIDIA A100-SXM4-80GB', count: 1 };

type Given = readonly [one: Partial<RunRecord>, cpu?: LoggedProcessors | undefined];

function findings(...runs: readonly Given[]) {
  const powers = createRunPowers(known);
  for (const [at, [one, cpu]] of runs.entries()) powers.check({ ...run, lines: [at + 2, at + 2], ...one }, cpu);
  return powers.findings();
}
const ids = (...runs: readonly Given[]): readonly string[] => findings(...runs).map(({ id }) => id);

describe('the average power of each run', () => {
  it.each<readonly [string, Partial<RunRecord>, LoggedProcessors | undefined, readonly string[]]>([
    ['8 kWh in 36 s', { energy: 8, hours: 0.01 }, undefined, ['run-power']],
    ['8 kWh in 36 s of an A100', { energy: 8, hours: 0.01, accelerator: a100 }, undefined, ['power-above-limit']],
    ['2 Wh in 7 ms', { energy: 0.002, hours: 0.007 / 3600 }, undefined, ['run-power']],
    ['10 kWh in no time', { energy: 10, hours: 0 }, undefined, ['run-power']],
    ['390 W of a processor of 65 W', { energy: 4.2, hours: 10, parts: { cpu: 3.9 } }, i5, ['processor-power-above-limit']],
    ['390 W of it, as the whole', { energy: 3.9, hours: 10, boundary: 'components' }, i5, ['processor-power-above-limit']],
    ['120 W of it', { energy: 1.5, hours: 10, parts: { cpu: 1.2 } }, i5, []],
    ['500 W of two processors of 280 W', { energy: 6, hours: 10, parts: { cpu: 5 } }, epyc, []],
    ['4 kW of two processors of 280 W', { energy: 41, hours: 10, parts: { cpu: 40 } }, epyc, ['processor-power-above-limit']],
    ['420 W of an A100', { energy: 4.2, hours: 10, parts: { gpu: 4.2 }, boundary: 'accelerator', accelerator: a100 }, undefined, []],
    [
      '900 W of an A100',
      { energy: 9, hours: 10, parts: { gpu: 9 }, boundary: 'accelerator', accelerator: a100 },
      undefined,
      ['power-above-limit'],
    ],
    [
      '900 W of an A100 in a larger energy',
      { energy: 9.4, hours: 10, parts: { gpu: 9 }, boundary: 'components', accelerator: a100 },
      undefined,
      ['power-above-limit'],
    ],
    ['a late sample of 20 s', { energy: 0.01, hours: 20 / 3600, boundary: 'accelerator', accelerator: a100 }, undefined, []],
    ['60 kW of 10 nodes', { energy: 60, hours: 1, nodes: 10 }, undefined, []],
    ['60 kW of one node', { energy: 60, hours: 1, nodes: 1 }, undefined, ['run-power']],
    ['no energy', { hours: 1 }, i5, []],
    ['no hours', { energy: 1000 }, i5, []],
  ])('%s', (_, one, cpu, expected) => {
    expect(ids([one, cpu])).toEqual(expected);
  });

  it('is reported once, of the run that is farthest above, with the number of others', () => {
    const found = findings([{ energy: 30, hours: 1 }], [{ energy: 1, hours: 1 }], [{ energy: 90, hours: 1 }], [{ energy: 40, hours: 1 }]);
    expect(found).toMatchObject([
      { id: 'run-power', severity: 'warning', line: 4, note: expect.stringContaining('2 more runs of the log, the last on line 5') },
    ]);
  });

  it('is of the run alone, whatever runs are around it', () => {
    const calm: Given = [{ energy: 0.001, hours: 100 }];
    expect(ids(calm, calm, [{ energy: 8, hours: 0.01 }], calm)).toEqual(['run-power']);
  });

  it('above 20 kW a machine is never without a word', () => {
    const names = ['NVIDIA A100-SXM4-80GB', 'Tesla T4', 'no such card', undefined];
    fc.assert(
      fc.property(
        fc.record({
          name: fc.constantFrom(...names),
          count: fc.integer({ min: 1, max: 8 }),
          hours: fc.double({ min: 1e-7, max: 1e4, noNaN: true }),
          watts: fc.double({ min: 2e6, max: 1e9, noNaN: true }),
        }),
        ({ name, count, hours, watts }) => {
          const one = { energy: (watts * hours) / 1000, hours, accelerator: { name, count } };
          expect(ids([one])).toHaveLength(1);
        },
      ),
    );
  });
});
