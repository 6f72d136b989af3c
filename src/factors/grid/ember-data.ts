/** A year's average of the electricity produced in a country, life-cycle, gCO2e/kWh. */
export type EmberRow = readonly [alpha3: string, year: number, value: number];

/**
 * Ember's newest yearly average, for the places that the other tables leave without one: they end with 2023 or earlier in one,
 * and have no zone of their own in the other. From the averages in CO2.js (@tgwf/co2 0.19.0), which name no year; the years
 * are those of its repository's `data/output/average-intensities.json`.
 *
 * The Central African Republic is 0 there, which means missing.
 */
export const emberIntensities: Readonly<Record<string, EmberRow>> = {
  AS: ['ASM', 2023, 647.06],
  CL: ['CHL', 2024, 265.52],
  NR: ['NRU', 2023, 750],
  RU: ['RUS', 2024, 446.17],
  TC: ['TCA', 2023, 653.85],
  VG: ['VGB', 2023, 647.06],
  WORLD: ['WORLD', 2024, 472.94],
};
