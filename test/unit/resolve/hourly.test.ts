import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { type HourlySeries, hourlyKey } from '../../../src/manifest/hourly/series.js';
import type { LoggedPhase } from '../../../src/manifest/logged.js';
import { parseText } from '../../../src/manifest/parse.js';
import { matchedHours } from '../../../src/resolve/places/hourly-grid.js';
import { resolveManifest } from '../../../src/resolve/resolve.js';
import { powerRecordOf } from '../../../src/runs/power-record.js';

const first = 475_000;

/** A log with this energy (kWh) in each hour from the first on; `null` where nothing was recorded. */
function logged(energies: readonly (number | null)[]): LoggedPhase {
  const start = first * 3600;
  const hourly = new Map(energies.flatMap((kWh, n) => (kWh === null ? [] : [[first + n, kWh] as const])));
  const watts = energies.map((kWh) => (kWh === null ? null : kWh * 1000));
  const record = powerRecordOf(
    [
      {
        start,
        end: start + energies.length * 3600,
        devices: 1,
        covered: hourly.size,
        recorded: hourly.size,
        uncovered: 0,
        hourly,
        steps: { start, length: 3600, mean: watts, peak: watts },
      },
    ],
    'accelerator',
  );
  const value = energies.reduce<number>((sum, kWh) => sum + (kWh ?? 0), 0);
  return {
    cite: 'log',
    energy: { value, boundary: 'accelerator', basis: 'measured' },
    record,
    duration: energies.length,
    accelerators: 1,
    hardware: 'H100 SXM',
    year: 2024,
    diagnostics: [],
  };
}

const series = (values: readonly (number | null)[], more: Partial<HourlySeries> = {}): HourlySeries => ({
  values: new Map(values.flatMap((intensity, n) => (intensity === null ? [] : [[first + n, intensity] as const]))),
  column: 'gCO2e/kWh',
  estimated: new Set(),
  isElectricityMaps: false,
  remarks: [],
  ...more,
});

const hourlyGrid = 'grid: { hourly: i.csv, cite: Intensities, licence: CC0 }';

function assessed(grid: string, energies: readonly (number | null)[], intensities?: HourlySeries, samples = 0): Assessment {
  const text = `model: M\nfrom: log.json\nlocation: FR\npue: 1.2\n${grid}\n`;
  const resolved = resolveManifest(parseText(text), {
    phases: new Map([['', logged(energies)]]),
    hourlySeries: new Map(intensities === undefined ? [] : [[hourlyKey('i.csv'), intensities]]),
    faults: [],
  });
  return assess(resolved, { samples });
}

const lineOf = (assessment: Assessment, component: string) => assessment.lines.find((line) => line.component === component);
const idsOf = (assessment: Assessment): readonly string[] => assessment.diagnostics.map(({ id }) => id);

function faultsOf(make: () => unknown): readonly string[] {
  try {
    make();
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics.map(({ id }) => id);
    throw error;
  }
}

/** What one accelerator can take in an hour. */
const kWh = fc.double({ min: 0.15, max: 0.7, noNaN: true });
const grams = fc.double({ min: 5, max: 1200, noNaN: true });
const hours = fc.array(fc.tuple(kWh, grams), { minLength: 1, maxLength: 60 });

