import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Measurement, measurementSchema } from '../../../src/measurement/measurement.js';
import { recognised } from '../../../src/trackers/index.js';
import { measurement } from '../../../src/trackers/measurement/measurement.js';
import { secondsOf } from '../../../src/units/instant.js';
import { initManifest } from '../../../src/verbs/init.js';
import { assessFile } from '../../../src/verbs/shared/assess.js';
import { fixture } from './changed-texts.js';
import { exampleIntensities, exampleMeasurement, measurementOf, measurementText } from './measurement-file.js';
import { faultsOf, machinesOf, readAll } from './reading.js';

const text = fixture('measurement/two-gpus.measurement.json');
const two = measurementSchema.parse(JSON.parse(text));

type Edited = unknown;
type Path = readonly (string | number)[];

/** The value at a path, and a copy with another one there; `undefined` removes it. */
function at(path: Path, of: Edited = two): Edited {
  return path.reduce<Edited>((part, key) => (part as Readonly<Record<string | number, Edited>>)[key], of);
}

function edited(...changes: readonly (readonly [path: Path, value: Edited])[]): string {
  const copy = JSON.parse(JSON.stringify(two)) as Edited;
  for (const [path, value] of changes) {
    const parent = at(path.slice(0, -1), copy) as Record<string | number, Edited>;
    parent[path.at(-1) ?? ''] = value;
  }
  return measurementText(copy as Measurement);
}

describe('the fixtures', () => {
  it('are what the samples of the example give', () => {
    const runs = '../../../fixtures/runs/hour-by-hour/';
    const file = (name: string): string => readFileSync(new URL(runs + name, import.meta.url), 'utf8');
    expect(file('training.measurement.json')).toBe(measurementText(exampleMeasurement()));
    expect(file('intensity.csv')).toBe(exampleIntensities());
  });
});

describe('a measurement file', () => {
  it('is recognised by its kind, in any order of keys', () => {
    const turned = JSON.stringify(Object.fromEntries(Object.entries(two).reverse()));
    for (const one of [text, turned]) expect(recognised(one).map(({ id }) => id)).toEqual(['measurement']);
    expect(measurement.recognises('{"kind": "another measurement"}')).toBe(false);
  });

  it('is one run of the covered energy: 180 kJ + (180 − 52.2) kJ = 0.0855 kWh, in UTC', async () => {
    const { runs } = await readAll(measurement, text);
    const [run] = runs;
    expect(runs).toHaveLength(1);
    expect(run?.energy).toBeCloseTo(307_800 / 3.6e6, 12);
    expect(run).toMatchObject({
      tracker: 'measurement',
      version: '0.1.0',
      started: '2024-03-05T11:55:00',
      ended: '2024-03-05T12:05:00',
      boundary: 'accelerator',
      isMeasured: true,
      accelerator: { name: 'NVIDIA A100-SXM4-80GB', count: 2 },
    });
    expect(run?.hours).toBeCloseTo(1 / 6, 12);
    expect(await machinesOf(measurement, text)).toEqual([{ isUtc: true }]);
  });

  it('has the energy of each hour, and what the gap would have used: 3 min × 127.8 kJ ÷ 7 min', async () => {
    const { runs } = await readAll(measurement, text);
    const power = runs[0]?.power;
    const noon = secondsOf('2024-03-05T12:00:00Z') / 3600;
    expect([...(power?.hourly.keys() ?? [])]).toEqual([noon - 1, noon]);
    // 300 × 300 + (200 + 260) / 2 × 180 before noon
    expect(power?.hourly.get(noon - 1)).toBeCloseTo((90_000 + 41_400) / 3.6e6, 12);
    expect(power?.uncovered).toBeCloseTo((3 * 127.8) / 7 / 3600, 10);
    expect(power?.covered).toBeCloseTo(17 / 60, 10);
  });

  it('says how much was recorded: 17 of 20 device-minutes, which is a warning below 90 %', async () => {
    const { diagnostics } = await readAll(measurement, text);
    expect(diagnostics.map(({ id, severity }) => [id, severity])).toEqual([['power-coverage', 'warning']]);
    expect(diagnostics[0]?.message).toContain('for 85\u202f% of the device-hours');
    const whole = await readAll(measurement, measurementText(exampleMeasurement()));
    expect(whole.diagnostics.map(({ id, severity }) => [id, severity])).toEqual([['power-coverage', 'note']]);
  });

  it('takes no idle time into what a gap would have used', async () => {
    const samples = (until: number) => Array.from({ length: until + 1 }, (_, n) => [n * 60, n <= 5 ? 50 : 350] as const);
    // Ten minutes, then a gap of ten, then one more sample.
    const gappy = measurementOf([{ name: 'gpu 0', samples: [...samples(10), [1200, 350], [1260, 350]] }], {
      start: secondsOf('2024-02-05T00:00:00Z'),
      interval: 60,
      longestStep: 120,
      idleBelow: 100,
    });
    const { runs } = await readAll(measurement, measurementText(gappy));
    // At work: one minute of 50 to 350 W, and five of 350 W.
    expect(runs[0]?.power?.uncovered).toBeCloseTo(((200 + 5 * 350) / 6 / 1000) * (600 / 3600), 9);
  });

  it('does not take a device of 0 J for measured', async () => {
    const still = measurementOf(
      [
        {
          name: 'gpu 0',
          samples: [
            [0, 300],
            [60, 300],
          ],
        },
        {
          name: 'gpu 1',
          samples: [
            [0, 0],
            [60, 0],
          ],
        },
      ],
      { start: secondsOf('2024-02-05T00:00:00Z'), interval: 60, longestStep: 120, idleBelow: 0 },
    );
    const { runs, diagnostics } = await readAll(measurement, measurementText(still));
    expect(diagnostics.map(({ id }) => id)).toContain('not-measured');
    expect(runs[0]?.unread).toMatchObject({ acceleratorHours: 1 / 60, what: '1 of 2 GPUs' });
    const none = edited(
      ...[0, 1].flatMap((n) => [
        [['devices', n, 'energy', 'value'], 0] as const,
        [['devices', n, 'mean', 'value'], 0] as const,
        [['devices', n, 'idle'], undefined] as const,
      ]),
      ...['energy', 'mean', 'peak'].map((key) => [[key, 'value'], 0] as const),
      [['idle'], undefined],
      [['hourly', 'energy'], two.hourly.energy.map(() => 0)],
      [['series', 'mean'], two.series.mean.map(() => 0)],
      [['series', 'peak'], two.series.peak.map(() => 0)],
    );
    expect((await faultsOf(measurement, none)).map(({ id }) => id)).toEqual(['nothing-measured']);
  });

  it('has machines for devices where the meter is at the node', async () => {
    const { runs } = await readAll(measurement, edited([['boundary'], 'node']));
    expect(runs[0]).toMatchObject({ boundary: 'node', nodes: 2, parts: {} });
    expect(runs[0]?.accelerator).toBeUndefined();
  });
});

