import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { InputError } from '../../../src/diagnostics/diagnostic.js';
import { collect } from '../../../src/verbs/collect.js';
import { isoText, testFolder } from '../telemetry/made-samples.js';

const folder = testFolder();
const start = 1_709_640_000_000;

/** A table with a sample of 300 W each second. */
function table(rows: number, row: (at: number) => string = (at) => `${isoText(start + at * 1000)},0,300`): string {
  return ['time,gpu,power (W)', ...Array.from({ length: rows }, (_, at) => row(at)), ''].join('\n');
}

async function faultsOf(name: string, content: string | Buffer, options: Parameters<typeof collect>[1] = {}) {
  const file = folder.write(name, content);
  const error = await collect([file], { out: '-', ...options }).then(
    () => undefined,
    (reason: InputError) => reason,
  );
  return (error?.diagnostics ?? []).map(({ id, line, file: of }) => ({ id, line, isOfFile: of === file }));
}

async function collected(name: string, content: string | Buffer, options: Parameters<typeof collect>[1] = {}) {
  const { measurement, diagnostics } = await collect([folder.write(name, content)], { out: '-', timeZone: 'UTC', ...options });
  return { measurement, ids: diagnostics.map(({ id }) => id) };
}

describe('a file that cannot be right', () => {
  it('is a Parquet file that is damaged', async () => {
    expect(await faultsOf('bad.parquet', 'PAR1 and no more')).toEqual([{ id: 'damaged-file', line: undefined, isOfFile: true }]);
  });

  it('is a gzip file that ends too early', async () => {
    const whole = gzipSync(table(5000, (at) => `${isoText(start + at * 1000)},0,${(at * 7919) % 397}`));
    expect(await faultsOf('cut.csv.gz', whole.subarray(0, whole.length - 200))).toEqual([
      { id: 'cut-file', line: undefined, isOfFile: true },
    ]);
  });

  it('has powers in several units', async () => {
    const text = `timestamp, index, power.draw [W]\n${Array.from({ length: 40 }, (_, at) => `2024/03/05 12:00:${String(at).padStart(2, '0')}.000, 0, ${at % 2 === 0 ? '300 W' : '0.3 kW'}\n`).join('')}`;
    expect(await faultsOf('units.csv', text)).toEqual([{ id: 'odd-values', line: undefined, isOfFile: true }]);
  });

  it('has no column for the power', async () => {
    expect(await faultsOf('columns.csv', 'time,gpu,load\n2024-03-05 12:00:00,0,3\n')).toEqual([
      { id: 'unknown-telemetry', line: 1, isOfFile: true },
    ]);
    expect(await faultsOf('columns.csv', 'time,gpu,load\n2024-03-05 12:00:00,0,3\n', { columns: 'power: laod (W)' })).toEqual([
      { id: 'missing-column', line: undefined, isOfFile: true },
    ]);
  });

  it('has no rows', async () => {
    expect(await faultsOf('rows.csv', 'time,gpu,power (W)\n')).toEqual([{ id: 'no-telemetry-rows', line: undefined, isOfFile: false }]);
    expect(await faultsOf('empty.csv', '')).toEqual([{ id: 'empty-file', line: 1, isOfFile: true }]);
  });

  it('is a log of nvidia-smi without its header, or a dump of DCGM without times', async () => {
    expect(await faultsOf('bare.csv', '0, 2024/03/05 12:00:00.000, 300.00 W\n')).toEqual([{ id: 'no-header', line: 1, isOfFile: true }]);
    expect(await faultsOf('dcgm.txt', '#Entity   POWER   TOTEC\nID        W       mJ\nGPU 0     302.1   25600\n')).toEqual([
      { id: 'dcgm-without-times', line: 1, isOfFile: true },
    ]);
  });

  it('is not there, or a folder', async () => {
    await expect(collect([`${folder.path}/none.csv`], { out: '-' })).rejects.toMatchObject({ diagnostics: [{ id: 'not-found' }] });
    await expect(collect([folder.path], { out: '-' })).rejects.toMatchObject({ diagnostics: [{ id: 'is-a-folder' }] });
    await expect(collect([`${folder.path}/*.nothing`], { out: '-' })).rejects.toMatchObject({
      diagnostics: [{ id: 'no-telemetry-found' }],
    });
  });

  it('has no folder for what does not fit into memory', async () => {
    const input = folder.write('good.csv', 'time,gpu,power (W)\n2024-03-05T12:00:00Z,0,300\n2024-03-05T12:00:01Z,0,300\n');
    await expect(collect([input], { out: '-', tempDir: `${folder.path}/nowhere` })).rejects.toMatchObject({
      message: expect.stringContaining('nowhere: there is no such folder'),
      remedy: 'Name another folder with `--temp-dir`',
    });
  });

  it('leaves nothing behind', async () => {
    await faultsOf('bad.parquet', 'PAR1 and no more');
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('carboncard-') && name.includes(`-${process.pid}-`))).toEqual([]);
  });
});

describe('an option that cannot be right', () => {
  it.each([
    [{ memoryLimit: 'much' }, 'invalid-memory-limit'],
    [{ timeZone: 'Europe/Pariss' }, 'unknown-time-zone'],
    [{ columns: 'watt: p' }, 'unknown-meaning'],
  ])('%j', async (options, id) => {
    expect((await faultsOf('fine.csv', table(3), options)).map((fault) => fault.id)).toEqual([id]);
  });
});

