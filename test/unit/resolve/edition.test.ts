import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { assess, parseManifest } from '../../../src/index.js';
import { withdrawnRow } from '../../../src/search/earlier-edition.js';
import { parsePlace } from '../../../src/search/places.js';

const manifest = (edition: string, rest: string): string =>
  `model: M\nfactors: ${edition}\nhardware: 8 x A100 80GB\nduration: 72 h\nyear: 2023\n${rest}\n`;
const at = (edition: string, rest: string) => assess(parseManifest(manifest(edition, rest)));
const faultsOf = (edition: string, rest: string) => {
  try {
    at(edition, rest);
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics.map(({ id, message, expected }) => [id, message, expected]);
    throw error;
  }
  return [];
};

describe('the edition of the factor tables', () => {
  it('gives a country the same figure under both; only the newest shows the other series', () => {
    const [before, now] = [at('2026-11', 'location: FR'), at('2026-12', 'location: FR')];
    expect(before.method.factors).toBe('2026-11');
    expect(now.method.factors).toBe('2026-12');
    expect(now.totals).toEqual(before.totals);
    expect(now.phases[0]?.grid?.intensity).toEqual(before.phases[0]?.grid?.intensity);
    expect(before.phases[0]?.grid?.alternatives).toBeUndefined();
    expect(now.phases[0]?.grid?.alternatives).toMatchObject([{ title: 'Grid zone FR, 2023', source: 'electricity-maps-yearly' }]);
    expect(before.sources.map(({ title }) => title).join(' ')).not.toContain('edition 2026-12');
  });

  it('names a row that may not be passed on, and the new value', () => {
    const faults = faultsOf('2026-11', 'location: gcp us-central1');
    expect(faults).toContainEqual([
      'withdrawn-factor',
      'Edition 2026-11 of the factor tables no longer has `grid-zone-us-midw-miso-2023`: its source gives no licence.',
      expect.stringMatching(/`factors: 2026-12`, which has 50\d\s.+ \(`grid-zone-us-midw-miso-2023`\)/u),
    ]);
    expect(at('2026-12', 'location: gcp us-central1').totals.development?.emissions.value).toBeGreaterThan(0);
  });

  it('has the places that it had: no PUE of a computing centre', () => {
    const pue = (edition: string) =>
      at(edition, 'location: { country: FR, region: Jean Zay }')
        .lines.flatMap(({ inputs }) => inputs)
        .find(({ name }) => name === 'PUE');
    expect(pue('2026-11')).toMatchObject({ basis: 'assumed', low: 1.05, high: 1.6 });
    expect(pue('2026-12')).toMatchObject({ basis: 'table', range: 'pue-region' });
  });

  it('is one of those that are loadable', () => {
    expect(faultsOf('2025-01', 'location: FR')).toEqual([
      ['unknown-edition', 'Unknown edition `2025-01` of the factor tables.', 'one of 2026-12, 2026-11'],
    ]);
  });
});

it.each([
  ['aws us-west-2', 2022, 'grid-zone-us-nw-bpat-2022'],
  ['aws us-west-2', 2018, 'grid-zone-us-nw-bpat-2019'],
  ['aws us-west-2', 2024, undefined],
  ['FR', 2022, undefined],
  ['California', 2021, 'grid-zone-us-cal-ciso-2021'],
])('a grid of %s in %i rested on the row %s', (text, year, row) => {
  const { found } = parsePlace(text);
  expect(found && withdrawnRow('2026-11', 'grid', found, year)).toBe(row);
  expect(found && withdrawnRow('2026-12', 'grid', found, year)).toBeUndefined();
});
