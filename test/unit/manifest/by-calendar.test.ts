import { expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import { parseManifest } from '../../../src/resolve/resolve.js';

const of = (embodied: string, more = '') =>
  assess(
    parseManifest(
      `model: M\nphases: [{ phase: training, energy: 5 MWh, location: FR, year: 2023, embodied: ${embodied}, system_boundary: [embodied, dynamic]${more} }]\n`,
    ),
    {},
  );

it('embodied emissions by calendar are beside those by occupancy: 9.5 of 11.2 t, with the interval in proportion', () => {
  const { totals, embodiedAlternatives } = of('{ value: 11.2 tCO2e, low: 5.6, high: 22.4, by_calendar: 9.5, cite: card }');
  const { byCalendar, components } = totals.development ?? {};
  const counted = components?.find(({ component }) => component === 'embodied')?.emissions;
  expect(counted?.value).toBe(11_200);
  expect(byCalendar?.embodied.value).toBeCloseTo(9500, 6);
  const { low = 0, high = 0 } = byCalendar?.embodied ?? {};
  expect([low / (counted?.low ?? 0), high / (counted?.high ?? 0)].map((ratio) => ratio.toFixed(3))).toEqual(['0.848', '0.848']);
  expect(embodiedAlternatives).toMatchObject([{ convention: 'calendar', emissions: { value: expect.closeTo(9500, 6) } }]);
});

it('of a share of a phase are of that share: 25 % of 9.5 t', () => {
  const { totals } = of('{ value: 11.2 t, by_calendar: 9.5 t, cite: card }', ', share: 25 %');
  expect(totals.development?.byCalendar?.embodied.value).toBeCloseTo(2375, 6);
});

it('figures that name one unknown are as unsure together as apart', () => {
  const text = (unknown: string) =>
    `model: M\nphases:\n${['a', 'b']
      .map(
        (name) =>
          `  - { phase: training, name: ${name}, energy: { value: 10 kWh, low: 5 kWh, high: 15 kWh${unknown} }, location: FR, year: 2023, system_boundary: [dynamic] }\n`,
      )
      .join('')}`;
  const width = (unknown: string) => {
    const { low = 0, high = 0 } = assess(parseManifest(text(unknown)), {}).totals.development?.energy ?? {};
    return high - low;
  };
  expect(width(', unknown: load')).toBeCloseTo(20, 1);
  expect(width('')).toBeLessThan(16);
});
