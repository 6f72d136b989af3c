import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognised } from '../../../src/trackers/index.js';
import { nvidiaSmi } from '../../../src/trackers/nvidia-smi/nvidia-smi.js';
import { zeus } from '../../../src/trackers/zeus.js';
import { faultsOf, readAll } from './reading.js';

const smi = 'timestamp, name, uuid, utilization.gpu [%], power.draw [W]';
const at = (seconds: number) =>
  `2024/10/13 03:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${(seconds % 60).toFixed(3).padStart(6, '0')}`;
const sample = (seconds: number, power: string, gpu = 'GPU-secret') => `${at(seconds)}, NVIDIA H100 80GB HBM3, ${gpu}, 25 %, ${power}`;
const log = (...rows: readonly string[]) => `${[smi, ...rows].join('\n')}\n`;

describe('nvidia-smi', () => {
  it('(100 W + 200 W) ÷ 2 × 36 s + 200 W × 36 s = 12.6 kJ = 0.0035 kWh', async () => {
    const text = log(sample(0, '100.00 W'), sample(36, '200.00 W'), sample(72, '200.00 W'));
    expect(recognised(text).map(({ id }) => id)).toEqual(['nvidia-smi']);
    const { runs, diagnostics } = await readAll(nvidiaSmi, text);
    expect(diagnostics).toEqual([]);
    expect(runs).toEqual([
      {
        tracker: 'nvidia-smi',
        lines: [2, 4],
        ended: '2024-10-13T03:01:12',
        hours: expect.closeTo(0.02, 9),
        energy: expect.closeTo(0.0035, 9),
        boundary: 'accelerator',
        parts: { gpu: expect.closeTo(0.0035, 9) },
        isMeasured: true,
        accelerator: { name: 'NVIDIA H100 80GB HBM3', count: 1 },
        place: {},
      },
    ]);
    expect(JSON.stringify(runs)).not.toContain('secret');
  });

  it('adds GPUs whose rows alternate, and reads units from the header', async () => {
    const rows = [0, 30].flatMap((seconds) => ['a', 'b'].map((gpu) => sample(seconds, '120', gpu)));
    expect((await readAll(nvidiaSmi, log(...rows))).runs).toMatchObject([{ energy: expect.closeTo(0.002, 9), accelerator: { count: 2 } }]);
  });

  it('interpolates what was not read, and reports it', async () => {
    const rows = [sample(0, '100 W'), sample(30, '[N/A]'), smi, sample(60, '[N/A]'), sample(360, '100 W')];
    const { runs, diagnostics } = await readAll(nvidiaSmi, log(...rows));
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.01, 9) }]);
    expect(diagnostics.map(({ id }) => id)).toEqual(['repeated-header', 'no-reading', 'gaps']);
  });

  it('has two runs where the recording was stopped for eight hours: 300 W × 1 h twice = 0.6 kWh in 2 h', async () => {
    const hour = (hour: number) =>
      [0, 20, 40, 59].map((minute) => `2024/10/13 ${hour}:${String(minute).padStart(2, '0')}:00.000, NVIDIA H100, a, 9 %, 300.00 W`);
    const last = (hour: number) => `2024/10/13 ${hour}:00:00.000, NVIDIA H100, a, 9 %, 300.00 W`;
    const { runs, diagnostics } = await readAll(nvidiaSmi, log(...hour(10), last(11), smi, ...hour(19), last(20)));
    expect(runs).toMatchObject([
      { lines: [2, 6], energy: expect.closeTo(0.3, 9), hours: expect.closeTo(1, 9), ended: '2024-10-13T11:00:00' },
      { lines: [8, 12], energy: expect.closeTo(0.3, 9), hours: expect.closeTo(1, 9), ended: '2024-10-13T20:00:00' },
    ]);
    expect(diagnostics.find(({ id }) => id === 'new-recording')).toMatchObject({
      line: 8,
      message: 'The header is repeated after 28800 s without rows: the recording was stopped. What follows is a run of its own.',
    });
    const earlier = await readAll(nvidiaSmi, log(...hour(19), last(20), smi, ...hour(10), last(11)));
    expect(earlier.runs).toMatchObject([{ energy: expect.closeTo(0.3, 9) }, { energy: expect.closeTo(0.3, 9) }]);
  });

  it.each([
    ['[Not Supported]', 'One GPU (Quadro K620) has fewer than two power readings. The energy of the log does not include it.'],
    ['[N/A]', 'One GPU (Quadro K620) has fewer than two power readings. The energy of the log does not include it.'],
    ['0.00 W', 'One GPU (Quadro K620) has an energy of 0 kWh, so it was not measured. The energy of the log does not include it.'],
  ])('counts no card with %s throughout: 300 W × 36 s = 0.003 kWh of the other', async (power, message) => {
    const rows = [0, 36].flatMap((seconds) => [`${at(seconds)}, Quadro K620, b, 0 %, ${power}`, sample(seconds, '300 W')]);
    const { runs, diagnostics } = await readAll(nvidiaSmi, log(...rows));
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.003, 9), accelerator: { name: 'NVIDIA H100 80GB HBM3', count: 1 } }]);
    expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([message]);
  });

  it('counts no time before the first reading and after the last, and says so: 100 W × 36 s = 0.001 kWh', async () => {
    const rows = [sample(0, '[N/A]'), sample(36, '100 W'), sample(72, '100 W'), sample(90, '[N/A]')];
    const { runs, diagnostics } = await readAll(nvidiaSmi, log(...rows));
    expect(runs).toMatchObject([{ energy: expect.closeTo(0.001, 9), hours: expect.closeTo(0.01, 9) }]);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '2 rows before the first or after the last power reading of a GPU have none. Their time is not counted.',
    ]);
  });

  it.each([
    ['no GPU column and one time', `timestamp, power.draw [W]\n${at(0)}, 1 W\n${at(0)}, 2 W\n`, 'no-gpu-column', 3],
    ['a time before the row before', log(sample(9, '1 W'), sample(8, '1 W')), 'log-backwards', 3],
    ['milliwatts', log(sample(0, '1 mW')), 'log-unit', 2],
    ['no unit at all', `timestamp, power.draw\n${at(0)}, 1\n`, 'log-unit', 2],
    ['a decimal comma', log(sample(0, '22,89 W')), 'cell-count', 2],
    ['no power at all', log(sample(0, '[Not Supported]'), sample(1, '[Not Supported]')), 'no-power', 1],
    ['0 W throughout', log(sample(0, '0.00 W'), sample(1, '0.00 W')), 'nothing-measured', 1],
    ['times that Excel saved', log('26:11.7, a, b, 1, 1 W', '27:11.7, a, b, 1, 1 W'), 'excel-time', 2],
    ['no time', log('now, a, b, c, 1 W'), 'log-time', 2],
  ])('rejects %s, with the row', async (_, text, id, line) => {
    expect(await faultsOf(nvidiaSmi, text)).toMatchObject([{ id, line }]);
  });

  it('gives the same energy in any order of columns, between the lowest and the highest power', async () => {
    const series = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 700 })), { minLength: 2, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(series, async (steps) => {
        fc.pre(steps.some(([, watts]) => watts > 0));
        let time = 0;
        const rows = steps.map(([seconds, watts]) => {
          time += seconds;
          return sample(time, `${watts}.00 W`);
        });
        const turned = [smi, ...rows].map((row) => row.split(', ').toReversed().join(', ')).join('\n');
        const energy = (await readAll(nvidiaSmi, log(...rows))).runs[0]?.energy ?? Number.NaN;
        expect((await readAll(nvidiaSmi, turned)).runs[0]?.energy).toBe(energy);
        const hours = (time - (steps[0]?.[0] ?? 0)) / 3600;
        const powers = steps.map(([, watts]) => watts / 1000);
        expect(energy).toBeGreaterThanOrEqual(Math.min(...powers) * hours * (1 - 1e-6));
        expect(energy).toBeLessThanOrEqual(Math.max(...powers) * hours * (1 + 1e-6));
      }),
      { numRuns: 100 },
    );
  });
});

