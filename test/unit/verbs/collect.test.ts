import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measurement } from '../../../src/measurement/measurement.js';
import { collect } from '../../../src/verbs/collect.js';
import { readLog } from '../../../src/verbs/shared/logs/read-logs.js';
import { writtenByDuckDB } from '../telemetry/duckdb-files.js';
import { exactJoules, type MadeSample, testFolder, textFormats } from '../telemetry/made-samples.js';

const folder = testFolder();
const fixtures = 'fixtures/trackers/nvidia-smi';

async function measured(inputs: readonly string[], options: Parameters<typeof collect>[1] = {}): Promise<Measurement> {
  return (await collect(inputs, { out: '-', timeZone: 'UTC', boundary: 'accelerator', ...options })).measurement;
}

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
