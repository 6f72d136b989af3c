import { createRequire } from 'node:module';

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
 * It is half a megabyte, so the bundle holds the result of this call, as text.
 */
export function zonesOfPackage(): Readonly<Record<string, PublishedZone>> {
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
  return Object.fromEntries(zones);
}

/** An intensity, or undefined: 0 means missing, since every grid has a footprint on a life-cycle basis. */
export function positive(intensity: unknown): number | undefined {
  const value = at(intensity, 'value');
  return at(intensity, 'unit') === 'gCO2eq/kWh' && typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const at = (value: unknown, key: string): unknown => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined);
