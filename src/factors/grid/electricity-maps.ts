import { createRequire } from 'node:module';
import type { FactorSource } from '../factor.js';
import { once } from '../once.js';

export const electricityMaps: FactorSource = {
  id: 'electricity-maps-yearly',
  title: 'Electricity Maps: yearly averages by zone, 2021–2025, republished in CO2.js (@tgwf/co2 0.19.0)',
  url: 'https://www.electricitymaps.com/data/methodology',
  year: 2026,
  // ODbL 4.3: whatever is produced from the database says so.
  licence: 'ODbL 1.0: contains information from Electricity Maps, which is made available here under the Open Database License',
};

/** A zone as the package has it. */
export interface PublishedZone {
  /** Electricity Maps' words: `Midcontinent ISO`, `West Denmark`. */
  readonly name: string;
  /** gCO2e/kWh by year. */
  readonly values: Readonly<Record<number, number>>;
}

const years = [2021, 2022, 2023, 2024, 2025] as const;

/**
 * All zones of the package, some 350: average intensity of the electricity consumed (imports included), life-cycle.
 *
 * The package has no types, so its shape is checked here. What isn't a positive number in the expected unit is missing.
 * Required and not imported: half a megabyte of literals that most runs never look into.
 */
export const publishedZones = once((): ReadonlyMap<string, PublishedZone> => {
  const published: unknown = createRequire(import.meta.url)('@tgwf/co2/data/electricity-maps');
  const zones = new Map<string, { name: string; values: Record<number, number> }>();
  for (const year of years) {
    const rows = at(at(published, `yearly${year}`), 'data');
    for (const key of isObject(rows) ? Object.keys(rows) : []) {
      const row = at(rows, key);
      const value = positive(at(row, 'carbonIntensity'));
      if (value === undefined) continue;
      const name = at(at(row, 'zone'), 'zoneName');
      const zone = zones.get(key) ?? { name: typeof name === 'string' ? name : key, values: {} };
      zone.values[year] = value;
      zones.set(key, zone);
    }
  }
  return zones;
});

/** An intensity, or undefined: 0 means missing, since every grid has a footprint on a life-cycle basis. */
export function positive(intensity: unknown): number | undefined {
  const value = at(intensity, 'value');
  return at(intensity, 'unit') === 'gCO2eq/kWh' && typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const at = (value: unknown, key: string): unknown => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined);
