import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amdSmi } from '../../../src/trackers/amd-smi.js';
import { nvidiaSmi } from '../../../src/trackers/nvidia-smi/nvidia-smi.js';
import type { Tracker } from '../../../src/trackers/tracker.js';
import { readAll } from './reading.js';

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
const clock = (seconds: number): string => `${two((seconds / 3600) % 24)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;

interface Format {
  readonly name: string;
  readonly tracker: Tracker;
  readonly header: string;
  readonly row: (seconds: number, gpu: number, watts: string) => string;
}

const formats: readonly Format[] = [
  {
    name: 'nvidia-smi',
    tracker: nvidiaSmi,
    header: 'timestamp, index, power.draw [W]',
    row: (seconds, gpu, watts) => `2024/03/05 ${clock(seconds)}.${two(10 + gpu)}0, ${gpu}, ${watts} W`,
  },
  {
    name: 'dmon',
    tracker: nvidiaSmi,
    header: '#Date       Time        gpu   pwr\n#YYYYMMDD   HH:MM:SS    Idx     W',
    row: (seconds, gpu, watts) => ` 20240305   ${clock(seconds)}      ${gpu}   ${watts}`,
  },
  {
    name: 'amd-smi',
    tracker: amdSmi,
    header: 'timestamp,gpu,socket_power,gfx_voltage',
    row: (seconds, gpu, watts) => `${1_709_600_000 + seconds},${gpu},${watts},N/A`,
  },
];

/** Samples at a step from one time to another, of so many GPUs at 300 W, with a header above each so many samples. */
function recording({ header, row }: Format, from: number, to: number, step: number, every: number, gpus = 1): string {
  const samples = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => {
    const rows = Array.from({ length: gpus }, (_, gpu) => row(from + at * step, gpu, '300'));
    return at % every === 0 ? [header, ...rows] : rows;
  });
  return `${samples.flat().join('\n')}\n`;
}

describe.each(formats)('$name with a header again and again', (format) => {
  it.each([
    [120, 1, 1],
    [120, 1, 8],
    [600, 1, 2],
    [30, 5, 1],
    [1, 20, 2],
  ])('each %i s, above each %i samples, %i GPUs: one run of 300 W × 1 h', async (step, every, gpus) => {
    const { runs, diagnostics } = await readAll(format.tracker, recording(format, 3600, 7200, step, every, gpus), {}, 4096);
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.3 * gpus, 9), hours: expect.closeTo(1, 4) }]);
    expect(diagnostics.filter(({ id }) => id !== 'repeated-header')).toEqual([]);
  });

  it.each([
    [120, 1],
    [30, 5],
    [10, 400],
    [600, 1],
  ])('each %i s, above each %i samples: two recordings eight hours apart are two runs of 0.3 kWh', async (step, every) => {
    const text = `${recording(format, 3600, 7200, step, every)}${recording(format, 36_000, 39_600, step, every)}`;
    const { runs, diagnostics } = await readAll(format.tracker, text, {}, 4096);
    const run = { energy: expect.closeTo(0.3, 9), hours: expect.closeTo(1, 9) };
    expect(runs).toMatchObject([run, run]);
    expect(diagnostics.filter(({ id }) => id !== 'repeated-header').map(({ id }) => id)).toEqual(['new-recording']);
  });

  it('two recordings of which the second is earlier are two runs', async () => {
    const text = `${recording(format, 36_000, 39_600, 60, 20)}${recording(format, 3600, 7200, 60, 20)}`;
    const run = { energy: expect.closeTo(0.3, 9), hours: expect.closeTo(1, 9) };
    expect((await readAll(format.tracker, text, {}, 4096)).runs).toMatchObject([run, run]);
  });

  it('has the energy of the log with one header, however often it is repeated', async () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 50, max: 170 }), fc.integer({ min: 1, max: 700 })), { minLength: 2, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 7 }), async (pairs, every) => {
        let time = 0;
        const rows = pairs.map(([seconds, watts]) => {
          time += seconds;
          return format.row(time, 0, String(watts));
        });
        const once = `${[format.header, ...rows].join('\n')}\n`;
        const often = `${rows.flatMap((row, at) => (at % every === 0 ? [format.header, row] : [row])).join('\n')}\n`;
        const [one, other] = [await readAll(format.tracker, once), await readAll(format.tracker, often)];
        expect(other.runs.map(({ energy, hours }) => [energy, hours])).toEqual(one.runs.map(({ energy, hours }) => [energy, hours]));
      }),
      { numRuns: 40 },
    );
  });
});