describe('Zeus', () => {
  const header = 'start_time,window_name,elapsed_time,gpu0_energy,gpu1_energy';

  it('adds windows that follow one another: (3.6 + 1.8 + 1.8) kJ = 0.002 kWh', async () => {
    const text = `${header}\n100.0,epoch 0,10.0,3600.0,1800.0\n110.001,epoch 1,8.0,1000.0,800.0\n`;
    expect(recognised(text).map(({ id }) => id)).toEqual(['zeus']);
    expect((await readAll(zeus, text)).runs).toMatchObject([
      { energy: expect.closeTo(0.002, 12), hours: 18 / 3600, boundary: 'accelerator', accelerator: { count: 2 }, lines: [2, 3] },
    ]);
  });

  it.each([
    ['windows that overlap', `${header}\n102.0,step,3.0,1.0,1.0\n100.0,epoch,10.0,9.0,9.0\n`, 'windows-overlap', 3],
    ['a shifted row', `${header}\n1.0,2.0,3.0,4.0\n`, 'cell-count', 2],
    ['an invalid energy', `${header}\n1.0,a,2.0,x,1.0\n`, 'log-not-a-number', 2],
    ['windows of 0 J', `${header}\n100.0,epoch,10.0,0.0,0.0\n`, 'nothing-measured', 1],
    ['a header alone', `${header}\n`, 'no-rows', 1],
  ])('rejects %s, with the row', async (_, text, id, line) => {
    expect(await faultsOf(zeus, text)).toMatchObject([{ id, line }]);
  });
});

describe('any text', () => {
  it('gives a reading or a diagnostic', async () => {
    const whole = log(sample(0, '100.00 W'), sample(36, '200.00 W'));
    const text = fc.oneof(
      fc.string(),
      fc.nat(whole.length).map((end) => whole.slice(0, end)),
      fc.string().map((tail) => whole + tail),
      fc.string().map((tail) => `start_time,window_name,elapsed_time,gpu0_energy\n${tail}`),
    );
    await fc.assert(
      fc.asyncProperty(text, async (one) => {
        for (const tracker of recognised(one)) await faultsOf(tracker, one);
      }),
    );
  });
});
