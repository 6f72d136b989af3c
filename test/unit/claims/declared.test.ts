import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardClaims } from '../../../src/claims/card.js';
import { type Declared, declaredIn } from '../../../src/claims/declared.js';
import { section } from '../audits/asked.js';

const declared = (...bullets: readonly string[]): Declared =>
  declaredIn(cardClaims(section(bullets.map((bullet) => `- **${bullet.replace(':', ':**')}`).join('\n'))));

describe('what a card declares', () => {
  it.each([
    ['Hardware Type: GPU T4 x 2', { name: 'T4', count: 2 }],
    ['Hardware Type: 500 32GB Nvidia V100 GPUs', { name: 'Nvidia V100 32GB', count: 500 }],
    ['Hardware Type: A100 x8', { name: 'A100', count: 8 }],
    ['Hardware Type: A100 (x4)', { name: 'A100', count: 4 }],
    ['Hardware Type: 4x NVIDIA A100 (80GB)', { name: 'NVIDIA A100 80GB', count: 4 }],
    ['Hardware Type: two RTX 3090s', { name: 'RTX 3090s', count: 2 }],
    ['Hardware: one A100', { name: 'A100', count: 1 }],
    ['GPU Model: 2 x NVIDIA A100-SXM4-80GB', { name: 'NVIDIA A100-SXM4-80GB', count: 2 }],
    ['Hardware Type: 16 H100 80GB', { name: 'H100 80GB', count: 16 }],
    ['Hardware Type: 2 x AMD EPYC 7763', { name: 'AMD EPYC 7763', count: 2, isKnown: false }],
    ['Hardware Type: Google Cloud TPU Pods', { name: 'Google Cloud TPU Pods', isKnown: false }],
    ['Hardware Type: TPU v3-8', { name: 'TPU v3', isWhole: false }],
    ['Hardware Type: 8 x A100 and some CPUs', { name: 'A100', count: 8, isWhole: false }],
  ])('%s', (bullet, hardware) => {
    expect(declared(bullet).hardware).toMatchObject(hardware);
  });

  it.each(['Hardware Type: 2 A100 and 4 V100', 'Hardware Type: A100 or H100'])('names no one device: %s', (bullet) => {
    expect(declared(bullet).hardware).toBeUndefined();
  });

  it.each([
    ['Hours used: 40', 40],
    ['Hours used: ~4h', 4],
    ['Hours used: Two days.', 48],
    ['Hours used: 1 week', 168],
    ['Hours used: Approximately 336 hours (2 weeks)', 336],
    ['Hours used: 3 hours and 26 minutes', 3 + 26 / 60],
    ['Hours used: 2h30m', 2.5],
    ['Hours used: 72:30:00', 72.5],
    ['Hours used: half a day', 12],
    ['Hours used: a day and a half', 36],
    ['Training time: 3.5 days', 84],
    ['Hours used: 1,200 GPU hours', 1200],
    ['Hours used: 90 minutes', 1.5],
    ['Stunden (hours): 7,5', 7.5],
  ])('%s', (bullet, hours) => {
    expect(declared(bullet).time?.value).toBeCloseTo(hours, 9);
  });

  it.each([
    'Hours used: A few hours',
    'Hours used: a couple of days',
    'Hours used: 24-36 hours',
    'Hours used: 8 to 9 hours',
    'Hours used: less than 1 hour',
    'Hours used: over 100',
    'Hours used: overnight',
    'Hours used: 10 hours on A100, 20 hours on V100',
  ])('gives no one time: %s', (bullet) => {
    const { time, words } = declared(bullet);
    expect(time).toBeUndefined();
    expect(words).toMatchObject([{ text: bullet.replace(/^.*?: /, ''), topic: 'time', isRead: false }]);
  });

  it.each([
    ['Carbon Emitted: 0.06 KgCO2', 60],
    ['Carbon Emitted: 5,4 t CO2eq', 5_400_000],
    ['Carbon Emitted: 12 kg of CO2', 12_000],
    ['Carbon Emitted (in grams): 2034', 2034],
    ['Carbon Emitted: 11250 kg CO2 eq.', 11_250_000],
    ['Carbon Emitted: 240 lbs CO2eq', 240 * 453.59237],
  ])('%s', (bullet, grams) => {
    expect(declared(bullet).emissions?.value).toBeCloseTo(grams, 6);
  });

  it.each([
    [
      ['Cloud Provider: AWS', 'Compute Region: US-east'],
      ['aws us-east-1', 'aws us-east-2'],
    ],
    [
      ['Cloud Provider: Azure', 'Compute Region: US-east'],
      ['azure eastus', 'azure eastus2', 'azure eastus3'],
    ],
  ])('%s can be several regions', (bullets, candidates) => {
    const { place } = declared(...bullets);
    expect([place.place, place.candidates]).toEqual([undefined, candidates]);
  });

  it('offers the regions of every provider where none is named', () => {
    const { candidates } = declared('Compute Region: US-east').place;
    expect(candidates).toEqual(expect.arrayContaining(['aws us-east-1', 'aws us-east-2', 'azure eastus', 'gcp us-east1']));
  });

  it.each([
    [['Cloud Provider: GCP  tpu-v8s', 'Compute Region: europe-west4'], 'Google Cloud europe-west4', 'GCP  tpu-v8s'],
    [['Cloud Provider: Google Cloud Platform', 'Compute Region: us-central1-a'], 'Google Cloud us-central1', undefined],
    [['Cloud Provider: Kaggle'], 'Kaggle', undefined],
    [['Cloud Provider: Private', 'Compute Region: Germany'], 'Germany', undefined],
    [['Location: Quebec, Canada'], 'Québec, Canada', undefined],
  ])('%s is %s', (bullets, label, open) => {
    const { place, words } = declared(...bullets);
    expect(place.place?.label).toBe(label);
    expect(words.filter(({ isRead }) => !isRead).map(({ text }) => text)).toEqual(open === undefined ? [] : [open]);
  });

  it('reads the statement of the ML CO2 calculator', () => {
    const { emissions, time, hardware, intensity } = declaredIn(
      cardClaims(
        section(
          'We used a private infrastructure, which has a carbon efficiency of 0.57 kgCO2eq/kWh. A cumulative of 100 hours of computation was performed on hardware of type T4 (TDP of 70W). Total emissions are estimated to be 3.99 kgCO2eq.',
        ),
      ),
    );
    expect([emissions?.value, time?.value, hardware?.name, intensity?.value]).toEqual([3990, 100, 'T4', 570]);
  });

  it('is a claim of the card, with the same number and unit', () => {
    const amount = fc.oneof(
      fc.integer({ min: 1, max: 99_999 }).map(String),
      fc.integer({ min: 1, max: 99_999 }).map((value) => (value / 100).toFixed(2)),
      fc.integer({ min: 1, max: 99 }).map((value) => `${value},5`),
      fc.integer({ min: 1, max: 99 }).map((value) => `~${value}`),
    );
    const answers = fc.record({
      emissions: fc.tuple(amount, fc.constantFrom('kg', 'g CO2eq', 't CO2', 'kgCO2eq', 'KgCO2', 'grams')).map((parts) => parts.join(' ')),
      hours: fc.tuple(amount, fc.constantFrom('hours', 'h', 'days', 'GPU hours', 'minutes', 'weeks', '')).map((parts) => parts.join(' ')),
      energy: fc.tuple(amount, fc.constantFrom('kWh', 'MWh', 'Wh')).map((parts) => parts.join(' ')),
    });
    fc.assert(
      fc.property(answers, ({ emissions, hours, energy }) => {
        const subject = cardClaims(
          section(`- **Hours used:** ${hours}\n- **Energy consumed:** ${energy}\n- **Carbon Emitted:** ${emissions}`),
        );
        const { time, ...read } = declaredIn(subject);
        for (const claim of [time, read.emissions, read.energy]) expect(subject.values).toContain(claim);
      }),
      { numRuns: 100 },
    );
  });
});
