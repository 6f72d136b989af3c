import { describe, expect, it } from 'vitest';
import { faultsOf, idsOf, made } from '../made.js';

const at = (site: string, year = 2022) =>
  made(`{ phase: training, site: { ${site} }, year: ${year}, energy: { value: 1 kWh, boundary: node } }`);
const gridOf = (site: string, year?: number) => {
  const found = at(site, year)
    .lines.flatMap(({ inputs }) => inputs)
    .find(({ name }) => name === 'grid intensity');
  if (found === undefined) throw new Error(`no grid at ${site}`);
  return found;
};
/** 5 % and 95 % points of ×/÷ k around a mean of 1. */
const points = (k: number): readonly [number, number] => {
  const drift = Math.exp((Math.log(k) / 1.6448536269514722) ** 2 / 2);
  return [1 / k / drift, k / drift];
};

describe('the range of a grid', () => {
  it.each([
    ['a country of one zone', 'location: PL', 2022, 1.4],
    ['a zone', 'location: { country: US, region: California }', 2022, 1.4],
    ['a cloud region', 'location: aws us-west-2', 2022, 1.4],
    ['a country of fewer than 5 million people', 'location: EE', 2022, 1.6],
    ['the United States, no state named', 'location: US', 2022, 2],
    ['Australia, no state named', 'location: AU', 2022, 2],
    ['Brazil, no part named', 'location: BR', 2022, 2],
    ['Canada, no province named', 'location: CA', 2022, 5],
    ['India, no part named', 'location: IN', 2022, 1.7],
    ['another year', 'location: PL', 2026, 1.5],
  ])('of %s is ×/÷ its row', (_, site, year, k) => {
    const { value, low = 0, high = 0 } = gridOf(site, year);
    const [down, up] = points(k);
    expect([low / value, high / value]).toEqual([expect.closeTo(down, 4), expect.closeTo(up, 4)]);
  });

  it.each([
    ['CH', 122],
    ['AT', 248],
    ['BE', 197],
  ])('of %s reaches to the other series of its year, which counts imports: %d g/kWh', (country, other) => {
    const { value, low = 0, high } = gridOf(`location: ${country}`);
    expect([low / value, high]).toEqual([expect.closeTo(points(1.4)[0], 4), other]);
  });

  it.each(['SE', 'CA', 'NO', 'PL'])('of %s holds the other series, and is that of its row', (country) => {
    expect(gridOf(`location: ${country}`)).toHaveProperty('range');
    const { low = 0, high = 0, value } = gridOf(`location: ${country}`);
    const [down, up] = points({ CA: 5, SE: 1.7, NO: 1.7, PL: 1.4 }[country] ?? 0);
    expect([low / value, high / value]).toEqual([expect.closeTo(down, 4), expect.closeTo(up, 4)]);
  });

  it('asks for the state or the province where a country holds several zones', () => {
    expect(idsOf(at('location: US'))).toContain('several-zones');
    expect(idsOf(at('location: CA'))).toContain('several-zones');
    expect(idsOf(at('location: { country: US, region: California }'))).not.toContain('several-zones');
    expect(idsOf(at('location: PL'))).not.toContain('several-zones');
  });

  it('of an unknown region of a cloud is that of all of them: 350 g/kWh, from 20 to 700', () => {
    expect(gridOf('cloud: aws')).toMatchObject({ value: 350, low: 20, high: 700, basis: 'assumed' });
    expect(gridOf('cloud: gcp', 2015)).toMatchObject({ value: 350, low: 20, high: 700 });
  });

  it('of a provider that is not in the tables is none', () => {
    expect(faultsOf(() => at('cloud: basement-cloud'))).not.toEqual([]);
  });

  it('of the world is that of all places: 36 to 750 g/kWh', () => {
    expect(gridOf('location: world', 2024)).toMatchObject({ value: 472.94, low: 36, high: 750 });
  });
});

describe('the series of a country', () => {
  it.each([
    ['US', [2022, 2023, 2024]],
    ['GB', [2022, 2023, 2024]],
    ['FR', [2022, 2023, 2024]],
  ])('of %s has one basis in every year', (country, years) => {
    for (const year of years) {
      const a = at(`location: ${country}`, year);
      expect(a.phases[0]?.grid).toMatchObject({ year, lifeCycle: expect.stringContaining('production mix') });
      expect(idsOf(a)).not.toContain('other-basis');
    }
  });

  it('is Ember’s also in 2024: 383.55 g/kWh in the United States', () => {
    const a = at('location: US', 2024);
    const source = a.sources.find(({ id }) => id === gridOf('location: US', 2024).source);
    expect(a.phases[0]?.grid?.intensity.value).toBe(383.55);
    expect(source?.title).toContain('Ember');
  });
});
