import { describe, expect, it } from 'vitest';
import { faultsOf, grid, idsOf, made } from '../made.js';

const metered = (rest: string, site = grid): ReturnType<typeof made> =>
  made(`{ phase: deployment, site: { ${site} }, energy: { value: 1 MWh, boundary: node }, ${rest} }`);

describe('the year of a phase', () => {
  it.each([
    ['started: 2021-12-20, duration: 30 days, year: 2022', []],
    ['started: 2021-12-20, year: 2021', []],
    ['started: 2021, duration: 30 days, year: 2022', []],
    ['started: 2021-12-20, year: 2022', ['year-not-of-run']],
    ['started: 2021-03-11, duration: 30 days, year: 2022', ['year-not-of-run']],
    ['started: 2022-03-11, year: 2021', ['year-not-of-run']],
  ])('is one that the run can have reached: %s', (text, faults) => {
    expect(faultsOf(() => metered(text))).toEqual(faults);
  });
});

describe('a range on what has no interval', () => {
  it.each([
    ['requests: { value: 100, low: 90, high: 110 }', 'phases[0].requests'],
    ['tokens: { value: 100, low: 90, high: 110 }', 'phases[0].tokens'],
    ['accelerators: { value: 8, low: 7, high: 9 }', 'phases[0].accelerators'],
  ])('is said not to be used: %s', (text, path) => {
    expect(metered(text).diagnostics).toContainEqual(expect.objectContaining({ id: 'range-not-used', path, severity: 'warning' }));
  });

  it('of a lifetime is one, too', () => {
    const hardware = 'hardware: { embodied: { accelerator: 150 kg, lifetime: { value: 6 years, low: 4 years, high: 8 years } } }';
    expect(idsOf(metered(`${hardware}, accelerator_hours: 10`))).toContain('range-not-used');
  });
});

describe('a market-based 0', () => {
  it('needs somebody to be cited, at the figure or at its grid', () => {
    const market = (figure: string, rest = '') => `grid: { intensity: 57 g/kWh, market: ${figure}${rest} }`;
    expect(faultsOf(() => metered('', market('0 g/kWh')))).toEqual(['market-zero-uncited']);
    expect(idsOf(metered('', market('{ value: 0 g/kWh, cite: Contract }')))).toContain('market-claim');
    expect(idsOf(metered('', market('0 g/kWh', ', cite: Contract')))).toContain('market-claim');
    expect(faultsOf(() => metered('', market('5 g/kWh')))).toEqual([]);
  });
});