describe('emissions hour by hour', () => {
  it('1 kWh × 100 g + 3 kWh × 200 g = 700 g, where the plain mean gives 600 g', () => {
    const assessment = assessed(hourlyGrid, [1, 3], series([100, 200]));
    expect(lineOf(assessment, 'dynamic')?.emissions.value).toBeCloseTo(0.7, 12);
    const { grid } = assessment.phases[0] ?? {};
    expect(grid?.intensity.value).toBe(175);
    expect(grid?.hourly).toMatchObject({ hours: 2, mean: { value: 150 }, emissions: { value: 0.7 }, energy: { value: 4 } });
    expect(grid?.hourly?.timing).toBeCloseTo(175 / 150 - 1, 12);
  });

  it('takes the same intensity for the host and the overhead: PUE 1.2 adds a fifth', () => {
    const assessment = assessed(hourlyGrid, [1, 3], series([100, 200]));
    const [work, host, overhead] = ['dynamic', 'host', 'overhead'].map((component) => lineOf(assessment, component));
    expect(host?.emissions.value).toBeCloseTo(((host?.energy?.value ?? 0) * 175) / 1000, 12);
    expect(overhead?.emissions.value).toBeCloseTo(0.2 * ((work?.emissions.value ?? 0) + (host?.emissions.value ?? 0)), 12);
  });

  it('is Σ energy × intensity, to 1e-12', () => {
    fc.assert(
      fc.property(hours, (all) => {
        const assessment = assessed(
          hourlyGrid,
          all.map(([energy]) => energy),
          series(all.map(([, intensity]) => intensity)),
        );
        const direct = all.reduce((sum, [energy, intensity]) => sum + energy * intensity, 0) / 1000;
        expect(Math.abs((lineOf(assessment, 'dynamic')?.emissions.value ?? 0) / direct - 1)).toBeLessThan(1e-12);
      }),
      { numRuns: 60 },
    );
  });

  it('is what the average gives where every hour has the average, with the same interval', () => {
    fc.assert(
      fc.property(fc.array(kWh, { minLength: 1, maxLength: 40 }), fc.integer({ min: 5, max: 1200 }), (energies, intensity) => {
        const flat = assessed(hourlyGrid, energies, series(energies.map(() => intensity)), 100);
        const average = assessed(`grid: { intensity: ${intensity} g/kWh, cite: Intensities }`, energies, undefined, 100);
        expect(flat.lines.map(({ emissions: { value } }) => value)).toEqual(average.lines.map(({ emissions: { value } }) => value));
        expect(flat.phases[0]?.grid?.intensity).toEqual(average.phases[0]?.grid?.intensity);
      }),
      { numRuns: 30 },
    );
  });

  it('changes nothing in any order of hours', () => {
    fc.assert(
      fc.property(hours, fc.infiniteStream(fc.nat()), (all, random) => {
        const pairs = all.map(([energy, intensity], n) => [first + n, energy, intensity] as const);
        const shuffled = pairs.toSorted(() => (random.next().value % 2 === 0 ? 1 : -1));
        const of = (rows: typeof pairs) =>
          matchedHours(
            new Map(rows.map(([hour, energy]) => [hour, energy])),
            new Map(rows.map(([hour, , intensity]) => [hour, intensity])),
          );
        expect(of(shuffled)).toEqual(of(pairs));
      }),
      { numRuns: 60 },
    );
  });

  it('lies between the lowest and the highest intensity', () => {
    fc.assert(
      fc.property(hours, (all) => {
        const matched = matchedHours(
          new Map(all.map(([energy], n) => [n, energy])),
          new Map(all.map(([, intensity], n) => [n, intensity])),
        );
        const intensities = all.map(([, intensity]) => intensity);
        expect(matched?.value).toBeGreaterThanOrEqual(Math.min(...intensities) * (1 - 1e-11));
        expect(matched?.value).toBeLessThanOrEqual(Math.max(...intensities) * (1 + 1e-11));
      }),
    );
  });
});

describe('hours that lack one of the two', () => {
  it('take the mean of the others where there is no intensity, and never 0; a warning has their share', () => {
    const assessment = assessed(hourlyGrid, [1, 3, 4], series([100, 200, null]));
    expect(lineOf(assessment, 'dynamic')?.emissions.value).toBeCloseTo((8 * 175) / 1000, 12);
    expect(assessment.phases[0]?.grid?.hourly?.withoutIntensity).toEqual({ hours: 1, energy: { value: 4, unit: 'kWh' } });
    const found = assessment.diagnostics.find(({ id }) => id === 'hourly-without-intensity');
    expect(found?.message).toContain('1 of 3 hours with 50\u202f% of the energy');
  });

  it('are named where there is no energy', () => {
    const assessment = assessed(hourlyGrid, [1, null, 3], series([100, 900, 200]));
    expect(assessment.phases[0]?.grid?.intensity.value).toBe(175);
    expect(assessment.phases[0]?.grid?.hourly?.withoutEnergy).toBe(1);
    expect(idsOf(assessment)).toContain('hourly-without-energy');
  });

  it('are an error where none has both', () => {
    expect(faultsOf(() => assessed(hourlyGrid, [1], series([null, 100])))).toContain('hourly-no-overlap');
  });
});