describe('telemetry with faults that is read', () => {
  it('of a device that is silent for a week: its week is not covered', async () => {
    const week = 7 * 86_400;
    const rows = Array.from({ length: 8 }, (_, at) => `${isoText(start + at * 60_000)},1,100`);
    const silent = [0, 1, 2, 3, week / 60 + 3, week / 60 + 4].map((at) => `${isoText(start + at * 60_000)},0,300`);
    const { measurement, ids } = await collected('silent.csv', ['time,gpu,power (W)', ...rows, ...silent, ''].join('\n'));
    const [device] = measurement.devices;
    expect(device).toMatchObject({ name: 'gpu 0', gaps: 1, longestGap: { value: 168, unit: 'h' }, energy: { value: 0.02, unit: 'kWh' } });
    expect(device?.covered.value).toBeCloseTo(4 / 60, 9);
    expect(ids).toContain('telemetry-gaps');
  });

  it('with duplicates, and with rows that have no reading', async () => {
    const text = table(12, (at) => `${isoText(start + (at === 5 ? 4 : at) * 1000)},0,${at === 8 ? '[N/A]' : '300'}`);
    const { measurement, ids } = await collected('doubled.csv', text);
    expect(measurement).toMatchObject({
      samples: 10,
      energy: { value: 0.000916666666667 },
      rejected: { 'duplicate': 1, 'not-available': 1 },
    });
    expect(ids).toEqual(['idle-not-told', 'not-available', 'duplicate-samples']);
  });

  it('of a name that holds quotes, stars and blanks', async () => {
    const { measurement } = await collected(`o'dd * [a] "name" ; DROP TABLE samples; é.csv`, table(3));
    expect(measurement.energy.value).toBeCloseTo((300 * 2) / 3.6e6, 12);
  });

  it('of a counter that starts again: 5 J, then 3 J since it is 0', async () => {
    const values = [1000, 1005, 3, 7];
    const { measurement } = await collected(
      'counter.csv',
      ['time,gpu,energy_j', ...values.map((value, at) => `${isoText(start + at * 1000)},0,${value}`), ''].join('\n'),
    );
    expect(measurement).toMatchObject({ method: { integral: 'counter' }, devices: [{ resets: 1 }] });
    expect(measurement.energy.value * 3.6e6).toBeCloseTo(12, 6);
  });

  it('of DCGM: 3,000 mJ and 2,000 mJ of one card', async () => {
    const rows = [2_560_000, 2_563_000, 2_565_000].map((joules, at) => `${isoText(start + at * 1000)} GPU 0     302.1   ${joules}\n`);
    const head = `${isoText(start)} #Entity   POWER   TOTEC\n${isoText(start)} ID        W       mJ\n`;
    const { measurement } = await collected('dcgm.txt', head + rows[0] + rows[1] + head + rows[2]);
    expect(measurement.energy.value * 3.6e6).toBeCloseTo(5, 6);
    expect(measurement).toMatchObject({ source: { format: 'dcgm' }, boundary: 'accelerator' });
  });

  it('in a time zone: 12:00 in Paris in winter is 11:00 in UTC', async () => {
    const text = table(3, (at) => `2024-01-05 12:00:0${at},0,300`);
    expect((await collected('zone.csv', text, { timeZone: 'Europe/Paris' })).measurement).toMatchObject({
      start: '2024-01-05T11:00:00Z',
      method: { timeZone: 'Europe/Paris' },
    });
    expect((await collected('zone.csv', text, { timeZone: '+05:30' })).measurement.start).toBe('2024-01-05T06:30:00Z');
    expect((await collected('zone.csv', text, { timeZone: undefined })).ids).toContain('time-zone-assumed');
  });

  it('of two machines whose devices have one name, with the question which', async () => {
    const files = [100, 300].map((watts) =>
      folder.write(
        `${watts}.csv`,
        table(50, (at) => `${isoText(start + at * 1000)},0,${watts}`),
      ),
    );
    await expect(collect(files, { out: '-' })).rejects.toMatchObject({ diagnostics: [{ id: 'same-device-twice' }] });
  });
});

describe('options without effect', () => {
  const refused = async (input: string, options: Parameters<typeof collect>[1]) => {
    const error = await collect([input], { out: '-', ...options }).then(
      () => undefined,
      (reason: InputError) => reason,
    );
    return (error?.diagnostics ?? []).map(({ id, message }) => `${id}: ${message}`);
  };

  it.each([
    ['query', '--query'],
    ['start', '--start'],
    ['end', '--end'],
    ['unit', '--unit'],
    ['by', '--by'],
    ['tenant', '--tenant'],
  ])('of a server are refused beside files: %s', async (key, flag) => {
    expect(await refused(folder.write('power.csv', table(10)), { [key]: 'W' })).toEqual([
      `options-of-server: \`${flag}\` is for a server, but files are named.`,
    ]);
  });

  it.each([
    ['columns', '--columns'],
    ['timeZone', '--time-zone'],
    ['memoryLimit', '--memory-limit'],
    ['tempDir', '--temp-dir'],
    ['threads', '--threads'],
  ])('of files are refused beside a server: %s', async (key, flag) => {
    expect(await refused('http://127.0.0.1:9', { [key]: 'UTC' })).toEqual([
      `options-of-files: \`${flag}\` is for files, but a server is named.`,
    ]);
  });

  it('are all named', async () => {
    expect(await refused(folder.write('power.csv', table(10)), { by: 'gpu', start: '2024-03-05', boundary: 'node', gap: 2 })).toEqual([
      'options-of-server: `--start`, `--by` are for a server, but files are named.',
    ]);
  });
});
