import type { Manifest, Phase } from '../manifest/manifest.js';
import type { ParsedSite } from '../manifest/schema.js';

/** Where the runs would be. */
export type Place = { readonly cloud: string; readonly region: string } | { readonly location: string };

type Grid = NonNullable<ParsedSite['grid']>;

/**
 * A manifest with phases in another place, or in their own with the grid of the tables. All else is kept, such as a declared PUE.
 *
 * A named site keeps its name and its path, so that what it declares beside the place is the same unknown as before.
 */
export function moved(manifest: Manifest, isMoved: (phase: Phase) => boolean, place?: Place): Manifest {
  const sites = { ...manifest.sites };
  const phases = manifest.phases.map((phase) => {
    if (!isMoved(phase)) return phase;
    const name = siteNameOf(phase, manifest);
    const site = name === undefined ? undefined : manifest.sites[name];
    if (name !== undefined && site !== undefined) sites[name] = placed(site, place);
    return movedPhase(phase, site !== undefined, place);
  });
  return { ...manifest, sites, phases };
}

/** The site of `sites` that a phase names, or the only one for a phase that names none. */
function siteNameOf(phase: Phase, { sites }: Manifest): string | undefined {
  if (typeof phase.site === 'string') return Object.hasOwn(sites, phase.site) ? phase.site : undefined;
  const [only, ...others] = Object.keys(sites);
  const isPlaced = phase.site !== undefined || phase.location !== undefined || phase.cloud !== undefined || phase.region !== undefined;
  return others.length > 0 || phase.path === '' || isPlaced ? undefined : only;
}

function movedPhase(phase: Phase, hasNamedSite: boolean, place: Place | undefined): Phase {
  const { location, cloud, region, grid, ...kept } = phase;
  const own = { ...kept, grid: ofTables(grid) };
  if (place === undefined)
    return { ...own, location, cloud, region, site: typeof phase.site === 'object' ? placed(phase.site) : phase.site };
  if (hasNamedSite) return own;
  if (typeof phase.site === 'object') return { ...own, site: placed(phase.site, place) };
  const { site: _, ...withoutSite } = own;
  return { ...withoutSite, ...place };
}

function placed(site: ParsedSite, place?: Place): ParsedSite {
  const { location, cloud, region, grid, ...kept } = site;
  return { ...kept, ...(place ?? { location, cloud, region }), grid: ofTables(grid) };
}

/** What is said of the electricity of one place holds for no other: only the year is kept. */
function ofTables(grid: Grid | undefined): Grid | undefined {
  const year = grid?.year ?? grid?.intensity?.year;
  return year === undefined ? undefined : { year };
}

/** Whether the manifest declares the grid of a phase, in place of a figure of the tables. */
export function hasDeclaredGrid(manifest: Manifest, isMoved: (phase: Phase) => boolean): boolean {
  return manifest.phases.filter(isMoved).some((phase) => {
    const name = siteNameOf(phase, manifest);
    const site = typeof phase.site === 'object' ? phase.site : name === undefined ? undefined : manifest.sites[name];
    const grid = phase.grid ?? site?.grid;
    return grid?.intensity !== undefined || grid?.hourly !== undefined;
  });
}
