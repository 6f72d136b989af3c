import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boamps } from '../../../src/trackers/boamps/boamps.js';
import { shareOf } from '../../../src/trackers/boamps/shares.js';
import { faultsOf, readAll } from './reading.js';

type Json = Record<string, unknown>;
const ids = (diagnostics: readonly { readonly id: string }[]) => diagnostics.map(({ id }) => id).sort();
const measured = { measurementMethod: 'nvidia-smi', powerConsumption: 0.2, measurementDuration: 3600 };
const report = (measures: readonly Json[], card: Json = {}, more: Json = {}): string => {
  const components = [{ componentType: 'gpu', componentName: 'NVIDIA H100 80GB HBM3', nbComponent: 1, ...card }];
  return JSON.stringify({ task: { taskStage: 'training' }, measures, infrastructure: { components }, ...more });
};

describe('a share of a card in BoAmps', () => {
  it.each([
    [0.25, 1, 0.25],
    ['0.25', 1, 0.25],
    ['0,25', 1, 0.25],
    ['25 %', 1, 0.25],
    [25, 1, 0.25],
    ['', 1, 1],
    [1, 4, 4],
    [0.5, 4, 2],
    [0, 1, 1],
    ['half', 1, 1],
    [250, 1, 1],
  ])('of %j of %d is %d', async (share, nbComponent, count) => {
    const { runs } = await readAll(boamps, report([measured], { share, nbComponent }));
    expect(runs[0]?.accelerator).toEqual({ name: 'NVIDIA H100 80GB HBM3', count });
    // The energy is that of the task already.
    expect(runs[0]?.energy).toBe(0.2);
  });

  it('is reported where it is no number up to 1', async () => {
    const found = async (share: unknown) => ids((await readAll(boamps, report([measured], { share }))).diagnostics);
    expect(await found(0.25)).toEqual(['shared-cards']);
    expect(await found(25)).toEqual(['boamps-share', 'shared-cards']);
    expect(await found('half')).toEqual(['boamps-no-share']);
  });

  it('lies above 0 and up to 1, whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.double(), fc.integer().map(String)), (share) => {
        const found = shareOf({ share }, () => undefined);
        expect(found > 0 && found <= 1).toBe(true);
      }),
    );
  });
});

describe('the calibration of BoAmps', () => {
  const calibrated = { ...measured, powerCalibrationMeasurement: 0.01, durationCalibrationMeasurement: 600 };

  it('is the idle power of the machine, 0.01 kWh in 600 s = 60 W, beside the energy of the GPUs', async () => {
    const { runs, diagnostics } = await readAll(boamps, report([calibrated]));
    expect([runs[0]?.idle, ids(diagnostics)]).toEqual([60, ['idle-power-of-calibration']]);
  });

  it.each([
    ['wattmeter', 'idle-power-inside'],
    ['codecarbon', 'idle-power-inside'],
    ['something', 'idle-power-unclear'],
  ])('is not added to an energy by %s, and said', async (measurementMethod, id) => {
    const { runs, diagnostics } = await readAll(boamps, report([{ ...calibrated, measurementMethod }]));
    expect([runs[0]?.idle, ids(diagnostics)]).toEqual([undefined, [id]]);
  });

  it('is none where a tool writes 0, and in the unit of the measure', async () => {
    expect((await readAll(boamps, report([{ ...calibrated, powerCalibrationMeasurement: 0 }]))).runs[0]?.idle).toBeUndefined();
    expect((await readAll(boamps, report([{ ...calibrated, unit: 'Wh', powerCalibrationMeasurement: 10 }]))).runs[0]?.idle).toBe(60);
  });
});

describe('what people write into BoAmps', () => {
  it.each([
    ['high', 0.1],
    ['Medium', 0.25],
    ['low', 0.5],
    ['', undefined],
    ['unknown', undefined],
  ])('quality %j is an error of %d', async (quality, accuracy) => {
    expect((await readAll(boamps, report([measured], {}, { quality }))).runs[0]?.accuracy).toBe(accuracy);
  });

  it('takes an empty text as absent, and a number in quotes as the number', async () => {
    const { runs, diagnostics } = await readAll(
      boamps,
      report([{ ...measured, powerConsumption: ' 0.3 ', measurementDuration: '', unit: '' }], { nbComponent: '2' }),
    );
    expect(runs).toMatchObject([{ energy: 0.3, accelerator: { count: 2 } }]);
    expect(runs[0]?.hours).toBeUndefined();
    expect(ids(diagnostics)).toEqual(['log-quoted-number', 'log-quoted-number']);
  });

  it('leaves out a measure of an unknown unit, and refuses a report of no other', async () => {
    const odd = { ...measured, unit: 'parsec' };
    const { runs, diagnostics } = await readAll(boamps, report([odd, measured]));
    expect(runs).toMatchObject([{ energy: 0.2, alternative: 'nvidia-smi 2' }]);
    expect(ids(diagnostics)).toEqual(['log-unit-of-measure']);
    expect(ids(await faultsOf(boamps, report([odd, odd])))).toEqual(['log-unit', 'log-unit']);
  });
});
