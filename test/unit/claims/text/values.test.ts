import { describe, expect, it } from 'vitest';
import { claimsOf, numbersOf, only } from '../asked.js';

describe('values in prose', () => {
  it.each([
    ['Training emitted 12.9 tCO2eq.', 'emissions', 12_900_000],
    ['Training emitted 5.6 KgCO2.', 'emissions', 5600],
    ['It emitted 626,155 lbs of CO2.', 'emissions', 626_155 * 453.59237],
    ['It used 1,287 MWh.', 'energy', 1_287_000],
    ['It used 900 Wh.', 'energy', 0.9],
    ['It ran at 0.25 kW.', 'power', 250],
    ['It took 7.0M GPU hours.', 'accelerator-hours', 7_000_000],
    ['It took 2 weeks.', 'hours', 336],
    ['It took 90 minutes.', 'hours', 1.5],
    ['The PUE is 1.1.', 'pue', 1.1],
    ['The grid has 0.57 kgCO2eq/kWh.', 'intensity', 570],
    ['The grid has 394 kg CO2/MWh.', 'intensity', 394],
    ['We used 2 x 8 V100s.', 'accelerators', 16],
  ] as const)('%s', (text, measure, value) => {
    expect(only(claimsOf(text), measure).value).toBeCloseTo(value, 6);
  });

  it('have the range that they can be rounded from', () => {
    const emissions = only(claimsOf('Training emitted 12.9 t CO2eq.'), 'emissions');
    expect([emissions.low / 1e6, emissions.high / 1e6]).toEqual([expect.closeTo(12.85, 9), expect.closeTo(12.95, 9)]);
    const about = only(claimsOf('Training emitted about 12.9 t CO2eq.'), 'emissions');
    expect(about.low / 1e6).toBeCloseTo(11.61, 9);
    expect(about.high / 1e6).toBeCloseTo(14.19, 9);
  });

  it('are printed as they are in the text, with number and unit apart', () => {
    expect(only(claimsOf('Training emitted 12.9 tCO2eq.'), 'emissions')).toMatchObject({
      text: '12.9 tCO2eq',
      number: '12.9',
      unit: 'tCO2eq',
    });
  });

  it('can be put together: 118 days and 5 hours = 2,837 h', () => {
    expect(only(claimsOf('Training took 118 days and 5 hours.'), 'hours').value).toBe(118 * 24 + 5);
  });

  it.each(['It took 3 t of data.', 'It saw 12 % of CO 2 images.', 'Version 2.3.1 of 2023.'])('are none: %s', (text) => {
    expect(claimsOf(text).values).toEqual([]);
  });
});

