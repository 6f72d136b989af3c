import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import { parseManifest } from '../../../src/resolve/resolve.js';
import { whatIf } from '../../../src/what-if/assess-what-if.js';
import type { WhatIfTable } from '../../../src/what-if/what-if.js';

const tablesOf = (text: string): readonly WhatIfTable[] => {
  const resolved = parseManifest(text);
  return whatIf(resolved, assess(resolved)).tables;
};
const alone = (text: string) => assess(parseManifest(text)).totals.development?.emissions;

const phases = `
  - { phase: experiments, duration: 100 h }
  - { phase: training, duration: 72 h }
  - { phase: training, name: second, hardware: 8 x V100, duration: 20 h }
`;
const top = 'model: M\nhardware: 64 x A100 80GB\nlocation: FR\nyear: 2023\n';

describe('a table has the figures of each changed manifest, to the last digit', () => {
  test('years', () => {
    const [table] = tablesOf(`${top}phases:${phases}what_if: { years: [2020, 2024] }`);
    expect(table?.alternatives.map(({ emissions }) => emissions)).toEqual(
      [2020, 2024].map((year) => alone(`${top.replace('2023', String(year))}phases:${phases}`)),
    );
  });

  test('loads', () => {
    const [table] = tablesOf(`${top}duration: 72 h\nwhat_if: { load: [50 %, 90 %] }`);
    expect(table?.alternatives.map(({ label, emissions }) => [label, emissions])).toEqual(
      ['50 %', '90 %'].map((load) => [load.replace(' ', '\u202f'), alone(`${top}duration: 72 h\nload: ${load}`)]),
    );
  });

  test('loads of phases', () => {
    const [table] = tablesOf(`${top}phases:${phases}what_if: { load: [50 %] }`);
    const changed = phases.replaceAll(/duration: (\d+) h/g, 'duration: $1 h, load: 50 %');
    expect(table?.alternatives[0]?.emissions).toEqual(alone(`${top}phases:${changed}`));
  });

  test('lifetimes and conventions of hardware by name, in place and in words', () => {
    const named = (embodied: string): string => `model: M
location: FR
year: 2023
hardware:
  node: { accelerator: A100 SXM 80GB, per_node: 8${embodied === '' ? '' : `, embodied: { ${embodied} }`} }
phases:
  - { phase: training, hardware: node, accelerators: 64, duration: 72 h }
  - { phase: experiments, hardware: { accelerator: 8 x V100${embodied === '' ? '' : `, embodied: { ${embodied} }`} }, duration: 20 h }
`;
    const [lifetimes, conventions] = tablesOf(
      `${named('occupancy: 60 %')}what_if: { lifetime: [4 years, 8 years], convention: [calendar] }`,
    );
    expect(lifetimes?.alternatives.map(({ label }) => label)).toEqual(['4 years', '8 years']);
    expect(lifetimes?.alternatives.map(({ emissions }) => emissions)).toEqual(
      [4, 8].map((years) => alone(named(`occupancy: 60 %, lifetime: ${years} years`))),
    );
    expect(conventions?.alternatives[0]?.emissions).toEqual(alone(named('convention: calendar')));
    const [inWords] = tablesOf(`${top}duration: 72 h\nwhat_if: { lifetime: [4 years] }`);
    expect(inWords?.alternatives[0]?.emissions).toEqual(
      alone(`${top.replace('64 x A100 80GB', '{ accelerator: 64 x A100 80GB, embodied: { lifetime: 4 years } }')}duration: 72 h`),
    );
  });

  test('places of a named site, of a site in place and of a site in words', () => {
    const at = (place: string): string => `model: M
sites:
  home: { ${place}, pue: { value: 1.3, low: 1.2, high: 1.5 }, cite: our site }
phases:
  - { phase: training, site: home, hardware: 64 x A100 80GB, duration: 72 h, year: 2023 }
  - { phase: experiments, site: { ${place}, pue: 1.4 }, hardware: 8 x V100, duration: 20 h, year: 2022 }
  - { phase: evaluation, site: ${place.replace('location: ', '')}, hardware: 8 x V100, duration: 20 h, year: 2022 }
`;
    const [table] = tablesOf(`${at('location: FR')}what_if: { locations: [SE, PL, FR] }`);
    const asked = ['Sweden', 'Poland', 'France'].map((name) => table?.alternatives.find(({ label }) => label === name));
    expect(asked.map((one) => one?.emissions)).toEqual(['SE', 'PL', 'FR'].map((code) => alone(at(`location: ${code}`))));
    expect(asked[2]).toMatchObject({ isBase: true, difference: { value: 0 }, verdict: 'same' });
    expect(asked[2]?.difference).not.toHaveProperty('low');
  });
});

