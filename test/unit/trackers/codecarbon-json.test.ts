import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codecarbon } from '../../../src/trackers/codecarbon/codecarbon.js';
import { codecarbonOutput } from '../../../src/trackers/codecarbon-output.js';
import { recognised } from '../../../src/trackers/index.js';
import { changed, expectSound, fixture } from './changed-texts.js';
import { emissionsCsv, versions } from './codecarbon-files.js';
import { faultsOf, readAll } from './reading.js';

const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);

/** The rows of a CSV as objects. */
function objectsOf(csv: string): readonly Record<string, unknown>[] {
  const rows = parse(csv, { columns: true }) as readonly Readonly<Record<string, string>>[];
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, jsonOf(cell)])));
}
const jsonOf = (cell: string): unknown => (cell === '' ? null : /^\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell);

describe('rows of CodeCarbon as JSON', () => {
  it.each(Object.entries(versions))('are the same runs as in the CSV, as a list and as lines: %s', async (_, columns) => {
    const csv = emissionsCsv(columns, [{}, { run_id: 'another' }]);
    const objects = objectsOf(csv);
    const runs = (await readAll(codecarbon, csv)).runs.map(({ lines: _lines, ...run }) => run);
    for (const text of [
      JSON.stringify(objects),
      JSON.stringify(objects, null, 2),
      `${objects.map((one) => JSON.stringify(one)).join('\n')}\n`,
    ]) {
      expect(recognised(text).map(({ id }) => id)).toEqual(['codecarbon']);
      expect((await readAll(codecarbon, text)).runs.map(({ lines: _lines, ...run }) => run)).toEqual(runs);
    }
  });

  it('have the lines on which they begin', async () => {
    expect((await readAll(codecarbon, fixture('codecarbon/rows.json'))).runs.map(({ lines }) => lines)).toEqual([
      [2, 2],
      [10, 10],
    ]);
    expect((await readAll(codecarbon, fixture('codecarbon/rows.jsonl'))).runs.map(({ lines }) => lines)).toEqual([[1, 2]]);
  });

  const line = fixture('codecarbon/rows.jsonl').split('\n')[0] ?? '';
  it.each([
    ['NaN', line.replace('"energy_consumed": 0.24', '"energy_consumed": NaN'), 'log-not-a-number'],
    ['a sum that is wrong', line.replace('"energy_consumed": 0.24', '"energy_consumed": 0.5'), 'sum-of-parts'],
    ['a negative duration', line.replace('1800.0', '-1800.0'), 'log-negative'],
    ['a value that is a list', line.replace('"duration": 1800.0', '"duration": [1800.0]'), 'log-shape'],
    ['a row that is cut', `${line}\n${line.slice(0, 200)}\n`, 'log-not-json'],
    ['a row without an energy', `${line}\n${line.replace('energy_consumed', 'energy')}\n`, 'missing-column'],
  ])('are rejected with %s', async (_, text, id) => {
    expect(ids(await faultsOf(codecarbon, `${text}\n`))).toContain(id);
  });

  it('skip a last line that was cut, and other lines of a logger', async () => {
    const { runs, diagnostics } = await readAll(codecarbon, `${line}\nstarted\n${line.slice(0, 100)}`);
    expect(runs).toMatchObject([{ energy: 0.24 }]);
    expect(ids(diagnostics)).toEqual(expect.arrayContaining(['cut-line', 'other-line']));
  });
});