describe('a number is of its label only where it is close and of no other unit', () => {
  it.each([
    ['The PUE of the data centre is about 1.12.', 1.12],
    ['Power usage effectiveness (PUE), estimated at 1.3, is theirs.', 1.3],
    ['- **PUE:** 1.2', 1.2],
    ['- **PUE:** ~1.2 (yearly average)', 1.2],
    ['It has a PUE of 1.1-1.2.', 1.1],
    ['With a 1.09 PUE it is less.', 1.09],
  ])('PUE: %s', (text, value) => {
    expect(claimsOf(text).values.filter(({ measure }) => measure === 'pue')[0]?.value).toBe(value);
  });

  it.each([
    'On a boundary of accelerators × PUE, as most cards print, it would be 6.67 kg CO₂e.',
    'PUE: PUE of Google Cloud europe-west4 (its report).',
    'PUE: 6 of 12 phases have one.',
    'PUE, 4 out of 10.',
    'The PUE of us-east-2 is not published.',
    'The PUE of nodes with H100 is unknown.',
    'PUE: no year was given for Azure westus3.',
    'PUE: no year was given for AWS us-west-2; 2024 is the newest with a figure.',
    'With accelerators × PUE it is 2.5 t.',
    'With the PUE it is 3.4 MWh.',
    'Apart from the PUE, 5 % are lost.',
    'Overhead by PUE (4 kWh).',
  ])('no PUE: %s', (text) => {
    expect(numbersOf(claimsOf(text), 'pue')).toEqual([]);
  });

  it.each([
    ['hours', '- **Training time:** 2023-11-01'],
    ['hours', '- **Training time:** 3 epochs'],
    ['hours', 'The run began at 12:30:00.'],
    ['hours', 'We used Llama-2 h variants.'],
    ['accelerators', 'We ran in us-east-2 GPUs of AWS.'],
    ['accelerators', '- **Number of GPUs:** 80 GB'],
    ['emissions', 'Emissions in europe-west4 kg are CO2eq.'],
    ['power', '- **Power:** llama-3 W'],
    ['intensity', 'The carbon intensity of us-east-2 g CO2/kWh is low.'],
  ] as const)('no %s: %s', (measure, text) => {
    expect(numbersOf(claimsOf(text), measure)).toEqual([]);
  });

  it.each([
    ['- **Accelerators:** 1,660', []],
    ['- **Number of GPUs:** 3090', []],
    ['- **GPU:** 3090', ['3090']],
    ['| Device | Tokens |\n|---|---|\n| A100 | 1660 |', ['A100']],
  ])('a number names a device only where the label asks for one: %s', (text, names) => {
    expect(claimsOf(text).devices.map(({ name }) => name)).toEqual(names);
  });
});

describe('qualifiers', () => {
  it.each([
    ['Each request emits 2.3 g CO2eq.', 'emissions', 'rate'],
    ['It is 0.003 kg CO2eq per A100 hour.', 'emissions', 'hourly'],
    ['Market-based emissions were 12 t CO2eq.', 'emissions', 'market'],
    ['We bought offsets of 30 t CO2eq.', 'emissions', 'offset'],
    ['Embodied emissions were 3 t CO2eq.', 'emissions', 'embodied'],
    ['It is the equivalent of 552 t CO2eq.', 'emissions', 'comparison'],
    ['In total 12 t CO2eq were emitted.', 'emissions', 'total'],
    ['We trained for 10 hours.', 'hours', 'wall'],
    ['Each node takes 3.2 kW.', 'power', 'cluster'],
    ['The TDP is 400 W.', 'power', 'device'],
    ['The average power was 300 W.', 'power', 'average'],
    ['The CPU takes 65 W.', 'power', 'cpu'],
  ] as const)('%s', (text, measure, qualifier) => {
    expect([...only(claimsOf(text), measure).is]).toContain(qualifier);
  });

  it('are not taken from the name of a device', () => {
    expect([...only(claimsOf('We trained on one RTX PRO 6000 Blackwell Server at 600 W.'), 'power').is]).not.toContain('cluster');
  });
});

describe('places', () => {
  it.each([
    ['- **Compute Region:** Paris, France', 'FR'],
    ['- **Cloud Provider:** GCP\n- **Compute Region:** europe-west4', 'NL'],
    ['We trained in India using 100 kWh of electricity.', 'IN'],
    ['- **Compute Region:** US-east', 'US'],
  ])('%s', (text, country) => {
    expect(claimsOf(text).places.map(({ place }) => place.country)).toEqual([country]);
  });
});

describe('scopes', () => {
  it('are the sentence, the line, the block, the sections and the card', () => {
    const claims = claimsOf('It used 5 kWh. It emitted 2 kg CO2eq.\n\nIt took 3 hours.');
    const [energy, emissions, hours] = claims.values;
    const shared = (one = energy, other = energy): number => (one?.scopes ?? []).filter((scope) => other?.scopes.includes(scope)).length;
    expect([shared(energy, emissions), shared(energy, hours)]).toEqual([5, 3]);
  });

  it('come with the line and the column of the value', () => {
    expect(only(claimsOf('It used 5 kWh.'), 'energy').at).toEqual({ line: 5, column: 9 });
    expect(numbersOf(claimsOf('It used 5 kWh.'), 'energy')).toEqual([5]);
  });
});
