import type { FactorSource } from '../factor.js';
import { once } from '../once.js';
import { type PublishedZone, zonesOfPackage } from './zones-at-build.js';

export type { PublishedZone } from './zones-at-build.js';

export const electricityMaps: FactorSource = {
  id: 'electricity-maps-yearly',
  title: 'Electricity Maps: yearly averages by zone, 2021–2025, republished in CO2.js (@tgwf/co2 0.19.0)',
  url: 'https://www.electricitymaps.com/data/methodology',
  year: 2026,
  // ODbL 4.3: whatever is produced from the database says so.
  licence: 'ODbL 1.0: contains information from Electricity Maps, which is made available here under the Open Database License',
};

/** The zones of the package, by key. */
export const publishedZones = once((): ReadonlyMap<string, PublishedZone> => new Map(Object.entries(zonesOfPackage())));
