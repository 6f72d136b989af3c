import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsIn, placesOf, section } from './asked.js';

const place = 'Experiments were conducted using a private infrastructure, which has a carbon efficiency of 0.57 kgCO$_2$eq/kWh.';
const statement = (hours: string, device: string, total: string): string =>
  section(
    `${place} A cumulative of ${hours} of computation was performed on ${device}. Total emissions are estimated to be ${total} of which 0 percents were directly offset by the cloud provider.`,
  );
const texts = (body: string): readonly string[] => findingsIn(body).flatMap(({ id, message }) => (id === 'arithmetic' ? [message] : []));

describe("the ML CO2 calculator's statement", () => {
  it('100 hours × 70 W × 570 g/kWh = 3.99 kg, not 39.9 kg', () => {
    expect(texts(statement('100 hours', 'hardware of type T4 (TDP of 70W)', '39.9 kgCO$_2$eq'))).toEqual([
      '100 hours × 70 W × 0.57 kgCO$_2$eq/kWh is 3.99 kg, but the text has 39.9 kgCO$_2$eq.',
    ]);
  });

  it.each([
    ['hours of a GPU', statement('100 GPU hours', 'hardware of type T4 (TDP of 70W)', '39.9 kgCO2eq')],
    ['a form and a memory', statement('250 hours', 'hardware of type A100 SXM4 80 GB (TDP of 400W)', '570 kgCO2eq')],
    [
      'a cloud, and an efficiency without its unit',
      section(
        'We used Google Cloud Platform in region us-central1, which has a carbon efficiency of 0.57. A cumulative of 100 hours of computation was performed on hardware of type T4 (TDP of 70W). Total emissions are estimated to be 39.9 kgCO2eq.',
      ),
    ],
    [
      'one device in words',
      section(
        'We used 100 hours of computation on one T4 (70 W TDP) at a carbon efficiency of 0.57 kgCO2eq/kWh, and emitted 39.9 kgCO2eq.',
      ),
    ],
    [
      'a single device, by the clock',
      section(
        'We trained for 100 hours on a single A100 (TDP of 300W), with a grid of 0.4 kgCO2eq/kWh. In total 120 kg CO2eq were emitted.',
      ),
    ],
    [
      'decimal commas',
      section(
        'Total emissions are estimated at 39,9 kg CO2eq: 100 hours of compute using hardware of type T4 (TDP of 70W) with a carbon efficiency of 0,57 kgCO2eq/kWh.',
      ),
    ],
    ['hours of each run', section('We did 5 runs of 20 hours on a single T4 (TDP of 70W) at 0.57 kgCO2eq/kWh, emitting 39.9 kgCO2eq.')],
    [
      'hours of each run, in words',
      section('Each of the five runs took 20 hours on one T4 (TDP of 70W). At 0.57 kgCO2eq/kWh the total emissions are 39.9 kgCO2eq.'),
    ],
    [
      'a list',
      section(
        '- Hardware: T4 (TDP of 70W)\n- Hours of computation: 100\n- Carbon efficiency: 0.57 kgCO2eq/kWh\n- Total emissions: 39.9 kgCO2eq',
      ),
    ],
    [
      'several devices',
      section('We used 8 V100 (TDP of 300W) for 50 hours; the carbon efficiency is 0.3 kgCO2eq/kWh; total emissions are 360 kgCO2eq.'),
    ],
  ])('is wrong with %s', (_, text) => {
    expect(placesOf('arithmetic', text)).not.toEqual([]);
  });

  it.each([
    ['the product', statement('100 hours', 'hardware of type T4 (TDP of 70W)', '3.99 kgCO$_2$eq')],
    ['the product, rounded', statement('100 hours', 'hardware of type T4 (TDP of 70W)', '4 kgCO2eq')],
    ['hours by the clock of ten devices', statement('100 hours', '10 x T4 (TDP of 70W)', '39.9 kgCO2eq')],
    ['a PUE', statement('100 hours', 'hardware of type T4 (TDP of 70W), with a PUE of 1.6', '6.4 kgCO2eq')],
    ['a load', statement('100 hours', 'hardware of type T4 (TDP of 70W) at a load of 60 %', '2.4 kgCO2eq')],
    ['an unfilled template', statement('XX hours', 'hardware of type YY (TDP of ZZW)', '0 kgCO2eq')],
    ['hours of each run', section('We trained on one T4 (TDP of 70W) for 20 hours per run, 5 runs, at 0.57 kgCO2eq/kWh: 3.99 kgCO2eq.')],
    [
      'hours for each seed',
      section('We trained for 20 hours on one T4 (TDP of 70W) for each of 5 seeds at 0.57 kgCO2eq/kWh: 3.99 kgCO2eq.'),
    ],
    [
      'runs that another sentence mentions',
      section('We trained for 20 hours on one T4 (TDP of 70W) at 0.57 kgCO2eq/kWh: 3.99 kgCO2eq. The figure is of all 5 seeds.'),
    ],
    [
      'what the model needs later',
      section('Training took 500 hours on 64 A100 GPUs (400 W) at 0.2 kgCO2eq/kWh: 2.6 t CO2eq. The model fits on a single A100.'),
    ],
  ])('is right with %s', (_, text) => {
    expect(placesOf('arithmetic', text)).toEqual([]);
  });

  it('is found ten times too high or too low, and not where it is the product, for any hours, power and efficiency', () => {
    const values = fc.record({
      hours: fc.integer({ min: 5, max: 5000 }),
      tdp: fc.constantFrom(70, 250, 300, 400),
      grid: fc.integer({ min: 5, max: 90 }),
    });
    fc.assert(
      fc.property(values, fc.constantFrom(0.1, 1, 10), ({ hours, tdp, grid }, factor) => {
        const kilograms = ((hours * tdp * grid) / 100_000) * factor;
        const text = section(
          `A cumulative of ${hours} hours of computation was performed on hardware of type V100 (TDP of ${tdp}W), with a carbon efficiency of ${grid / 100} kgCO2eq/kWh. Total emissions are estimated to be ${kilograms.toPrecision(4)} kgCO2eq.`,
        );
        expect(placesOf('arithmetic', text).length > 0).toBe(factor !== 1);
      }),
      { numRuns: 60 },
    );
  });
});
