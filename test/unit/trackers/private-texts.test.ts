import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { csv } from '../../../src/trackers/csv.js';
import { nvidiaSmi } from '../../../src/trackers/nvidia-smi/nvidia-smi.js';
import { figuresOf } from '../../../src/trackers/power/power-cell.js';
import type { ReadOptions, Tracker } from '../../../src/trackers/tracker.js';
import { wandb } from '../../../src/trackers/wandb.js';
import { readAll } from './reading.js';

/** All that a reader says of a text, and the runs. */
async function said(tracker: Tracker, text: string, options?: ReadOptions): Promise<string> {
  try {
    return JSON.stringify(await readAll(tracker, text, options));
  } catch (error) {
    if (error instanceof InputError) return JSON.stringify(error.diagnostics);
    throw error;
  }
}

const row = (second: number): string => `2024/03/05 12:00:${String(second).padStart(2, '0')}.000, 0, NVIDIA A100-SXM4-80GB, 300.00 W`;
const rows = Array.from({ length: 40 }, (_, second) => row(second));
const log = (...lines: readonly string[]): string => `${['timestamp, index, name, power.draw [W]', ...lines].join('\n')}\n`;

describe('names of hosts and users in a power log', () => {
  it.each([
    'srun: error: gpu17: task 0: Exited with exit code 1 (user jdoe)',
    'slurmstepd: error: *** JOB 4711 ON gpu17 CANCELLED AT 2024-03-05T12:00:40 DUE TO TIME LIMIT, user jdoe ***',
    'jdoe@gpu17',
    'gpu17.uni.example',
    'gpu17, jdoe, a, b',
    '2024/03/05 12:00:40.000, 0, NVIDIA A100-SXM4-80GB, gpu17:jdoe',
    '2024/03/05 12:00:40.000 gpu17, 0, jdoe, 300.00 W',
  ])('are never said, wherever they are: %s', async (line) => {
    for (const lines of [[...rows, line], [...rows.slice(0, 20), line, ...rows.slice(20)], [line]])
      expect(await said(nvidiaSmi, log(...lines))).not.toMatch(/gpu17|jdoe/);
  });

  it('of any spelling are never said', async () => {
    const usual = await said(nvidiaSmi, log(...rows.toSpliced(20, 0, 'no such thing here', 'x')));
    const name = fc.stringMatching(/^[a-z]{4,9}[0-9]{0,3}$/);
    await fc.assert(
      fc.asyncProperty(name, fc.constantFrom('', ' ', ': ', ', ', '.'), name, fc.nat(rows.length), async (one, between, other, at) => {
        // Words of the messages are no names.
        fc.pre(![one, other].some((word) => usual.includes(word)));
        const text = await said(nvidiaSmi, log(...rows.toSpliced(at, 0, `${one}${between}${other}`)));
        expect(text.includes(one) || text.includes(other)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('are not said where columns that a pattern fits have them: column 3 has no power', async () => {
    const table = 'time,gpu-node17.uni.example (W),gpu-node18.uni.example (W)\n0,300,0\n36,300,0\n72,300,0\n';
    const text = await said(csv, table, { columns: { time: 'time', power: '*(W)' } });
    expect(text).not.toContain('uni.example');
    expect(text).toContain('column 3');
    const broken = await said(csv, table.replaceAll('36,300', '36,x'), { columns: { time: 'time', power: '*(W)' } });
    expect(broken).toContain('column 2');
    expect(broken).not.toContain('uni.example');
  });

  it('are said where a person typed the name of the column', async () => {
    const table = 'time,rack 4 (W),rack 5 (W)\n0,300,0\n36,300,0\n';
    expect(await said(csv, table, { columns: { time: 'time', power: ['rack 4 (W)', 'rack 5 (W)'] } })).toContain('rack 5');
  });

  it('are not said of a machine of Weights & Biases', async () => {
    const table =
      '_timestamp,system.gpu.0.powerWatts/l:gpu17\n1709632800,300\n1709632836,300\n1709632850,x\n1709632872,300\n1709632908,300\n';
    expect(await said(wandb, table)).not.toContain('gpu17');
  });
});

describe('a cell in a message', () => {
  it.each([
    '300.00 V',
    '22,89 W',
    '12x',
    '2024/03/05 11:00:3',
    '2024-03-05T12:00:00Z',
    '-3.00 W',
    '26:11.7',
    '',
  ])('is quoted where it is a figure: %s', (text) => {
    expect(figuresOf(text)).toBe(text);
  });

  it.each([
    'gpu17',
    'jdoe 300',
    '300 jdoe',
    '10.20.30.40',
    '2024-03-05T12:00:00 gpu17',
    'now',
  ])('is not quoted where it may be a name: %s', (text) => {
    expect(figuresOf(text)).toBe('…');
  });
});
