import type { Manifest } from '../manifest.js';
import type { ParsedSite } from '../schema.js';
import { pathText, under } from '../yaml/yaml.js';

export type HourlyGridOfManifest = NonNullable<ParsedSite['grid']>;

/** The grids of a manifest that name a file of hourly intensities, and where the manifest has each. */
export function gridsWithHours({ phases, sites }: Manifest): readonly { readonly grid: HourlyGridOfManifest; readonly path: string }[] {
  const ofSites = Object.entries(sites).map(([name, { grid }]) => ({ grid, path: pathText(['sites', name, 'grid']) }));
  const ofPhases = phases.flatMap(({ grid, site, path, inherited }) => [
    { grid, path: inherited?.includes('grid') === true ? 'grid' : under(path, 'grid') },
    { grid: typeof site === 'object' ? site.grid : undefined, path: under(path, 'site.grid') },
  ]);
  return [...ofSites, ...ofPhases].flatMap(({ grid, path }) => (grid?.hourly === undefined ? [] : [{ grid, path }]));
}

export function namesHourly(manifest: Manifest): boolean {
  return gridsWithHours(manifest).length > 0;
}