describe('one source and one basis for all places', () => {
  const declared =
    'model: M\nhardware: 8 x A100 80GB\nduration: 72 h\nlocation: FR\ngrid: { intensity: 57 g/kWh, year: 2022, cite: paper }\n';

  test('a declared grid is replaced by that of the tables, also in the base', () => {
    const [table] = tablesOf(`${declared}what_if: { locations: [FR, SE] }`);
    expect(table?.base?.reported).toEqual(alone(declared));
    expect(table?.base?.emissions).toEqual(
      alone('model: M\nhardware: 8 x A100 80GB\nduration: 72 h\nlocation: FR\ngrid: { year: 2022 }\n'),
    );
    expect(table?.alternatives.find(({ label }) => label === 'France')?.difference?.value).toBe(0);
  });

  test('a place that is only a name is no base', () => {
    const [table] = tablesOf(`${declared.replace('FR', 'the moon')}what_if: { locations: [FR, SE] }`);
    expect(table?.base).toBeUndefined();
    expect(table?.alternatives.map((one) => [one.label, 'difference' in one])).toEqual([
      ['Sweden', false],
      ['France', false],
    ]);
  });

  const plain = (place: string): string => `model: M\nyear: 2023\nhardware: 8 x A100 80GB\nduration: 72 h\nlocation: ${place}\n`;

  test('countries and a grid zone are compared by the zones, the base too', () => {
    const [table] = tablesOf(`${plain('FR')}what_if: { locations: [FR, SE, "Oregon, US"] }`);
    // g/kWh consumed in 2023 by Electricity Maps; France generated at 56, Sweden at 41.
    expect(table?.alternatives.map(({ label, grid }) => [label, grid?.intensity.value])).toEqual([
      ['Sweden', 25],
      ['France', 49],
      ['Oregon, US', 123],
    ]);
    expect(table?.base).toMatchObject({ grid: { intensity: { value: 49 } }, reported: alone(plain('FR')), reportedOn: 'other-series' });
    expect(table?.series?.basis).toBe('life-cycle, average, consumption mix, location-based');
    expect(table?.series?.sources).toEqual([expect.stringMatching(/^Electricity Maps/)]);
    expect(table?.alternatives.find(({ label }) => label === 'France')).toMatchObject({ isBase: true, difference: { value: 0 } });
    expect(table?.alternatives.find(({ label }) => label === 'Oregon, US')?.emissions).toEqual(alone(plain('"Oregon, US"')));
  });

  test('countries alone keep what they generate', () => {
    const [table] = tablesOf(`${plain('FR')}what_if: { locations: [SE, PL] }`);
    expect(table?.series?.basis).toContain('production mix');
    expect(table?.base?.reported).toBeUndefined();
    expect(table?.alternatives.map(({ emissions }) => emissions)).toEqual([alone(plain('SE')), alone(plain('PL'))]);
  });

  test('a place without a figure of the basis is named, with the reason', () => {
    const old = (place: string): string => plain(place).replace('2023', '2018');
    const [table] = tablesOf(`${old('FR')}what_if: { locations: [SE, "Oregon, US"] }`);
    expect(table?.alternatives.map(({ label, emissions }) => [label, emissions])).toEqual([['Sweden', alone(old('SE'))]]);
    expect(table?.without).toEqual([
      { label: 'Oregon, US', reason: 'The tables have only its consumption mix, and the others are compared by production mix.' },
    ]);
  });

  test('a year without a figure is named, with the reason', () => {
    const [table] = tablesOf('model: M\nhardware: 8 x A100 80GB\nduration: 72 h\nlocation: FR\nwhat_if: { years: [1991, 2022] }');
    expect(table?.without).toEqual([{ label: '1991', reason: expect.stringContaining('within 3 years of 1991') }]);
    expect(table?.alternatives.map(({ label }) => label)).toEqual(['2022']);
  });
});

test('without `what_if`, phases of a cloud move in it, and those of a country among countries', () => {
  const text = (cloud: string, country: string): string =>
    `model: M\nyear: 2023\nhardware: 8 x V100\nphases:\n  - { phase: training, cloud: aws, region: ${cloud}, duration: 72 h }\n  - { phase: experiments, location: ${country}, duration: 20 h }\n`;
  const [regions, countries, ...others] = tablesOf(text('us-west-2', 'FR'));
  expect(others).toEqual([]);
  expect(regions?.alternatives.find(({ label }) => label === 'AWS us-east-1')?.emissions).toEqual(alone(text('us-east-1', 'FR')));
  expect(countries?.alternatives.find(({ label }) => label === 'Sweden')?.emissions).toEqual(alone(text('us-west-2', 'SE')));
  expect([regions?.base?.label, countries?.base?.label]).toEqual(['AWS us-west-2', 'France']);
});

describe('on other hardware', () => {
  const text = (hardware: string): string => `model: M\nlocation: FR\nyear: 2023\nphases:
  - { phase: training, hardware: ${hardware}, flops: 3e23 FLOP }
  - { phase: experiments, hardware: 8 x V100, duration: 20 h }\n`;

  test('the same operations take the hours of each device', () => {
    const [table] = tablesOf(`${text('A100 SXM 80GB')}what_if: { hardware: [H100 SXM, V100] }`);
    expect(table?.alternatives.map(({ label, emissions }) => [label, emissions])).toEqual([
      ['H100 SXM', alone(text('H100 SXM'))],
      ['V100', alone(text('V100'))],
    ]);
    expect(table?.alternatives[0]?.energy?.value).toBeLessThan(table?.base?.energy?.value ?? 0);
  });

  test('hours on record are of the device of the runs: the reason is named', () => {
    const [table] = tablesOf(`${top}duration: 72 h\nwhat_if: { hardware: [H100 SXM] }`);
    expect(table?.alternatives).toEqual([]);
    expect(table?.without).toEqual([{ label: 'H100 SXM', reason: expect.stringContaining('`flops`') }]);
  });

  test('a name that is no device is an error', () => {
    expect(() => tablesOf(`${top}duration: 72 h\nwhat_if: { hardware: [Z9000] }`)).toThrow('Z9000');
  });
});

test('a published total has no alternatives', () => {
  const [table, ...others] = tablesOf(
    'model: M\nphases:\n  - { phase: training, location: FR, emissions: { value: 12 t, boundary: facility, cite: card } }\nwhat_if: { locations: [SE, PL] }',
  );
  expect(others).toEqual([]);
  expect([table?.alternatives, table?.without.map(({ label }) => label)]).toEqual([[], ['any alternative']]);
});
