import { describe, expect, it } from 'vitest';
import { nvidiaSmi } from '../../../src/trackers/nvidia-smi/nvidia-smi.js';
import { fixture } from './changed-texts.js';
import { readAll } from './reading.js';

/** Two logs of the same minutes; fixtures/trackers/README.md says how they were recorded. */
const log = fixture('nvidia-smi/h100-training.csv');
const sparse = fixture('nvidia-smi/h100-training-5s.csv');

/** Readings of NVML's energy counter before and after each training. */
const trainings = [
  { load: 'full', started: '16:08:59.918', ended: '16:10:00.041', before: 4_970_374, after: 45_311_629 },
  { load: 'light', started: '16:10:21.662', ended: '16:10:46.713', before: 47_527_574, after: 52_400_233 },
] as const;

const secondsOf = (time: string): number => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
const timeIn = (row: string): string => row.slice('2026/11/26 '.length, '2026/11/26 16:08:31.696'.length);

/** The run of the rows between two times, with so many more rows at each end. */
async function runBetween(
  text: string,
  started: string,
  ended: string,
  more = 0,
): Promise<{ readonly energy: number; readonly hours: number }> {
  const [header = '', ...rows] = text.trimEnd().split('\n');
  const [first, last] = [rows.findIndex((row) => timeIn(row) >= started), rows.findLastIndex((row) => timeIn(row) <= ended)];
  const { runs } = await readAll(nvidiaSmi, `${[header, ...rows.slice(first - more, last + 1 + more)].join('\n')}\n`);
  const [{ energy = Number.NaN, hours = Number.NaN } = {}] = runs;
  return { energy, hours };
}

describe('a recording of an H100', () => {
  it('is read as one run of one GPU: 0.01419 kWh in 145.6 s', async () => {
    const { runs, diagnostics } = await readAll(nvidiaSmi, log);
    expect(diagnostics).toEqual([]);
    expect(runs).toMatchObject([
      {
        lines: [2, 293],
        ended: '2026-11-26T16:10:57',
        hours: expect.closeTo(145.578 / 3600, 9),
        energy: expect.closeTo(0.0141904921, 9),
        accelerator: { name: 'NVIDIA H100 80GB HBM3', count: 1 },
      },
    ]);
  });

  it.each(trainings)('has the mean power of the energy counter of NVML within 0.5 %, at $load load', async (training) => {
    const { started, ended, before, after } = training;
    const counted = (after - before) / 1e6 / (secondsOf(ended) - secondsOf(started));
    const { energy, hours } = await runBetween(log, started, ended);
    // 669.0 W against 671.0 W, and 194.0 W against 194.5 W.
    expect(Math.abs(energy / hours / counted - 1)).toBeLessThan(0.005);
  });

  it.each(trainings)('has the energy of the counter within 2 %, with the row before and the row after, at $load load', async (training) => {
    const { started, ended, before, after } = training;
    const { energy } = await runBetween(log, started, ended, 1);
    // 0.2 % less, and 1.0 % more.
    expect(Math.abs((energy * 3.6e9) / (after - before) - 1)).toBeLessThan(0.02);
  });

  it('has the same energy at a sample every 5 s within 2 %, from the column `power.draw.average`', async () => {
    const [header = '', ...rows] = sparse.trimEnd().split('\n');
    const { energy } = await runBetween(sparse, '00', '24');
    const dense = await runBetween(log, timeIn(rows[0] ?? ''), '24');
    // 0.3 % less.
    expect(Math.abs(energy / dense.energy - 1)).toBeLessThan(0.02);
    // The momentary power is not read where the average is there.
    const other = [header, ...rows.map((row) => row.replace(/[\d.]+ W/, '1.00 W'))].join('\n');
    expect((await runBetween(other, '00', '24')).energy).toBe(energy);
  });
});
