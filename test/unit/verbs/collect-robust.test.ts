import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InputError } from '../../../src/diagnostics/diagnostic.js';
import { collect } from '../../../src/verbs/collect.js';
import { expectGolden } from '../../golden-file.js';
import { writtenByDuckDB } from '../telemetry/duckdb-files.js';
import { isoText, testFolder } from '../telemetry/made-samples.js';

const folder = testFolder();
const start = 1_709_640_000_000;
const head = 'time,gpu,power (W)';
const options = { out: '-', timeZone: 'UTC', boundary: 'accelerator' } as const;

/** A row each second, of two cards, with powers that vary. */
const rowsOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${isoText(start + Math.floor(at / 2) * 1000)},${at % 2},${100 + ((at * 7919) % 397) / 3}`);

const textOf = (rows: readonly string[]): string => [head, ...rows, ''].join('\n');

describe('the file that is written', () => {
  const text = textOf(rowsOf(40));

  it('never takes the place of the telemetry, nor of anything but a measurement', async () => {
    const file = folder.write('kept.csv', text);
    const notes = folder.write('notes.json', '{"kind": "note"}');
    const inTheWay = `${folder.path}/a-folder`;
    mkdirSync(inTheWay);
    await expect(collect([file], { ...options, out: `${file}/below.json` })).rejects.toMatchObject({ problem: { kind: 'occupied' } });
    for (const out of [file, notes, inTheWay])
      await expect(collect([file], { ...options, out })).rejects.toMatchObject({ problem: { kind: 'occupied', path: out } });
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(readFileSync(notes, 'utf8')).toBe('{"kind": "note"}');
  });

  it('is looked at before anything is read', async () => {
    const out = folder.write('there.txt', 'words');
    await expect(collect(['missing.csv'], { ...options, out })).rejects.toMatchObject({ problem: { kind: 'occupied' } });
  });

  it('replaces an older measurement, and may be in a new folder', async () => {
    const file = folder.write('again.csv', text);
    const out = `${folder.path}/new/deep/again.json`;
    const first = await collect([file], { ...options, out });
    expect(existsSync(out)).toBe(true);
    folder.write('again.csv', textOf(rowsOf(80)));
    const second = await collect([file], { ...options, out });
    expect(second.measurement.samples).toBe(2 * first.measurement.samples);
    expect(readFileSync(out, 'utf8')).toBe(second.text);
  });
});

describe('a file that zstd compressed', () => {
  const query =
    'SELECT make_timestamp(1709640000000000 + i * 1000000) AS time, 0 AS gpu, 300 + hash(i) % 50 AS watts FROM range(20000) r(i)';
  const writing = (name: string) => writtenByDuckDB(query, `${folder.path}/${name}`, 'FORMAT csv, COMPRESSION zstd, HEADER');

  it('is read as what is in it', async () => {
    const packed = await collect([await writing('whole.csv.zst')], options);
    const plain = await collect([await writtenByDuckDB(query, `${folder.path}/whole.csv`, 'FORMAT csv, HEADER')], options);
    expect(packed.measurement).toMatchObject({ samples: 20_000, energy: plain.measurement.energy });
  });

  it.each([0.3, 0.9, 0.9999])('and that ends at %f of its length is refused', async (share) => {
    const whole = readFileSync(await writing('whole2.csv.zst'));
    const file = folder.write(`cut-${share}.csv.zst`, whole.subarray(0, Math.floor(whole.length * share)));
    const fault = await collect([file], options).catch((reason: InputError) => reason);
    expect(fault).toMatchObject({ diagnostics: [{ id: 'cut-file', file }] });
  });
});

describe('the same samples', () => {
  it('are the same bytes by 1 and by 2 processors', async () => {
    const file = folder.write('threads.csv', textOf(rowsOf(4000)));
    const texts = await Promise.all([1, 2].map(async (threads) => (await collect([file], { ...options, threads })).text));
    expect(texts[0]).toBe(texts[1]);
  });

  it('are the same figures in any order, and in any number of files', async () => {
    const rows = rowsOf(400);
    const whole = await collect([folder.write('in-order.csv', textOf(rows))], options);
    const { source: _, ...expected } = whole.measurement;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length }),
        fc.integer({ min: 1, max: 4 }),
        async (shuffled, count) => {
          const files = Array.from({ length: count }, (_one, at) =>
            folder.write(`part-${at}.csv`, textOf(shuffled.filter((_row, place) => place % count === at))),
          );
          const { source: _source, ...figures } = (await collect(files, options)).measurement;
          expect(figures).toEqual(expected);
        },
      ),
      { numRuns: 6, seed: 19 },
    );
  });
});

describe('times that no run has', () => {
  it.each(['1970-01-01T00:00:07Z', '2038-01-19T03:14:07Z', '2106-02-07T06:28:15Z'])('%s is left out, and counted', async (time) => {
    const rows = rowsOf(200);
    const clean = await collect([folder.write('clean.csv', textOf(rows))], options);
    const odd = await collect([folder.write('odd.csv', textOf([...rows, `${time},0,300`]))], options);
    expect(odd.measurement).toEqual({
      ...clean.measurement,
      source: odd.measurement.source,
      rejected: { ...clean.measurement.rejected, implausible: 1 },
    });
    expect(odd.diagnostics.map(({ id }) => id)).toEqual(['idle-not-told', 'stray-times']);
  });
});

describe('the hour that a clock shows twice', () => {
  const local = (hour: number, minute: number): string => `2024-10-27 0${hour}:${String(minute).padStart(2, '0')}:00,0,300`;
  const night = [1, 2, 2, 3].flatMap((hour) => Array.from({ length: 60 }, (_, minute) => local(hour, minute)));

  it('is read as standard time, and the other hour is a gap, with a warning', async () => {
    const { measurement, diagnostics } = await collect([folder.write('night.csv', textOf(night))], {
      ...options,
      timeZone: 'Europe/Paris',
    });
    expect(measurement).toMatchObject({ start: '2024-10-26T23:00:00Z', end: '2024-10-27T02:59:00Z', rejected: { duplicate: 60 } });
    expect(measurement.devices[0]).toMatchObject({ gaps: 1 });
    expect(diagnostics.map(({ id }) => id)).toEqual(['repeated-hour', 'idle-not-told', 'duplicate-samples', 'telemetry-gaps']);
  });

  it('is no matter of other nights, of UTC, and of times with their offset', async () => {
    const other = night.map((row) => row.replace('2024-10-27', '2024-10-26')).filter((_, at) => at < 120);
    const ids = async (text: string, timeZone: string) =>
      (await collect([folder.write('other.csv', text)], { ...options, timeZone })).diagnostics.map(({ id }) => id);
    expect(await ids(textOf(other), 'Europe/Paris')).toEqual(['idle-not-told']);
    expect(await ids(textOf(night), 'UTC')).toEqual(['idle-not-told', 'duplicate-samples']);
  });
});

it('takes the usual step of a device that is sampled 1,000 times as often as another for its own', async () => {
  const fast = Array.from({ length: 40 }, (_, at) => `${isoText(start + at + (at < 20 ? 0 : 4))},0,300`);
  const slow = Array.from({ length: 2000 }, (_, at) => `${isoText(start + at * 1000)},1,300`);
  const { measurement } = await collect([folder.write('rates.csv', textOf([...fast, ...slow]))], options);
  expect(measurement.devices.map(({ gaps, covered }) => [gaps, Math.round(covered.value * 3.6e6)])).toEqual([
    [0, 43],
    [0, 1_999_000],
  ]);
});

it('writes the measurement of two cards', async () => {
  const { text } = await collect(['fixtures/trackers/nvidia-smi/two-cards.csv'], { out: '-', timeZone: 'UTC' });
  expectGolden('test/golden/measurement/two-cards.measurement.json', text.replace(/"program": "[^"]*"/, '"program": "0.0.0"'));
});
