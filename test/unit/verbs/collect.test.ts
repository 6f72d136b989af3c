import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measurement } from '../../../src/measurement/measurement.js';
import { utcText } from '../../../src/units/instant.js';
import { collect } from '../../../src/verbs/collect.js';
import { readLog } from '../../../src/verbs/shared/logs/read-logs.js';
import { writtenByDuckDB } from '../telemetry/duckdb-files.js';
import { exactJoules, type MadeSample, testFolder, textFormats } from '../telemetry/made-samples.js';

const folder = testFolder();
const fixtures = 'fixtures/trackers/nvidia-smi';

async function measured(inputs: readonly string[], options: Parameters<typeof collect>[1] = {}): Promise<Measurement> {
  return (await collect(inputs, { out: '-', timeZone: 'UTC', boundary: 'accelerator', ...options })).measurement;
}

/** A time of seconds after 5 March 2024, 12:00 UTC. */
const at = (seconds: number): string => utcText(1_709_640_000 + seconds) ?? '';

describe('the integral', () => {
  it('of two cards: (300 + 340) ÷ 2 × 60 s and (200 + 220) ÷ 2 × 60 s are 31,800 J', async () => {
    const { energy, devices, ...rest } = await measured([`${fixtures}/two-cards.csv`]);
    expect(energy).toEqual({ value: 0.00883333333333, unit: 'kWh' });
    expect(devices.map((device) => [device.name, device.energy.value])).toEqual([
      ['gpu 0', 0.00533333333333],
      ['gpu 1', 0.0035],
    ]);
    expect(rest).toMatchObject({ coverage: 1, samples: 6, mean: { value: 530, unit: 'W' } });
  });

  it.each(readdirSync(fixtures))('of %s is that of `init`', async (name) => {
    let energy = 0;
    await readLog(`${fixtures}/${name}`, {}, ({ run }) => {
      energy += run.energy ?? 0;
    });
    expect((await measured([`${fixtures}/${name}`])).energy.value).toBeCloseTo(energy, 10);
  });

  it.each([
    ['hourly samples', 3600, 3600],
    ['minutes with a pause of 40', 60, 2400],
    ['seconds with a pause of an hour', 1, 3600],
  ])('of %s counts what is between near samples', async (_, step, pause) => {
    const times = [...Array.from({ length: 40 }, (__, n) => n * step), 39 * step + pause, 40 * step + pause];
    const rows = times.map((second) => `${at(second)},0,300`);
    const file = folder.write(`pause-${step}.csv`, `time,gpu,power (W)\n${rows.join('\n')}\n`);
    const covered = (pause > 10 * step ? 40 : 40 + pause / step) * step;
    const { energy, coverage } = await measured([file]);
    expect(energy.value).toBeCloseTo((300 * covered) / 3.6e6, 10);
    expect(coverage).toBeCloseTo(covered / (40 * step + pause), 9);
  });

  it('of two machines whose cards have one number is that of both where each file is a machine', async () => {
    const log = (shift: number): string =>
      `time,gpu,power (W)\n${Array.from({ length: 61 }, (_, n) => `${at(n + shift / 1000)},0,300`).join('\n')}\n`;
    const files = [folder.write('machine-a.csv', log(100)), folder.write('machine-b.csv', log(600))];
    const one = await collect(files, { out: '-', timeZone: 'UTC', boundary: 'accelerator' });
    expect(one.measurement.devices).toHaveLength(1);
    expect(one.diagnostics.map(({ id, severity }) => [id, severity])).toContainEqual(['files-of-one-device', 'warning']);
    const both = await collect(files, { out: '-', timeZone: 'UTC', boundary: 'accelerator', machinePerFile: true });
    expect(both.diagnostics.map(({ id }) => id)).toEqual(['idle-not-told']);
    expect(both.measurement.devices.map(({ name }) => name)).toEqual(['node 0, gpu 0', 'node 1, gpu 0']);
    expect(both.measurement.energy.value).toBeCloseTo((2 * 300 * 60) / 3.6e6, 12);
    expect(JSON.stringify(both.measurement)).not.toMatch(/machine-[ab]/);
  });

  it('of a table without a column for its two devices is refused', async () => {
    const rows = Array.from({ length: 60 }, (_, n) => {
      const time = at(n);
      return `${time},300\n${time},100`;
    });
    const file = folder.write('two-devices.csv', `time,power (W)\n${rows.join('\n')}\n`);
    await expect(measured([file])).rejects.toThrow('several devices share a name');
  });

  it('of a piecewise linear power is exact, whatever the order, the split and the format', async () => {
    const start = 1_709_639_880_000;
    const sample = fc.record({
      device: fc.constantFrom('0', '1', '2'),
      step: fc.integer({ min: 1, max: 9000 }),
      watts: fc.integer({ min: 0, max: 450_000 }),
    });
    const run = fc.array(sample, { minLength: 12, maxLength: 60 }).map((steps): readonly MadeSample[] => {
      const times = new Map<string, number>();
      return steps.map(({ device, step, watts }) => {
        const time = (times.get(device) ?? start) + step;
        times.set(device, time);
        return { device, time, watts: watts / 1000 };
      });
    });
    const kinds = fc.constantFrom('parquet', ...Object.keys(textFormats));
    await fc.assert(
      fc.asyncProperty(run, kinds, fc.integer(), fc.integer({ min: 1, max: 3 }), async (samples, kind, seed, count) => {
        const shuffled = [...samples].sort((a, b) => hash(a, seed) - hash(b, seed));
        const files = Array.from({ length: count }, (_, at) => shuffled.filter((_one, place) => place % count === at)).filter(
          (own) => own.length > 0,
        );
        const inputs: string[] = [];
        for (const [at, own] of files.entries()) {
          const [name, content] = textFormats[kind === 'parquet' ? 'csv' : kind]?.(own) ?? ['', ''];
          const text = folder.write(`${at}-${name}`, content);
          inputs.push(kind === 'parquet' ? await asParquet(text, `${folder.path}/${at}.parquet`) : text);
        }
        const { energy, hourly, samples: read } = await measured(inputs, { gap: 1e5 });
        const joules = exactJoules(samples);
        expect(read).toBe(samples.length);
        expect(Math.abs(energy.value * 3.6e6 - joules)).toBeLessThanOrEqual(joules * 1e-9);
        const hours = hourly.energy.reduce<number>((sum, value) => sum + (value ?? 0), 0);
        expect(Math.abs(hours * 3.6e6 - joules)).toBeLessThanOrEqual(joules * 1e-9);
      }),
      { numRuns: 18, seed: 19 },
    );
  }, 60_000);

  const asParquet = (text: string, file: string): Promise<string> =>
    writtenByDuckDB(`SELECT time::TIMESTAMPTZ AS time, device, watts::DOUBLE AS watts FROM read_csv('${text}')`, file, 'FORMAT parquet');

  /** A number that looks like chance. */
  const hash = ({ time, device }: MadeSample, seed: number): number => {
    const wave = Math.sin((time % 1e6) * 13 + Number(device) * 7 + (seed % 1000)) * 1e4;
    return wave - Math.floor(wave);
  };
});
