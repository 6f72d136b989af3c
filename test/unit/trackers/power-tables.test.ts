import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnMap } from '../../../src/manifest/schema/log-columns.js';
import { amdSmi } from '../../../src/trackers/amd-smi.js';
import { csv } from '../../../src/trackers/csv.js';
import { recognised } from '../../../src/trackers/index.js';
import { rocmSmi } from '../../../src/trackers/rocm-smi.js';
import { wandb } from '../../../src/trackers/wandb.js';
import { changed, expectSound, fixture } from './changed-texts.js';
import { faultsOf, machinesOf, readAll } from './reading.js';

const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);
const energyOf = async (text: string, columns: ColumnMap): Promise<number> =>
  (await readAll(csv, text, { columns })).runs.reduce((sum, { energy = Number.NaN }) => sum + energy, 0);

describe('a table with powers over time', () => {
  it('of TensorBoard: (300 + 340) W ÷ 2 × 36 s twice = 0.0064 kWh, in 2024', async () => {
    const columns = { time: 'Wall time', power: 'Value (W)' };
    const { runs, diagnostics } = await readAll(csv, fixture('csv/tensorboard.csv'), { columns });
    expect(diagnostics).toEqual([]);
    expect(runs).toEqual([
      {
        tracker: 'csv',
        lines: [2, 4],
        ended: '2024-03-05T10:01:12',
        hours: expect.closeTo(0.02, 9),
        energy: expect.closeTo(0.0064, 9),
        parts: {},
        isMeasured: true,
        place: {},
      },
    ]);
  });

  it('by device, in kW and milliseconds since the start: 0.0064 + 0.002 kWh, at the accelerators', async () => {
    const columns = { time: 'time (ms)', power: 'power (kW)', device: 'gpu' };
    const { runs } = await readAll(csv, fixture('csv/powers.csv'), { columns });
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.0084, 9), boundary: 'accelerator', accelerator: { count: 2 }, hours: 0.02 }]);
    expect(runs[0]?.ended).toBeUndefined();
  });

  const seconds = [0, 36, 72];
  const clock = (at: number): string => `12:0${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
  it.each<readonly [string, (at: number) => string]>([
    ['a local time', (at) => `2024-03-05T${clock(at)}`],
    ['a local time with fractions', (at) => `2024-03-05 ${clock(at)}.000`],
    ['a time in UTC', (at) => `2024-03-05T${clock(at)}Z`],
    ['a time with a zone', (at) => `2024-03-05 ${clock(at)}+02:00`],
    ['the day first', (at) => `05.03.2024 ${clock(at)}`],
    ['seconds since 1970', (at) => String(1_709_632_800 + at)],
    ['milliseconds since 1970', (at) => String((1_709_632_800 + at) * 1000)],
    ['nanoseconds since 1970', (at) => `${1_709_632_800 + at}000000000`],
    ['seconds since the start', (at) => `${at}.5`],
  ])('is read with %s: 300 W × 72 s = 0.006 kWh', async (_, text) => {
    const table = `time,power_w\n${seconds.map((at) => `${text(at)},300`).join('\n')}\n`;
    expect(await energyOf(table, { time: 'time', power: 'power_w' })).toBeCloseTo(0.006, 9);
  });

  it.each<readonly [string, (at: number) => string, string | undefined, boolean]>([
    ['a local time', (at) => `2024-03-05T${clock(at)}`, '2024-03-05T12:01:12', false],
    ['a time in UTC', (at) => `2024-03-05T${clock(at)}Z`, '2024-03-05T12:01:12', true],
    ['a time in UTC+5:30', (at) => `2024-03-05 ${clock(at)}+05:30`, '2024-03-05T06:31:12', true],
    ['a time of the new year in UTC+13', (at) => `2024-01-01 ${clock(at)}+13:00`, '2023-12-31T23:01:12', true],
    ['seconds since 1970', (at) => String(1_709_640_000 + at), '2024-03-05T12:01:12', true],
    ['seconds since the start', (at) => String(at), undefined, false],
  ])('of %s says whether its end is UTC', async (_, text, ended, isUtc) => {
    const table = `time,power_w\n${seconds.map((at) => `${text(at)},300`).join('\n')}\n`;
    const options = { columns: { time: 'time', power: 'power_w' } };
    expect((await readAll(csv, table, options)).runs.map((run) => run.ended)).toEqual([ended]);
    expect(await machinesOf(csv, table, options)).toEqual([isUtc ? { isUtc: true } : undefined]);
  });

  it('of 1,000 runs is read; of one more it is refused, and nothing is added to another run', async () => {
    const columns = { time: 'time', power: 'power (W)', project: 'job' };
    const table = (jobs: number): string =>
      `time,power (W),job\n${Array.from({ length: jobs }, (_, job) => `0,300,job ${job}\n36,300,job ${job}`).join('\n')}\n`;
    expect((await readAll(csv, table(1000), { columns }, 65_536)).runs).toHaveLength(1000);
    expect(await faultsOf(csv, table(1001), { columns })).toMatchObject([
      { id: 'too-many-runs', line: 2002, message: 'This table has more than 1000 runs, and 1000 are read at most.' },
    ]);
  });

  it('a zone that changes is no gap: 12:00 in UTC+2 follows 10:59 in UTC+1', async () => {
    const table = 'time,power (W)\n2024-10-27T02:59:30+02:00,300\n2024-10-27T02:00:06+01:00,300\n2024-10-27T02:00:42+01:00,300\n';
    expect(await energyOf(table, { time: 'time', power: 'power' })).toBeCloseTo((300 * 72) / 3.6e6, 9);
  });

  it.each<readonly [string, string, ColumnMap]>([
    ['the header', 'time,power [kW]', { time: 'time', power: 'power' }],
    ['the mapping', 'time,power', { time: 'time', power: 'power (kW)' }],
    ['the mapping in parts', 'time,power', { time: 'time', power: { column: 'power', unit: 'kW' } }],
    ['the name', 'time,power_kw', { time: 'time', power: 'power_kw' }],
  ])('has its unit from %s', async (_, header, columns) => {
    expect(await energyOf(`${header}\n0,0.3\n36,0.3\n72,0.3\n`, columns)).toBeCloseTo(0.006, 9);
  });

  it.each<readonly [string, ColumnMap]>([
    ['a list', { time: 't', power: ['gpu.0.powerWatts', 'gpu.1.powerWatts (W)'] }],
    ['a pattern', { time: 't', power: 'gpu.*.powerWatts (W)' }],
  ])('is wide: a column for each device by %s, and never their extremes', async (_, columns) => {
    const table = 't,gpu.0.powerWatts,gpu.1.powerWatts,gpu.1.powerWatts__MAX\n0,300,100,700\n36,300,,700\n72,300,100,700\n';
    const { runs, diagnostics } = await readAll(csv, table, { columns });
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.008, 9), boundary: 'accelerator', accelerator: { count: 2 } }]);
    expect(ids(diagnostics)).toEqual(['gaps']);
  });

  it('has the boundary that a person gives, and a run for each project', async () => {
    const table = 'time,site power (kW),job\n0,3,a\n60,3,a\n0,6,b\n60,6,b\n';
    const columns = { time: 'time', power: 'site power', project: 'job' };
    const { runs } = await readAll(csv, table, { columns, boundary: 'node' });
    expect(runs).toMatchObject([
      { project: 'a', energy: expect.closeTo(0.05, 9), boundary: 'node' },
      { project: 'b', energy: expect.closeTo(0.1, 9), boundary: 'node' },
    ]);
  });

  it.each<readonly [string, string, ColumnMap, string]>([
    ['no time', 't,p\n0,1\n', { power: 'p (W)' }, 'no-time-column'],
    ['no power', 't,p\n0,1\n', { time: 't' }, 'no-power-column'],
    ['a power and an energy', 't,p\n0,1\n', { time: 't', power: 'p (W)', energy: 'p (kWh)' }, 'power-and-energy'],
    ['no unit', 't,p\n0,300\n60,300\n', { time: 't', power: 'p' }, 'log-unit'],
    ['a unit of energy', 't,p\n0,300\n60,300\n', { time: 't', power: 'p (kWh)' }, 'column-unit'],
    ['a column that is not there', 't,p\n0,1\n', { time: 't', power: 'q (W)' }, 'missing-column'],
    ['a pattern that nothing fits', 't,p\n0,1\n', { time: 't', power: 'gpu.* (W)' }, 'missing-column'],
    ['a unit of time that is none', 't,p\n0,1\n', { time: 't (parsec)', power: 'p (W)' }, 'column-unit'],
    ['several rows of one time', 't,p\n0,1\n0,1\n', { time: 't', power: 'p (W)' }, 'no-gpu-column'],
    ['times of two kinds', 't,p\n0,1\n2024-03-05T12:00:00,1\n', { time: 't', power: 'p (W)' }, 'other-kind-of-time'],
    ['a month first', 't,p\n3/5/2024 12:00,1\n3/5/2024 12:01,1\n', { time: 't', power: 'p (W)' }, 'log-time'],
    ['nothing', '', { time: 't', power: 'p (W)' }, 'no-rows'],
  ])('is rejected with %s', async (_, text, columns, id) => {
    expect(ids(await faultsOf(csv, text, { columns }))).toContain(id);
  });

  it('gives numbers or an error, wherever it is cut or changed', async () => {
    const columns = { time: 'time (ms)', power: 'power (kW)', device: 'gpu' };
    await fc.assert(
      fc.asyncProperty(changed(fixture('csv/powers.csv')), async (broken) => {
        await expectSound(csv, broken, { columns });
      }),
      { numRuns: 300 },
    );
  });

  it('has the energy of its rows in any order of devices, columns and delimiters', async () => {
    const series = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 700 }), fc.integer({ min: 1, max: 700 })), {
      minLength: 2,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(series, async (steps) => {
        let time = 0;
        const rows = steps.map(([step, a, b]) => {
          time += step;
          return { time, a, b };
        });
        const long = rows.flatMap(({ time: at, a, b }) => [`${at},a,${a}`, `${at},b,${b}`]);
        const sorted = [...long.filter((row) => row.includes(',a,')), ...long.filter((row) => row.includes(',b,'))];
        const wide = rows.map(({ time: at, a, b }) => `${at};${a / 1000};${b / 1000}`.replaceAll('.', ','));
        const columns = { time: 't', power: 'p (W)', device: 'gpu' };
        const energy = await energyOf(`t,gpu,p\n${long.join('\n')}\n`, columns);
        expect(await energyOf(`t,gpu,p\n${sorted.join('\n')}\n`, columns)).toBeCloseTo(energy, 9);
        expect(await energyOf(`t;a;b\n${wide.join('\n')}\n`, { time: 't', power: ['a (kW)', 'b (kW)'] })).toBeCloseTo(energy, 9);
      }),
      { numRuns: 60 },
    );
  });
});

describe('exports of Weights & Biases', () => {
  it('of a panel: a run for each run, and no extremes', async () => {
    const { runs, diagnostics } = await readAll(wandb, fixture('wandb/panel.csv'));
    expect(diagnostics).toEqual([]);
    expect(runs).toMatchObject([
      { project: 'eager-sun-1', energy: expect.closeTo(0.0064, 9), accelerator: { count: 1 }, boundary: 'accelerator' },
      { project: 'calm-sea-2', energy: expect.closeTo(0.004, 9), accelerator: { count: 1 } },
    ]);
  });

  it('of the API: two GPUs, and that of the process is one of them', async () => {
    const { runs } = await readAll(wandb, fixture('wandb/events.csv'));
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.004, 9), accelerator: { count: 2 }, ended: '2024-03-05T10:00:36' }]);
  });

  it.each([
    ['by step', fixture('wandb/panel.csv').replace('Relative Time (Process)', 'Step'), 'no-times'],
    ['grouped', fixture('wandb/panel.csv').replaceAll('eager-sun-1', 'Group: a'), 'grouped-runs'],
  ])('are refused %s', async (_, text, id) => {
    expect(recognised(text).map((one) => one.id)).toEqual(['wandb']);
    expect(ids(await faultsOf(wandb, text))).toEqual([id]);
  });
});

describe('amd-smi and rocm-smi', () => {
  it('MI250: the first die reports the power of both, so two modules of four dies, and no warning', async () => {
    const { runs, diagnostics } = await readAll(amdSmi, fixture('amd-smi/mi250.csv'));
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.0095, 9), accelerator: { count: 2 } }]);
    expect(diagnostics.map(({ severity, id }) => `${severity} ${id}`)).toEqual(['note secondary-dies']);
    const named = await readAll(rocmSmi, fixture('rocm-smi/with-times.csv'));
    expect(named.runs).toMatchObject([{ energy: expect.closeTo(0.0025, 9), accelerator: { count: 1 } }]);
  });

  /** A row for each card at 12:00, 12:30 and 13:00 UTC; what each reads. */
  const cards = (...powers: readonly string[]): string =>
    ['timestamp,device,Card Series,Average Graphics Package Power (W)']
      .concat([0, 1800, 3600].flatMap((at) => powers.map((power, card) => `${1_709_640_000 + at},card${card},${power}`)))
      .join('\n')
      .concat('\n');
  const none = 'N/A (Secondary die)';

  it.each<readonly [string, readonly string[], number, number | undefined]>([
    ['both modules read', ['400', none, '300', none], 2, undefined],
    ['one module not read', ['400', none, 'N/A', none], 2, 1],
    ['the first module not read', ['N/A', none, '400', none], 2, 1],
    ['three of four modules read', ['400', none, '400', none, 'N/A', none, '400', none], 4, 1],
    ['a last module without its second die', ['400', none, '400'], 2, undefined],
  ])('MI250 in modules: %s', async (_, powers, count, unread) => {
    const { runs, diagnostics } = await readAll(rocmSmi, cards(...powers.map((power) => `AMD INSTINCT MI250 (MCM) OAM AC MBA,${power}`)));
    expect(runs).toMatchObject([{ accelerator: { count }, hours: 1 }]);
    // Each module is read for one hour, or not read for one hour.
    expect(runs[0]?.unread?.acceleratorHours).toBe(unread);
    expect(diagnostics.filter(({ id }) => id === 'gpu-without-power')).toHaveLength(unread ?? 0);
    expect(ids(diagnostics)).toContain('secondary-dies');
    const unnamed = cards(...powers.map((power) => `,${power}`));
    expect((await readAll(rocmSmi, unnamed)).runs[0]?.unread).toEqual(runs[0]?.unread);
  });

  it.each([
    'AMD Instinct MI300X',
    'Aldebaran/MI200 [Instinct MI210]',
    'AMD Radeon PRO W7900',
  ])('%s has one die: a silent card is one that was not measured', async (name) => {
    const { runs, diagnostics } = await readAll(rocmSmi, cards(`${name},400`, `${name},N/A`, `${name},N/A`, `${name},N/A`));
    expect(runs).toMatchObject([{ accelerator: { name, count: 4 }, unread: { acceleratorHours: 3 } }]);
    expect(ids(diagnostics)).toEqual(['gpu-without-power', 'gaps']);
  });

  it('a card without power among others is no second die', async () => {
    const text = fixture('amd-smi/mi250.csv').replaceAll(',1,N/A', ',1,450');
    const { diagnostics } = await readAll(amdSmi, text);
    expect(ids(diagnostics)).toEqual(['not-measured']);
  });

  it('have times in UTC where these are since 1970', async () => {
    expect(await machinesOf(amdSmi, fixture('amd-smi/mi250.csv'))).toEqual([{ isUtc: true }]);
    expect(await machinesOf(rocmSmi, fixture('rocm-smi/with-times.csv'))).toEqual([{ isUtc: true }]);
    expect(await machinesOf(wandb, fixture('wandb/events.csv'))).toEqual([{ isUtc: true }]);
    expect(await machinesOf(wandb, fixture('wandb/panel.csv'))).toEqual([undefined, undefined]);
  });

  it('without times are refused, with what to ask for', async () => {
    expect(await faultsOf(amdSmi, 'gpu,socket_power,gfx_voltage\n0,500,N/A\n')).toMatchObject([{ id: 'no-times' }]);
    expect(await faultsOf(rocmSmi, fixture('rocm-smi/showpower.csv'))).toMatchObject([
      { id: 'no-times', expected: expect.stringContaining('amd-smi metric --power --watch 1 --csv') },
    ]);
    const printed = '\n============================ ROCm System Management Interface ============================\nGPU[0] : 12.0\n';
    expect(recognised(printed).map(({ id }) => id)).toEqual(['rocm-smi']);
    expect(ids(await faultsOf(rocmSmi, printed))).toEqual(['not-a-power-log']);
  });
});