describe('the console output of CodeCarbon', () => {
  it('has the last totals of a run, over midnight: 0.1 kWh in 300 s', async () => {
    const { runs, diagnostics } = await readAll(codecarbonOutput, fixture('codecarbon-output/2.8.log'));
    expect(runs).toEqual([
      {
        tracker: 'codecarbon-output',
        version: '2.8.3',
        lines: [1, 20],
        hours: expect.closeTo(300 / 3600, 9),
        energy: 0.1,
        boundary: 'components',
        parts: { ram: 0.03, gpu: 0.05, cpu: 0.02 },
        isMeasured: false,
        accelerator: { name: 'NVIDIA A100-SXM4-80GB', count: 2 },
        place: {},
      },
    ]);
    expect(ids(diagnostics)).toEqual(['no-date', 'hidden-pue']);
  });

  it('has two runs where another tracker starts, and counts nothing below the last total', async () => {
    const { runs, diagnostics } = await readAll(codecarbonOutput, fixture('codecarbon-output/3.2.log'));
    expect(runs).toMatchObject([
      { energy: 0.06625, hours: 0.5, lines: [1, 9] },
      { energy: 0.01325, hours: 0.1, lines: [10, 19], parts: { ram: 0.002, cpu: 0.00425, gpu: 0.007 } },
    ]);
    expect(ids(diagnostics)).toContain('after-total');
  });

  it('has two runs where the totals start again without any set-up', async () => {
    const totals = [0.1, 0.2, 0.05, 0.07].map(
      (kWh, at) => `[codecarbon INFO @ 10:0${at}:00] ${kWh.toFixed(6)} kWh of electricity used since the begining.`,
    );
    const { runs } = await readAll(codecarbonOutput, `${totals.join('\n')}\n`);
    expect(runs.map(({ energy }) => energy)).toEqual([0.2, 0.07]);
  });

  it('is refused where it has no energy, and its energy is declared', async () => {
    expect(ids(await faultsOf(codecarbonOutput, '[codecarbon INFO @ 10:00:00] offline tracker init\n'))).toEqual(['no-total']);
    const zero =
      '[codecarbon INFO @ 10:00:00] Energy consumed for RAM : 0.000000 kWh. RAM Power : 1 W\n[codecarbon INFO @ 10:00:15] 0.000000 kWh of electricity used since the beginning.\n';
    expect(ids(await faultsOf(codecarbonOutput, zero))).toEqual(['nothing-measured']);
  });

  it('is not looked for in a model card', () => {
    expect(recognised(`---\nlicense: mit\n---\n\n# M\n\n${fixture('codecarbon-output/2.8.log')}`).map(({ id }) => id)).not.toContain(
      'codecarbon-output',
    );
  });

  it('gives numbers or an error, wherever it is cut or changed', async () => {
    await fc.assert(
      fc.asyncProperty(changed(fixture('codecarbon-output/3.2.log')), async (broken) => {
        await expectSound(codecarbonOutput, broken);
      }),
      { numRuns: 200 },
    );
  });
});

describe('console output that names a GPU', () => {
  const output = (gpu: string, cpu: string): string =>
    [
      '[codecarbon INFO @ 09:00:00] GPU model: 1 x NVIDIA A100-SXM4-80GB',
      '[codecarbon INFO @ 09:00:15] Energy consumed for RAM : 0.000100 kWh. RAM Power : 20.0 W',
      `[codecarbon INFO @ 10:00:15] Energy consumed for RAM : 0.020000 kWh. RAM Power : 20.0 W`,
      `[codecarbon INFO @ 10:00:15] Energy consumed for all GPUs : ${gpu} kWh. Total GPU Power : 0.0 W`,
      `[codecarbon INFO @ 10:00:15] Energy consumed for all CPUs : ${cpu} kWh. Total CPU Power : 40.0 W`,
      `[codecarbon INFO @ 10:00:15] ${(0.02 + Number(gpu) + Number(cpu)).toFixed(6)} kWh of electricity used since the beginning.`,
      '',
    ].join('\n');

  it.each([
    ['0.300000', '0.040000', { energy: 0.36, boundary: 'components' }, undefined],
    ['0.000000', '0.040000', { energy: 0.06, boundary: 'processors' }, 'not-measured'],
    ['0.300000', '0.000000', { energy: 0.3, boundary: 'accelerator' }, 'cpu-not-measured'],
    ['0.000000', '0.000000', undefined, 'nothing-measured'],
  ])('is of what was read: GPU %s, CPU %s', async (gpu, cpu, run, id) => {
    const text = output(gpu, cpu);
    const faults = await faultsOf(codecarbonOutput, text);
    if (run === undefined) return expect(faults.map((fault) => fault.id)).toEqual([id]);
    const { runs, diagnostics } = await readAll(codecarbonOutput, text);
    expect(runs).toMatchObject([{ ...run, accelerator: { name: 'NVIDIA A100-SXM4-80GB', count: 1 } }]);
    const ids = diagnostics.map((diagnostic) => diagnostic.id);
    return id === undefined ? expect(ids).not.toContain('not-measured') : expect(ids).toContain(id);
  });
});
