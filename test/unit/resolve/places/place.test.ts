import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../../src/assessment/assessment.js';
import { faultsOf, idsOf, made } from '../../made.js';

const at = (site: string, year = 2022): Assessment =>
  made(`{ phase: training, site: { ${site} }, year: ${year}, energy: { value: 1 kWh, boundary: node } }`);
const rangeOf = (assessment: Assessment): string | undefined =>
  assessment.lines[0]?.inputs.find(({ name }) => name === 'grid intensity')?.range;

describe('a place in a country that our tables have no figure for', () => {
  it('takes the range of the country where the country is one grid', () => {
    const cluster = at('location: { country: FR, region: Our cluster }');
    expect(rangeOf(cluster)).toBe(rangeOf(at('location: FR')));
    expect(rangeOf(cluster)).toBe('grid-country');
    expect(idsOf(cluster)).toContain('coarser-place');
  });

  it('has the range of a country with several zones, as the country alone has', () => {
    expect(rangeOf(at('location: { country: US, region: Our basement }'))).toBe('grid-wide-zones');
    expect(rangeOf(at('location: US'))).toBe('grid-wide-zones');
    expect(rangeOf(at('location: { country: Sweden, region: Our basement }'))).toBe('grid-several-zones');
  });
});

describe('the key `country`', () => {
  it('is a country: Georgia is no state here, and a question where it is alone', () => {
    expect(at('location: { country: Georgia }').phases[0]?.place).toMatchObject({ country: 'GE', label: 'Georgia' });
    expect(at('location: { country: Georgia, region: Tbilisi }').phases[0]?.place).toMatchObject({ country: 'GE' });
    expect(faultsOf(() => at('location: Georgia'))).toEqual(['ambiguous-place']);
    expect(faultsOf(() => at('location: { country: California }'))).toEqual(['unknown-place']);
  });
});

describe('two letters that are a country and a state', () => {
  it('are the country, with a warning that names both; the key `country` needs none', () => {
    const warnings = (site: string) =>
      at(site).diagnostics.filter(({ severity, id }) => severity === 'warning' && id === 'country-or-state');
    expect(at('location: CA').phases[0]?.place).toMatchObject({ country: 'CA' });
    expect(warnings('location: CA').map(({ message }) => message)).toEqual([
      '“CA” was read as the country, Canada; it could also be California, US.',
    ]);
    expect(warnings('location: { country: CA }')).toEqual([]);
    expect(warnings('location: FR')).toEqual([]);
  });
});

describe('an unknown place', () => {
  it.each(['unknown', 'my basement', 'Europe'])('%s is told what to write, and nothing far is suggested', (name) => {
    try {
      at(`location: ${name}`);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        diagnostics: [{ id: 'unknown-place', suggestion: undefined, expected: expect.stringContaining('grid: {') }],
      });
    }
  });
});

describe('a cloud that our tables do not have', () => {
  it('takes the grid of the country that is stated, and says so', () => {
    const a = at('cloud: basement-cloud, region: GRA, location: FR');
    expect(a.phases[0]?.grid?.zone).toBe('FR');
    expect(a.phases[0]?.place).toMatchObject({ cloud: 'basement-cloud', region: 'GRA', country: 'FR' });
    expect(idsOf(a)).toContain('unknown-cloud');
    expect(a.lines[0]?.emissions).toEqual(at('location: FR').lines[0]?.emissions);
    expect(idsOf(at('cloud: basement-cloud, location: { country: FR }'))).toContain('unknown-cloud');
  });

  it('is asked about where no country is stated; a region of a known cloud is not guessed', () => {
    expect(faultsOf(() => at('cloud: basement-cloud, region: GRA'))).toEqual(['unknown-place']);
    expect(faultsOf(() => at('cloud: aws, region: us-wets-2, location: US'))).toEqual(['unknown-place']);
  });
});

describe('a computing centre', () => {
  it('has the grid of its city, and its operator’s PUE where one is published', () => {
    expect(at('location: LUMI').phases[0]).toMatchObject({ place: { label: 'LUMI, Finland', country: 'FI' }, grid: { zone: 'FI' } });
    expect(at('location: Leonardo').phases[0]?.grid?.zone).toBe('IT-NO');
    const pue = (site: string) =>
      at(site)
        .lines.flatMap(({ inputs }) => inputs)
        .find(({ name }) => name === 'PUE');
    expect(pue('location: Jean Zay')).toMatchObject({ value: 1.2, basis: 'table' });
    expect(pue('location: LUMI')).toMatchObject({ value: 1.2, low: 1.05, high: 1.6, basis: 'assumed' });
  });
});

describe('a hoster', () => {
  it('alone has the range of all regions, and a note that says what to add', () => {
    const colab = at('location: Google Colab');
    expect(colab.phases[0]?.place).toMatchObject({ label: 'Google Colab', cloud: 'gcp' });
    expect(colab.diagnostics.map(({ message }) => message).join(' ')).toContain('add the country, state or city');
    expect(at('cloud: Lambda').lines[0]?.inputs.find(({ name }) => name === 'grid intensity')).toMatchObject({
      value: 350,
      low: 20,
      high: 700,
    });
  });

  it('with a region or a location is there; its PUE is its own', () => {
    expect(at('cloud: ovh, region: GRA').phases[0]).toMatchObject({ place: { cloud: 'ovh', country: 'FR' }, grid: { zone: 'FR' } });
    expect(at('cloud: lambda, region: unheard-of, location: Texas').phases[0]?.grid?.zone).toBe('US-TEX-ERCO');
    expect(faultsOf(() => at('cloud: lambda, region: unheard-of'))).toEqual(['unknown-place']);
    const pue = at('cloud: ovh, region: GRA')
      .lines.flatMap(({ inputs }) => inputs)
      .find(({ name }) => name === 'PUE');
    expect(pue).toMatchObject({ value: 1.26, basis: 'table' });
  });
});
