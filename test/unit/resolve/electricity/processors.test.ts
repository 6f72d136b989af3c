import { describe, expect, it } from 'vitest';
import { faultsOf, grid, idsOf, lineOf, madeOf } from '../../made.js';

const run = (hardware: string, rest = '') => madeOf(`${grid}\nhardware: ${hardware}\nduration: 100 h\n${rest}`);
const inputOf = (a: ReturnType<typeof run>, name: string) => a.lines.flatMap(({ inputs }) => inputs).find((input) => input.name === name);
const wattsOf = (a: ReturnType<typeof run>): number | undefined => a.phases[0]?.power?.value;
const energyOf = (a: ReturnType<typeof run>): number | undefined => lineOf(a, 'training.dynamic')?.energy?.value;

describe('a job on processors alone', () => {
  it('of a cluster, 64 EPYC 7763 cores and 256 GB: (280 × 0.75 + 256 × 0.3725) W × 100 h', () => {
    const a = run('64 x EPYC 7763 cores', 'memory: 256 GB');
    expect(a.phases[0]?.accelerators).toBe(1);
    expect(wattsOf(a)).toBeCloseTo(280 * 0.75 + 256 * 0.3725, 9);
    expect(energyOf(a)).toBeCloseTo((280 * 0.75 + 256 * 0.3725) / 10, 9);
    expect(inputOf(a, 'rated power')).toMatchObject({ value: 280, unit: 'W', source: 'codecarbon-processors' });
    expect(a.sources.find(({ id }) => id === 'codecarbon-processors')).toMatchObject({ year: 2026, licence: 'MIT' });
    expect(inputOf(a, 'power of a GB')).toMatchObject({ value: 0.3725, low: 0.284, high: 0.392, unit: 'W' });
    expect(idsOf(a)).toEqual(expect.arrayContaining(['cores-counted', 'rated-power', 'default-load', 'memory-power']));
    // The rest of the node, its share of a data centre, and making it.
    expect(a.lines.map(({ id }) => id)).toEqual(expect.arrayContaining(['training.host', 'training.overhead', 'training.embodied']));
  });

  it('of two processors with their memory in words: memory is counted once', () => {
    const a = run('"2 x AMD EPYC 7763, 256 GB"');
    expect(a.phases[0]?.accelerators).toBe(2);
    expect(energyOf(a)).toBeCloseTo((2 * 280 * 0.75 + 256 * 0.3725) / 10, 9);
    expect(energyOf(run('2 x AMD EPYC 7763', 'memory: 256 GB'))).toBeCloseTo(energyOf(a) ?? 0, 9);
  });

  it('of half of the cores takes half of the power, and half of a server', () => {
    const [half, whole] = [run('32 x EPYC 7763 cores'), run('EPYC 7763')];
    expect(half.phases[0]?.accelerators).toBe(0.5);
    expect(energyOf(half)).toBeCloseTo((energyOf(whole) ?? 0) / 2, 9);
    expect(lineOf(half, 'training.embodied')?.emissions.value).toBeCloseTo(
      (lineOf(whole, 'training.embodied')?.emissions.value ?? 0) / 2,
      9,
    );
  });

  it('of cores of an unnamed model: the median of the line, with its range, and a note on the cores', () => {
    const a = run('64 EPYC cores', 'memory: 256 GB');
    expect(a.phases[0]?.accelerators).toBe(2);
    const rated = inputOf(a, 'rated power');
    expect(rated).toMatchObject({ unit: 'W', basis: 'assumed' });
    expect(rated?.low).toBeLessThan(rated?.value ?? 0);
    expect(rated?.high).toBeGreaterThan(rated?.value ?? Infinity);
    expect(idsOf(a)).toEqual(expect.arrayContaining(['default-cores', 'processor-unknown']));
  });

  it('of a laptop: rated power × load, no data centre around it, no server', () => {
    const a = run('Intel(R) Core(TM) i7-1165G7 @ 2.80GHz');
    expect(wattsOf(a)).toBeCloseTo(28 * 0.75, 9);
    expect(a.lines.map(({ id }) => id)).not.toContain('training.overhead');
    expect(a.lines.map(({ id }) => id)).not.toContain('training.embodied');
  });

  it('of a virtual machine, 8 vCPUs of an unnamed Xeon: four cores', () => {
    const a = run('8 x Intel(R) Xeon(R) CPU @ 2.20GHz vCPUs', 'memory: 32 GB');
    expect(a.phases[0]?.accelerators).toBe(4 / 32);
    expect(idsOf(a)).toEqual(expect.arrayContaining(['default-cores', 'processor-unknown']));
    expect(lineOf(a, 'training.dynamic')).toMatchObject({ boundary: 'components' });
    expect(energyOf(run('8 vCPUs'))).toBeGreaterThan(0);
  });

  it('takes the rating of the manifest before that of the tables', () => {
    expect(wattsOf(run('{ accelerator: EPYC 7763, rating: 240 W }'))).toBeCloseTo(240 * 0.75, 9);
    expect(wattsOf(run('{ accelerator: 64 x EPYC 7763 cores, rating: 240 W }'))).toBeCloseTo(240 * 0.75, 9);
  });

  it('says where the memory is not used', () => {
    expect(idsOf(run('8 x A100 80GB', 'memory: 512 GB'))).toContain('memory-not-used');
    expect(idsOf(run('2 x EPYC 7763', 'memory: 512 GB\nenergy: { value: 50 kWh, boundary: node }'))).toContain('memory-not-used');
    expect(idsOf(run('2 x EPYC 7763', 'memory: 512 GB'))).not.toContain('memory-not-used');
    expect(faultsOf(() => run('EPYC 7763', 'memory: 512'))).not.toEqual([]);
  });
});