describe('figures that do not fit each other', () => {
  const [step] = two.series.mean;
  const cases: readonly (readonly [what: string, id: string, line: RegExp, path: Path, value: Edited])[] = [
    ['the energy is not the sum of the devices', 'measurement-sum', /"energy": \{/, ['energy', 'value'], 0.1],
    ['a device has another energy', 'measurement-sum', /"energy": \{/, ['devices', 1, 'energy', 'value'], 0.036],
    ['the hours have another sum', 'measurement-sum', /"energy": \[/, ['hourly', 'energy', 0], 0.04],
    ['the steps have another sum', 'measurement-sum', /"mean": \[/, ['series', 'mean', 0], (step ?? 0) * 2],
    ['the samples are not those of the devices', 'measurement-sum', /"samples": 21/, ['samples'], 21],
    ['the coverage is not that of the covered time', 'measurement-sum', /"coverage": 0\.99/, ['coverage'], 0.99],
    ['coverage beyond 1', 'measurement-shape', /"coverage": 1\.2/, ['coverage'], 1.2],
    ['a device was covered longer than the recording', 'measurement-figure', /"covered": \{/, ['devices', 0, 'covered', 'value'], 1],
    ['the end is before the start', 'measurement-time', /"end": "2024-03-05T11:00:00Z"/, ['end'], '2024-03-05T11:00:00Z'],
    ['a day that there is not', 'measurement-time', /"start": "2024-02-30/, ['start'], '2024-02-30T11:55:00Z'],
    ['a device begins early', 'measurement-time', /"start": "2024-03-05T11:00:00Z"/, ['devices', 0, 'start'], '2024-03-05T11:00:00Z'],
    ['hours that are shifted', 'measurement-time', /"start": "2024-03-04/, ['hourly', 'start'], '2024-03-04T11:00:00Z'],
    ['an hour is missing', 'measurement-figure', /"hourly": \{/, ['hourly', 'energy'], two.hourly.energy.slice(0, 1)],
    ['energy without coverage', 'measurement-figure', /"energy": \[/, ['hourly', 'coverage', 0], 0],
    ['a highest power below the mean', 'measurement-figure', /"peak": \{/, ['devices', 0, 'peak', 'value'], 100],
    ['more idle than there is', 'measurement-figure', /"idle": \{/, ['devices', 0, 'idle', 'energy', 'value'], 9],
    ['an unknown key', 'measurement-shape', /\{/, ['host'], 'node01.example.org'],
    ['a negative energy', 'measurement-shape', /"value": -1/, ['energy', 'value'], -1],
    ['a text in place of a number', 'measurement-shape', /"samples": "20"/, ['samples'], '20'],
    ['another unit', 'measurement-shape', /"unit": "Wh"/, ['energy', 'unit'], 'Wh'],
  ];

  it.each(cases)('is an error with its line and what was expected: %s', async (_, id, line, path, value) => {
    const broken = edited([path, value]);
    const faults = await faultsOf(measurement, broken);
    const found = faults.find(
      (one) =>
        one.id === id &&
        line.test(
          broken
            .split('\n')
            .slice((one.line ?? 0) - 1, (one.line ?? 0) + 1)
            .join('\n'),
        ),
    );
    expect(found, JSON.stringify(faults)).toBeDefined();
    expect(found).toMatchObject({ severity: 'error', expected: expect.any(String) });
  });

  it('names the unknown version, and reads nothing of the file', async () => {
    const faults = await faultsOf(measurement, edited([['schemaVersion'], '2.0']));
    expect(faults.map(({ id }) => id)).toEqual(['measurement-version']);
    expect(faults[0]?.message).toContain('"2.0"');
  });

  it('is found in the last line of a file that was cut', async () => {
    const faults = await faultsOf(measurement, text.slice(0, text.length - 200));
    expect(faults.map(({ id }) => id)).toEqual(['log-not-json']);
  });

  it('names no more than the place of an invalid value, which may be private', async () => {
    const faults = await faultsOf(measurement, edited([['devices', 0, 'model'], { host: 'secret-host' }]));
    expect(JSON.stringify(faults)).not.toContain('secret-host');
  });
});

/** Paths to the energies, times and powers that a run is made from. */
const figures = [
  ['energy', 'value'],
  ['devices', 0, 'energy', 'value'],
  ['devices', 1, 'covered', 'value'],
  ['hourly', 'energy', 0],
  ['hourly', 'energy', 1],
  ['coverage'],
] as const;

describe('any figure that the result rests on, multiplied by any number', () => {
  it('is an error, unless the number is 1', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...figures), fc.double({ min: 0, max: 3, noNaN: true }), async (path, factor) => {
        fc.pre(Math.abs(factor - 1) > 1e-4);
        const broken = edited([path, (at(path) as number) * factor]);
        expect((await faultsOf(measurement, broken)).length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });
});

describe('any samples', () => {
  const devices = fc.array(
    fc.tuple(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 700 })), { minLength: 2, maxLength: 30 }),
      fc.nat(3000),
    ),
    { minLength: 1, maxLength: 4 },
  );

  it('give a file whose figures fit each other, and a run of their integral', async () => {
    await fc.assert(
      fc.asyncProperty(devices, fc.nat(100_000), async (all, offset) => {
        const sampled = all.map(([steps, first], n) => {
          let at = first;
          const samples = steps.map(([step, watts]) => {
            at += step;
            return [at, watts] as const;
          });
          return { name: `gpu ${n}`, samples };
        });
        const file = measurementOf(sampled, { start: 1_700_000_000 + offset, interval: 30, longestStep: 200, idleBelow: 60 });
        fc.pre(file.devices.every(({ covered }) => covered.value > 0));
        const joules = sampled.flatMap(({ samples }) =>
          samples.slice(1).map(([to, after], n) => {
            const [from, before] = samples[n] ?? [to, after];
            return to - from > 200 ? 0 : ((before + after) / 2) * (to - from);
          }),
        );
        const { runs } = await readAll(measurement, measurementText(file));
        const energy = joules.reduce((sum, one) => sum + one, 0) / 3.6e6;
        expect(runs[0]?.energy).toBeCloseTo(energy, 9);
        const hourly = [...(runs[0]?.power?.hourly.values() ?? [])].reduce((sum, one) => sum + one, 0);
        expect(hourly).toBeCloseTo(energy, 9);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a manifest that `init` starts from a measurement file', () => {
  it('reads the file, so that the report has its power over time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'carboncard-measurement-'));
    try {
      const [file, out] = [join(folder, 'training.measurement.json'), join(folder, 'carboncard.yaml')];
      writeFileSync(file, text);
      await initManifest([file], { out, model: 'M', place: 'DE' });
      expect(readFileSync(out, 'utf8')).toContain('    from: training.measurement.json\n');
      const { assessment } = await assessFile(out);
      expect(assessment.phases[0]?.powerRecord).toMatchObject({ devices: 2, boundary: 'accelerator' });
      expect(assessment.lines.find(({ component }) => component === 'dynamic')?.energy?.value).toBeCloseTo(307_800 / 3.6e6, 12);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
