import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { codecarbon } from '../../../src/trackers/codecarbon/codecarbon.js';
import { type Changes, emissionsCsv, versions } from './codecarbon-files.js';
import { faultsOf, readAll } from './reading.js';

const newest = versions['3.3.0'] ?? '';
const readRows = (rows: readonly Changes[], columns = newest) => readAll(codecarbon, emissionsCsv(columns, rows));
const ids = (diagnostics: readonly { readonly id: string }[]) => diagnostics.map(({ id }) => id);

describe('emissions.csv', () => {
  it.each(Object.entries(versions))('of %s: energy, hours, place and its own total', async (_, columns) => {
    expect(codecarbon.recognises(emissionsCsv(columns))).toBe(true);
    const { runs, diagnostics } = await readRows([{}], columns);
    expect(diagnostics).toEqual([]);
    expect(runs).toMatchObject([
      {
        energy: 1,
        hours: 2,
        reported: 0.0672,
        project: 'probe',
        ended: '2023-11-09T15:13:33',
        lines: [2, 2],
        place: { country: 'FRA', region: 'brittany' },
      },
    ]);
    if (columns.includes('gpu_model')) {
      expect(runs[0]).toMatchObject({
        parts: { gpu: 0.84, cpu: 0.12, ram: 0.04 },
        isMeasured: true,
        accelerator: { name: 'NVIDIA A100-SXM4-80GB', count: 1 },
      });
    }
    expect(JSON.stringify(runs)).not.toMatch(/secret|48\.39|4\.486|EPYC/);
  });

  it('is recognised by its columns, in any order, with a byte order mark, quoted', async () => {
    const shuffled = newest.split(',').toReversed().join(',');
    expect(codecarbon.recognises(`\uFEFF${shuffled}\r\n`)).toBe(true);
    expect(codecarbon.recognises(newest.replace('emissions,', '"emissions",'))).toBe(true);
    expect(codecarbon.recognises('start_time,window_name,elapsed_time,gpu0_energy\n')).toBe(false);
    expect((await readRows([{}], shuffled)).runs).toMatchObject([{ energy: 1 }]);
    expect((await readAll(codecarbon, `\uFEFF${emissionsCsv(newest).replaceAll('\n', '\r\n')}`)).runs).toMatchObject([{ energy: 1 }]);
  });

  it('uses the last of the rows of a run, in any order of runs', async () => {
    const { runs, diagnostics } = await readRows([
      {
        run_id: 'a',
        energy_consumed: '0.5',
        cpu_energy: '0.5',
        gpu_energy: '0',
        ram_energy: '0',
        gpu_model: '',
        gpu_count: '',
        duration: '100',
      },
      { run_id: 'b', timestamp: '2023-11-10T15:13:33' },
      { run_id: 'a', timestamp: '2023-11-09T12:00:00' },
    ]);
    // The last to have grown comes last.
    expect(runs.map(({ energy, lines }) => [energy, lines])).toEqual([
      [1, [3, 3]],
      [1, [2, 4]],
    ]);
    expect(ids(diagnostics)).toEqual(['cumulative-rows']);
  });

  it('adds the tasks of a task file', async () => {
    const columns = `task_name,${versions['2.2.2']}`;
    const { runs } = await readRows([{ task_name: 'load' }, { task_name: 'train' }], columns);
    expect(runs).toMatchObject([{ energy: 2, hours: 4, reported: 0.1344, lines: [2, 3] }]);
  });

  it('says which tasks have a duration and 0 kWh: 1 kWh of two tasks in 7,205.1 s', async () => {
    const columns = `task_name,${versions['2.2.2']}`;
    const zero = { energy_consumed: '0', cpu_energy: '0', gpu_energy: '0', ram_energy: '0', emissions: '0' };
    const { runs, diagnostics } = await readRows([{ task_name: 'train' }, { task_name: 'load', duration: '5.1', ...zero }], columns);
    expect(runs).toMatchObject([{ energy: 1, hours: 7205.1 / 3600, reported: 0.0672 }]);
    expect(diagnostics).toMatchObject([
      {
        id: 'task-not-measured',
        line: 3,
        message: 'This task has a duration of 5.1 s and an energy of 0 kWh, so it was not measured. Its energy is missing from the run.',
      },
    ]);
  });

  it('has no energy and no emissions where the whole run has 0 kWh', async () => {
    const zero = { energy_consumed: '0', cpu_energy: '0', gpu_energy: '0', ram_energy: '0', emissions: '0' };
    const { runs, diagnostics } = await readRows([{ run_id: 'other' }, zero]);
    expect(runs).toMatchObject([{ energy: 1 }, { hours: 2, accelerator: { count: 1 } }]);
    expect([runs[1]?.energy, runs[1]?.reported, runs[1]?.parts.cpu]).toEqual([undefined, undefined, undefined]);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'This run has a duration and an energy of 0 kWh, so it was not measured. Its time is used without an energy.',
    ]);
  });

  it('has no energy of a processor that was not measured: memory alone', async () => {
    const { runs, diagnostics } = await readRows([
      { cpu_power: '0', cpu_energy: '0', gpu_energy: '0', gpu_model: '', gpu_count: '', ram_energy: '0.0308', energy_consumed: '0.0308' },
    ]);
    expect(runs).toMatchObject([{ hours: 2, parts: { ram: 0.0308 }, processor: 'AMD EPYC, 16 cores' }]);
    expect([runs[0]?.energy, runs[0]?.parts.cpu]).toEqual([undefined, undefined]);
    expect(diagnostics[0]).toMatchObject({
      id: 'cpu-not-measured',
      message:
        'The processor has an energy of 0 kWh, so it was not measured. Memory alone is not the energy of a run, so its time is used without an energy.',
    });
  });

  it('splits a PUE from the energy that holds it: 1 kWh ÷ 1.25 = 0.8 kWh', async () => {
    expect((await readRows([{ pue: '1.25' }])).runs).toMatchObject([{ energy: 0.8, pue: 1.25, parts: { gpu: 0.84 / 1.25 } }]);
  });

  it('uses a cloud region where the run was in a cloud', async () => {
    const { runs } = await readRows([{ on_cloud: 'Y', cloud_provider: 'gcp', cloud_region: 'us-central1' }]);
    expect(runs[0]?.place).toMatchObject({ cloud: 'gcp', cloudRegion: 'us-central1' });
  });

  it.each([
    ['a GPU of 0 kWh', [{ gpu_energy: '0.0', cpu_energy: '0.96' }], 'not-measured'],
    ['an unknown processor', [{ cpu_power: '42.5' }], 'guessed-power'],
    ['the world average', [{ emissions: '0.475' }], 'world-average'],
    ['several GPU models', [{ gpu_model: '1 x Tesla T41 x Tesla V100' }], 'several-accelerators'],
    ['memory that has half of it', [{ gpu_energy: '0.38', ram_energy: '0.5' }], 'much-ram'],
    ['a GPU with 2 kW', [{ energy_consumed: '4.16', gpu_energy: '4.0' }], 'too-much-power'],
  ] as const)('reports it: %s', async (_, rows, id) => {
    expect(ids((await readRows(rows)).diagnostics)).toContain(id);
  });

  it('ignores what was not measured', async () => {
    expect((await readRows([{ gpu_energy: '0.0', cpu_energy: '0.96' }])).runs[0]?.parts).toEqual({ cpu: 0.96, ram: 0.04 });
  });

  it('of a spreadsheet, with empty cells at the end of each line, has its energy', async () => {
    const padded = emissionsCsv(newest, [{}]).replaceAll(/(?<!^)$/gm, ',,');
    expect((await readAll(codecarbon, padded.replace(/\n,,$/, '\n'))).runs).toMatchObject([{ energy: 1, hours: 2 }]);
  });

  it.each([
    ['nan', emissionsCsv(newest, [{ energy_consumed: 'nan' }]), '`energy_consumed` is not a number: "nan".'],
    [
      'a longer header',
      `${emissionsCsv(versions['2.6.0'] ?? '')}${emissionsCsv(newest)}`,
      `Another header begins here, with ${newest.split(',').length} cells where the first has 31: two logs of two versions of the tool were joined.`,
    ],
    [
      'times that Excel saved',
      emissionsCsv(newest, [{ timestamp: '26:11.7' }, { timestamp: '27:11.7' }]),
      '`timestamp` is "26:11.7": Excel saved the time as minutes and seconds, so its date is lost.',
    ],
  ])('is rejected with one sentence: %s', async (_, text, message) => {
    expect((await faultsOf(codecarbon, text)).map((fault) => fault.message)).toEqual([message]);
  });

  it.each([
    ['a row that has lost a cell', `${emissionsCsv(newest)}2023-11-09T15:13:33,probe\n`, 'cell-count', 3],
    ['two rows in one', emissionsCsv(newest, [{}, {}]).replace(/\n(?=2023.*\n$)/, ''), 'cell-count', 2],
    ['parts that are not the sum', emissionsCsv(newest, [{ gpu_energy: '0.5' }]), 'sum-of-parts', 2],
    ['cells that have shifted', emissionsCsv(newest, [{ country_iso_code: 'brittany' }]), 'log-shifted', 2],
    ['a decimal comma', emissionsCsv(newest, [{}, { emissions: '0,0672' }]), 'log-not-a-number', 3],
    ['an energy below 0', emissionsCsv(newest, [{ energy_consumed: '-1.0' }]), 'log-negative', 2],
    ['a run whose energy decreases', emissionsCsv(newest, [{}, { energy_consumed: '0.5', gpu_energy: '0.34' }]), 'not-cumulative', 3],
    ['a PUE below 1', emissionsCsv(newest, [{ pue: '0.9' }]), 'log-pue', 2],
    ['a header alone', `${newest}\n`, 'no-rows', 1],
    ['no energy', emissionsCsv('timestamp,duration,emissions'), 'missing-column', 1],
    ['a quote that never ends', `${newest}\n"`, 'not-csv', 2],
    ['a row of 2 MB', `${newest}\n${'x'.repeat(2_000_000)}\n`, 'row-too-long', 2],
    ['another delimiter', emissionsCsv('timestamp,duration,emissions,energy_consumed').replaceAll(',', '|'), 'missing-column', 1],
  ])('is rejected, with the row: %s', async (_, text, id, line) => {
    const faults = await faultsOf(codecarbon, text);
    expect(faults).toContainEqual(expect.objectContaining({ id, line }));
  });

  it('never gives another energy, and only diagnostics as errors, when it is cut, shuffled or changed', async () => {
    const whole = emissionsCsv(newest, [{}, { run_id: 'b', timestamp: '2023-11-11T15:13:33' }]);
    const cut = fc.nat(whole.length).map((at) => whole.slice(0, at));
    const changed = fc
      .tuple(fc.nat(whole.length - 1), fc.string({ minLength: 1, maxLength: 2 }))
      .map(([at, text]) => whole.slice(0, at) + text + whole.slice(at + 1));
    const order = fc
      .shuffledSubarray(newest.split(','), { minLength: newest.split(',').length })
      .map((names) => emissionsCsv(names.join(','), [{}, { run_id: 'b', timestamp: '2023-11-11T15:13:33' }]));
    await fc.assert(
      fc.asyncProperty(order, async (text) => {
        expect((await readAll(codecarbon, text)).runs.map(({ energy }) => energy)).toEqual([1, 1]);
      }),
      { numRuns: 50 },
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(cut, changed), async (text) => {
        let energies: readonly (number | undefined)[] = [];
        try {
          energies = (await readAll(codecarbon, text)).runs.map(({ energy }) => energy);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
        // A digit that is changed in the total no longer agrees with the parts; in a PUE it may be read as one.
        for (const energy of energies) if (text.length < whole.length) expect([1]).toContain(energy);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
