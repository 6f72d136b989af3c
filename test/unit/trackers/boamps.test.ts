import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boamps } from '../../../src/trackers/boamps/boamps.js';
import { recognised } from '../../../src/trackers/index.js';
import { changed, expectSound, fixture } from './changed-texts.js';
import { faultsOf, readAll } from './reading.js';

type Json = Record<string, unknown>;
const report = (measure: Json, more: Json = {}): string =>
  JSON.stringify({ task: { taskStage: 'training' }, measures: [{ measurementMethod: 'other', ...measure }], ...more });
const runOf = async (text: string) => (await readAll(boamps, text)).runs[0];

describe('a BoAmps report', () => {
  it.each(['inference', 'two-measures', 'old-units'])('is recognised by its content: %s', (name) => {
    const text = fixture(`boamps/${name}.json`);
    expect(recognised(text).map(({ id }) => id)).toEqual(['boamps']);
    expect(recognised(`\uFEFF${text.replaceAll('\n', '\r\n')}`).map(({ id }) => id)).toEqual(['boamps']);
  });

  it('has 0.36 kWh in 1800 s = 0.5 h, for 250 requests, on four GPUs', async () => {
    const { runs, diagnostics } = await readAll(boamps, fixture('boamps/inference.json'));
    expect(diagnostics.map(({ id }) => id)).toEqual(['stated-quality']);
    expect(runs).toEqual([
      {
        tracker: 'boamps',
        version: '1.1.0',
        lines: [23, 28],
        phase: 'deployment',
        requests: 250,
        ended: '2025-03-05T17:20:00',
        hours: 0.5,
        energy: 0.36,
        boundary: 'components',
        parts: {},
        isMeasured: false,
        accelerator: { name: 'NVIDIA L4', count: 4 },
        place: { country: 'Sweden' },
        accuracy: 0.1,
      },
    ]);
  });

  it('reads each of several measures as a run: 1.5 or 2.4 or 2.5 kWh, and not 6.4', async () => {
    const { runs, diagnostics } = await readAll(boamps, fixture('boamps/two-measures.json'));
    expect(diagnostics.map(({ id }) => id)).toEqual(['alternative-measures']);
    expect(runs).toMatchObject([
      { alternative: 'nvidia-smi', energy: 1.5, boundary: 'accelerator', isMeasured: true, started: '2025-05-30T10:00:00', lines: [5, 5] },
      { alternative: 'wattmeter', energy: 2.4, boundary: 'node', isMeasured: true, started: '2025-05-30T10:00:00', lines: [6, 11] },
      { alternative: 'wattmeter 2', energy: 2.5, hours: 2, ended: '2025-06-01T09:00:00' },
    ]);
    expect(runs[0]).toMatchObject({ phase: 'finetuning', intensity: 140, place: { country: 'Belgium', region: 'Wallonia' } });
  });

  it('of an older format: 725 Wh = 0.725 kWh, a GPU by its manufacturer, family and series', async () => {
    const { runs } = await readAll(boamps, fixture('boamps/old-units.json'));
    expect(runs).toMatchObject([
      { energy: 0.725, hours: 1.5, phase: 'training', started: '2024-01-15T11:12:13', intensity: 30, place: { country: 'germany' } },
    ]);
    expect(runs[0]?.accelerator).toEqual({ name: 'NVIDIA Tesla T4', count: 3 });
    expect(runs[0]?.ended).toBeUndefined();
  });

  it.each([
    [undefined, 3.6],
    ['KWH', 3.6],
    ['Wh', 0.0036],
    ['MWh', 3600],
    ['MJoule', 1],
    ['mj', 1],
    ['kJ', 0.001],
    ['J', 1e-6],
  ])('takes 3.6 %s for %d kWh', async (unit, energy) => {
    expect((await runOf(report({ powerConsumption: 3.6, unit })))?.energy).toBeCloseTo(energy, 12);
  });

  it.each([
    ['training', 'training'],
    ['Inference', 'deployment'],
    ['fine-tuning', 'finetuning'],
    ['finetuning', 'finetuning'],
    ['dataPreprocessing', 'data'],
    ['preprocessing', 'data'],
    ['validation', 'evaluation'],
    ['testing', 'evaluation'],
    ['something', undefined],
    ['constructor', undefined],
  ])('takes the stage %s for %s', async (taskStage, phase) => {
    expect((await runOf(report({ powerConsumption: 1 }, { task: { taskStage } })))?.phase).toBe(phase);
  });

  it('ignores an energy of 0 over some time, which was not measured', async () => {
    const { runs, diagnostics } = await readAll(boamps, report({ powerConsumption: 0, measurementDuration: 60 }));
    expect(runs[0]?.energy).toBeUndefined();
    expect(diagnostics.map(({ id }) => id)).toEqual(['not-measured']);
  });

  it('ignores GPUs of several models, and never counts processors', async () => {
    const components = [
      { componentType: 'gpu', componentName: 'NVIDIA L4', nbComponent: 1 },
      { componentType: 'gpu', componentName: 'NVIDIA T4', nbComponent: 1 },
      { componentType: 'cpu', componentName: 'AMD EPYC', nbComponent: 64 },
    ];
    const { runs, diagnostics } = await readAll(boamps, report({ powerConsumption: 1 }, { infrastructure: { components } }));
    expect(runs[0]?.accelerator).toBeUndefined();
    expect(diagnostics.map(({ id }) => id)).toEqual(['several-accelerators']);
  });

  it.each([
    ['no measures', '{"measures": []}', 'boamps-no-measures', 1],
    ['measures that are no list', '{"measures": {}}', 'log-shape', 1],
    ['a measure that is a list', '{"measures": [[1]]}', 'boamps-no-energy', 1],
    ['a measure without an energy', report({}), 'boamps-no-energy', 1],
    ['an energy that is null', report({ powerConsumption: null }), 'boamps-no-energy', 1],
    ['an energy that is text', report({ powerConsumption: '0.5 kWh' }), 'log-figure-as-text', 1],
    ['an energy that is a list', report({ powerConsumption: [1] }), 'log-shape', 1],
    ['an energy below 0', report({ powerConsumption: -1 }), 'log-negative', 1],
    ['an energy beyond all numbers', report({ powerConsumption: 1 }).replace(':1', ':1e999'), 'log-not-a-number', 1],
    ['a duration that is text', report({ powerConsumption: 1, measurementDuration: '5 s' }), 'log-figure-as-text', 1],
    ['a unit that is none', report({ powerConsumption: 1, unit: 'kW' }), 'log-unit', 1],
    [
      'half a card',
      report({ powerConsumption: 1 }, { infrastructure: { components: [{ componentName: 'gpu', nbComponent: 0.5 }] } }),
      'log-shape',
      1,
    ],
    ['what is cut', '{"measures": [\n{"powerConsumption": 1\n', 'log-not-json', 3],
    ['what is no JSON', '{"measures": [\n{"powerConsumption": 0,5, x}\n]}', 'log-not-json', 2],
    ['a file of 21 MB', `{"measures": [${' '.repeat(21e6)}]}`, 'log-too-large', 1],
  ])('rejects %s', async (_, text, id, line) => {
    const [tracker] = [boamps];
    const faults = await faultsOf(tracker, text, {});
    expect(faults).toMatchObject([{ id, line, severity: 'error' }]);
  });

  it('publishes no address, key, host, publisher or coordinates', async () => {
    for (const name of ['inference', 'old-units'])
      expect(JSON.stringify(await readAll(boamps, fixture(`boamps/${name}.json`)))).not.toMatch(
        /secret|Street|59\.3|18\.06|c2Vj|EPYC|Linux/i,
      );
    const faults = await faultsOf(boamps, fixture('boamps/inference.json').replace('"powerConsumption": 0.36', '"powerConsumption": "x"'));
    expect(JSON.stringify(faults)).not.toMatch(/secret/i);
    const cut = await faultsOf(boamps, fixture('boamps/inference.json').replace('"Secret Publisher",', '"Secret Publisher"'));
    expect(cut).toMatchObject([{ id: 'log-not-json', line: 10 }]);
    expect(JSON.stringify(cut)).not.toMatch(/secret/i);
    const odd = { name: 'GPU-0a1b2c3d-1111-2222-3333-444455556666', place: 'alice@secret.example' };
    const text = report(
      { powerConsumption: 1, measurementMethod: '/home/secret/meter' },
      {
        infrastructure: { components: [{ componentType: 'gpu', componentName: odd.name, nbComponent: 1 }] },
        environment: { country: odd.place, location: odd.place },
      },
    );
    expect(JSON.stringify(await readAll(boamps, text))).not.toMatch(/secret|0a1b2c3d/);
  });

  it('reads the same whatever the order of its keys', async () => {
    const whole = JSON.parse(fixture('boamps/inference.json')) as Json;
    const expected = { ...(await runOf(JSON.stringify(whole))) };
    const keys = Object.keys(whole);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(keys, { minLength: keys.length }), async (order) => {
        expect(await runOf(JSON.stringify(Object.fromEntries(order.map((key) => [key, whole[key]]))))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('gives numbers or an error, wherever it is cut or changed', async () => {
    for (const name of ['two-measures', 'old-units']) {
      await fc.assert(
        fc.asyncProperty(changed(fixture(`boamps/${name}.json`)), async (text) => {
          recognised(text);
          await expectSound(boamps, text);
        }),
        { numRuns: 300 },
      );
    }
    await fc.assert(fc.asyncProperty(fc.json(), async (text) => void (await expectSound(boamps, text))));
    const anything = fc.tuple(fc.jsonValue(), fc.jsonValue(), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(anything, async ([powerConsumption, unit, components]) => {
        await expectSound(
          boamps,
          report({ powerConsumption, unit }, { infrastructure: { components }, environment: unit, header: components }),
        );
      }),
    );
  }, 60_000);
});