describe('what has to be beside the series', () => {
  it('is a source', () => {
    expect(faultsOf(() => assessed('grid: { hourly: i.csv }', [1], series([100])))).toContain('hourly-uncited');
  });

  it('is an energy by hour: else the yearly average is used, with a warning', () => {
    const text = `model: M\nhardware: 8 x H100 SXM\nduration: 10 h\nlocation: FR\nyear: 2022\n${hourlyGrid}\n`;
    const files = { phases: new Map(), hourlySeries: new Map([[hourlyKey('i.csv'), series([100])]]), faults: [] };
    const assessment = assess(resolveManifest(parseText(text), files), { samples: 0 });
    expect(assessment.diagnostics.find(({ id }) => id === 'hourly-not-used')?.severity).toBe('warning');
    expect(assessment.phases[0]?.grid?.intensity.value).toBeCloseTo(78.81, 2);
  });

  it('is the file: the text alone is an error', () => {
    expect(faultsOf(() => resolveManifest(parseText(`model: M\nhardware: H100\nduration: 1 h\nlocation: FR\n${hourlyGrid}\n`)))).toContain(
      'hourly-not-read',
    );
  });

  it('is questioned where the zone is another one', () => {
    expect(idsOf(assessed(hourlyGrid, [1], series([100], { zone: 'DE' })))).toContain('hourly-other-zone');
    expect(idsOf(assessed(hourlyGrid, [1], series([100], { zone: 'FR' })))).not.toContain('hourly-other-zone');
  });
});

describe('the yearly average beside it', () => {
  it('is that of the tables for the place and year; of a download of Electricity Maps the one for consumption', () => {
    const own = assessed(hourlyGrid, [1, 3], series([100, 200]));
    expect(own.phases[0]?.grid?.hourly?.yearly).toMatchObject({ year: 2024, kind: expect.stringContaining('production') as string });
    const maps = assessed(hourlyGrid, [1, 3], series([100, 200], { isElectricityMaps: true }));
    expect(maps.phases[0]?.grid?.hourly?.yearly).toMatchObject({ year: 2024, kind: expect.stringContaining('consumption') as string });
  });

  it('is that of the manifest where it has one: 175 g is 25 % below 233.3 g', () => {
    const grid = 'grid: { hourly: i.csv, intensity: 200 g/kWh, cite: Intensities }';
    const hourly = assessed(grid, [1, 3], series([100, 200])).phases[0]?.grid?.hourly;
    expect(hourly?.yearly).toMatchObject({ intensity: { value: 200 }, difference: 175 / 200 - 1, period: 150 / 200 - 1 });
    // The two parts of the difference make the whole.
    expect((1 + (hourly?.yearly?.period ?? 0)) * (1 + (hourly?.timing ?? 0)) - 1).toBeCloseTo(hourly?.yearly?.difference ?? 0, 12);
  });

  it('has the emissions of all electricity of the phase by it', () => {
    const grid = 'grid: { hourly: i.csv, intensity: 350 g/kWh, cite: Intensities }';
    const assessment = assessed(grid, [1, 3], series([100, 200]));
    const electricity = assessment.lines.reduce((sum, { energy, emissions }) => sum + (energy === undefined ? 0 : emissions.value), 0);
    const hourly = assessment.phases[0]?.grid?.hourly;
    expect(hourly?.electricity?.value).toBeCloseTo(electricity, 12);
    expect(hourly?.yearly?.emissions?.value).toBeCloseTo(2 * electricity, 12);
  });
});
