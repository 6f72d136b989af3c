import type { Manifest } from '../manifest.js';
import type { ParsedSite } from '../schema.js';

export type HourlyGridOfManifest = NonNullable<ParsedSite['grid']>;

/** The grids of a manifest that name a file of hourly intensities. */
export function gridsWithHours({ phases, sites }: Manifest): readonly HourlyGridOfManifest[] {
  const ofPhases = phases.flatMap(({ grid, site }) => [grid, typeof site === 'object' ? site.grid : undefined]);
  const all = [...Object.values(sites).map(({ grid }) => grid), ...ofPhases];
  return all.flatMap((grid) => (grid?.hourly === undefined ? [] : [grid]));
}

export function namesHourly(manifest: Manifest): boolean {
  return gridsWithHours(manifest).length > 0;
}
