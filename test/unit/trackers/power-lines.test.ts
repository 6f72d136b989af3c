import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { csv } from '../../../src/trackers/csv.js';
import { nvidiaSmi } from '../../../src/trackers/nvidia-smi/nvidia-smi.js';
import { readAll } from './reading.js';

const header = 'timestamp, index, power.draw [W]';
const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
const row = (seconds: number, power = '300.00 W', index = 0): string =>
  `2024/03/05 ${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.000, ${index}, ${power}`;
const log = (...rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;
/** A sample each 30 s at 300 W, for an hour, on lines 2 to 122. */
const hour = (from = 36_000): string[] => Array.from({ length: 121 }, (_, at) => row(from + 30 * at));
const found = async (text: string): Promise<readonly Diagnostic[]> => (await readAll(nvidiaSmi, text)).diagnostics;

describe('the line of what is reported of a recording', () => {
  it('is the first row without a reading, where the power was interpolated', async () => {
    const rows = hour();
    for (const at of [40, 41, 90]) rows[at] = row(36_000 + 30 * at, '[N/A]');
    const [first] = await found(log(...rows));
    expect(first).toMatchObject({ id: 'no-reading', line: 42, message: expect.stringMatching(/^3 rows have no power reading/) });
  });

  it('is that one row', async () => {
    const one = await found(log(...hour().with(40, row(37_200, '[N/A]'))));
    expect(one).toMatchObject([{ id: 'no-reading', line: 42, message: expect.stringMatching(/^One row has no power reading/) }]);
    expect(await found(log(...hour().with(0, row(36_000, '[N/A]'))))).toMatchObject([
      {
        id: 'no-reading-at-ends',
        line: 2,
        message: 'One row before the first or after the last power reading of a GPU has none. Its time is not counted.',
      },
    ]);
    expect(await found(log(...hour().with(119, row(39_570, '[N/A]')).with(120, row(39_600, '[N/A]'))))).toMatchObject([
      { id: 'no-reading-at-ends', line: 121, message: expect.stringMatching(/^2 rows before .* have none\. Their time/) },
    ]);
  });

  it('is the row behind the longest gap', async () => {
    const rows = hour();
    const text = log(...rows.slice(0, 21), ...rows.slice(40, 61), ...rows.slice(100));
    expect(await found(text)).toMatchObject([{ id: 'gaps', line: 44, message: expect.stringContaining('1,200 s at most') }]);
  });

  it('is the row behind the longest step, where samples are uneven', async () => {
    const rows = [...Array.from({ length: 20 }, (_, at) => row(36_000 + at)), row(36_060), row(36_061)];
    expect(await found(log(...rows))).toMatchObject([{ id: 'uneven-samples', line: 22 }]);
  });

  it('is that of the gap wherever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 300, max: 3000 }), async (at, seconds) => {
        const rows = Array.from({ length: 121 }, (_, n) => row(36_000 + 30 * n + (n < at ? 0 : seconds)));
        expect(await found(log(...rows))).toMatchObject([{ id: 'gaps', line: at + 2 }]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a row that was skipped', () => {
  const text = 'srun: error: the task was stopped';
  const notes = (diagnostics: readonly Diagnostic[], id: string) =>
    diagnostics.filter((one) => one.id === id).map(({ note, line }) => ({ note, line }));

  it('between two recordings, or at the end: nothing was interpolated over it', async () => {
    const joined = await found(log(...hour(), text, header, ...hour(60_000)));
    expect(notes(joined, 'not-a-reading')).toEqual([{ line: 123, note: 'It was skipped.' }]);
    const spoiled = await found(log(...hour(), row(39_630, '9000.00 W'), header, ...hour(60_000), row(63_630, '8000.00 W')));
    expect(notes(spoiled, 'impossible-power')).toEqual([
      { line: 123, note: 'It was skipped.' },
      { line: 246, note: 'It was skipped.' },
    ]);
  });

  it.each([
    ['between rows', [...hour().slice(0, 60), text, ...hour().slice(60)]],
    ['above a header after which the recording goes on', [...hour().slice(0, 60), text, header, ...hour().slice(60)]],
  ])('%s: the power was interpolated', async (_, rows) => {
    const note = 'It was skipped, and the power between the readings around it was interpolated linearly.';
    expect(notes(await found(log(...rows)), 'not-a-reading')).toEqual([{ line: 62, note }]);
  });
});

describe('a reading far above all others', () => {
  const table = (watts: readonly number[], step = 60): string => `time,plug\n${watts.map((one, at) => `${at * step},${one}`).join('\n')}\n`;
  const columns = { time: 'time', power: 'plug (W)' };
  const spikes = async (text: string): Promise<readonly Diagnostic[]> =>
    (await readAll(csv, text, { columns })).diagnostics.filter(({ id }) => id === 'power-spike');
  const plug = Array.from({ length: 61 }, () => 450);

  it('is reported with what it adds: 65,085 W × 60 s = 1.085 kWh beside 0.45 kWh', async () => {
    expect(await spikes(table(plug.with(30, 65_535)))).toMatchObject([
      {
        severity: 'warning',
        line: 32,
        message:
          'One reading is 65,535\u202fW, and the others are 450\u202fW on average. It adds 1.08\u202fkWh to the energy, which is 1.53\u202fkWh with it.',
      },
    ]);
  });

  it.each([0, 60])('at an end it adds half of that: row %i', async (at) => {
    const [found] = await spikes(table(plug.with(at, 65_535)));
    expect(found).toMatchObject({ line: at + 2, message: expect.stringContaining('It adds 542\u202fWh') });
  });

  it.each([
    ['no reading is', plug],
    ['it is less than 20 times the others', plug.with(30, 9000)],
    ['it is less than 1 kW', plug.map(() => 20).with(30, 999)],
    ['all are high', plug.map(() => 40_000)],
  ])('is none where %s', async (_, watts) => {
    expect(await spikes(table(watts))).toEqual([]);
  });

  it('is none where the limit of the device is known: 1,300 W of at most 1,400 W beside 30 W', async () => {
    const rows = hour().map((one, at) => one.replace('300.00', at === 60 ? '1300.00' : '30.00').replace(', 0,', ', A card, 0,'));
    const text = `${['timestamp, name, index, power.draw [W]', ...rows].join('\n')}\n`;
    expect((await readAll(nvidiaSmi, text, { limitOf: () => 700 })).diagnostics).toEqual([]);
    expect((await readAll(nvidiaSmi, text)).diagnostics).toMatchObject([{ id: 'power-spike', line: 62 }]);
  });

  it('adds the energy of its difference to the mean, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 10, max: 500 }),
        fc.integer({ min: 20_000, max: 90_000 }),
        fc.integer({ min: 0, max: 60 }),
        async (usual, high, at) => {
          const same = plug.map(() => usual);
          const energy = async (watts: readonly number[]): Promise<number> =>
            (await readAll(csv, table(watts, 3600), { columns })).runs[0]?.energy ?? Number.NaN;
          const more = (await energy(same.with(at, high))) - (await energy(same));
          const [found] = await spikes(table(same.with(at, high), 3600));
          const [, written = '', unit = ''] = /It adds ([\d.,]+)\u202f(\w+) to/.exec(found?.message ?? '') ?? [];
          const size = { Wh: 1e-3, kWh: 1, MWh: 1e3 }[unit] ?? Number.NaN;
          expect((Number(written.replaceAll(',', '')) * size) / more).toBeCloseTo(1, 1);
        },
      ),
      { numRuns: 40 },
    );
  });
});
