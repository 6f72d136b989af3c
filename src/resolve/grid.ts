import type { ImpactCategory } from '../assessment/assessment.js';
import { waterInputs } from '../assessment/water.js';
import type { Message } from '../diagnostics/message.js';
import { edition } from '../factors/edition.js';
import type { Factor, Lookup } from '../factors/factor.js';
import { hasSeveralZones, type Intensity } from '../factors/grid/index.js';
import type { Input } from '../formulas/expression.js';
import type { ParsedSite } from '../manifest/schema.js';
import { under } from '../manifest/yaml/yaml.js';
import { gridIn, withdrawnRow } from '../search/earlier-edition.js';
import { gridAt, impactAt, marketGridAt, offSiteWaterAt, onSiteWaterAt, otherGridAt, providerGridAt } from '../search/place-factors.js';
import { formatted } from '../units/format.js';
import { editionOf, isWithdrawn } from './edition.js';
import { type Citations, citationOf, fromFactor, fromManifest } from './inputs.js';
import { placeMessages } from './messages/place.js';
import { type HourlyGrid, hourlyGridOf } from './places/hourly-grid.js';
import type { Located } from './places/place.js';
import { pathIn, type Reference } from './references.js';
import type { Grid } from './resolved.js';
import type { PhaseScope } from './scope.js';

export interface GridContext {
  readonly scope: PhaseScope;
  readonly site: Reference<ParsedSite>;
  readonly located: Located | undefined;
  /** Year of the phase. */
  readonly year: number | undefined;
  /** Electricity is counted, so a figure has to be found. */
  readonly isWanted: boolean;
}

/** The electricity of a place: what the manifest declares, else the factor of the place and year. */
export function gridOf(context: GridContext): Grid | undefined {
  const declared = context.site.value.grid;
  const hourly = context.isWanted && declared?.hourly !== undefined ? hourlyGridOf(context, declared.hourly, citesOf(context)) : undefined;
  const isOfTables = declared?.intensity === undefined && hourly === undefined;
  const grid = isOfTables ? gridOfTables(context) : declaredGrid(context, hourly);
  return grid && { ...grid, provider: declared?.provider, energySource: declared?.energy_source };
}

/** What the manifest declares: an average, or the intensity of the hours in which it ran. */
function declaredGrid(context: GridContext, hourly: HourlyGrid | undefined): Grid | undefined {
  const { scope, site } = context;
  const { grid } = site.value;
  const cites = citesOf(context);
  const market = marketOf(context, cites);
  if (hourly === undefined && grid?.intensity?.value === 0) scope.report({ ...placeMessages.zeroGrid(), path: grid.intensity.path });
  const water = declaredWater(context, cites);
  const options = { name: 'grid intensity', cites, common: true } as const;
  const intensity = hourly?.intensity ?? (grid?.intensity && fromManifest(grid.intensity, options, scope.report));
  if (intensity === undefined) return undefined;
  return {
    intensity,
    market,
    water,
    impacts: impactsOf(context),
    alternatives: alternativesTo(intensity.value, context, grid?.year ?? hourly?.year ?? context.year),
    year: grid?.year ?? hourly?.year ?? grid?.intensity?.year,
    zone: grid?.zone ?? hourly?.zone,
    lifeCycle: grid?.basis ?? hourly?.lifeCycle,
    hourly: hourly?.hours,
  };
}

function gridOfTables(context: GridContext): Grid | undefined {
  const { site, isWanted } = context;
  const cites = citesOf(context);
  const market = marketOf(context, cites);
  const year = site.value.grid?.year ?? context.year;
  const lookup = isWanted ? gridFactor(context, year) : undefined;
  if (lookup === undefined) return undefined;
  const { found: factor, steps } = lookup;
  const water = declaredWater(context, cites) ?? defaultWater(context);
  return {
    intensity: fromFactor(factor, {
      name: 'grid intensity',
      basis: factor.year === undefined ? 'assumed' : 'table',
      steps: steps.map(({ id }) => id),
    }),
    market,
    water,
    impacts: impactsOf(context),
    alternatives: alternativesTo(factor.value, context, year),
    year: factor.year,
    zone: factor.zone,
    lifeCycle: factor.kind,
  };
}

function citesOf({ scope, site }: GridContext): Citations {
  const { grid } = site.value;
  const [ofSite] = scope.cites.site;
  return grid?.cite === undefined ? [ofSite] : [{ title: grid.cite, url: grid.url, licence: grid.licence }, ofSite];
}

/** Path of what says where the electricity comes from. */
function pathOf(site: Reference<ParsedSite>): string {
  const { grid, location } = site.value;
  return pathIn(site, grid !== undefined ? 'grid' : location !== undefined ? 'location' : 'region');
}

function declaredWater({ scope, site }: GridContext, cites: Citations): Input | undefined {
  const water = site.value.grid?.water;
  return water && fromManifest(water, { name: waterInputs.offSite, cites, common: true }, scope.report);
}

/** The factor of the place: its zone's, else its country's, each in the year or the nearest before the next is asked. */
function gridFactor(
  { scope, site, located }: GridContext,
  year: number | undefined,
): (Lookup<Intensity> & { readonly found: Intensity }) | undefined {
  if (located === undefined || located.isUnknown) return undefined;
  const path = pathOf(site);
  const lookup = gridAt(located.place, year);
  if (isWithdrawn(scope, { role: 'grid', place: located.place, year, path, now: lookup?.found })) return undefined;
  if (lookup?.found === undefined) {
    if (lookup !== undefined) scope.report({ ...noGrid(located.place.label, year, lookup), path });
    return undefined;
  }
  const { steps } = lookup;
  const found = gridIn(editionOf(scope.manifest), lookup.found);
  const { within: part, country } = located.place;
  // A country whose grid is one zone has the same electricity everywhere, so its figure is as sure for a place in it.
  const isCoarser = part !== undefined && country !== undefined && hasSeveralZones(country);
  if (part !== undefined) scope.report({ ...(isCoarser ? placeMessages.coarserPlace(part) : placeMessages.countryForPlace(part)), path });
  for (const { id, text } of steps) scope.report({ ...placeMessages.lookupStep(id, text), path });
  const isWhole = part === undefined && located.place.zone === undefined && located.place.region === undefined;
  if (isWhole && country !== undefined && hasSeveralZones(country))
    scope.report({ ...placeMessages.severalZones(located.place.label), path });
  scope.report({ ...placeMessages.defaultGrid(titleOf(found), textOf(found)), path });
  return { found, steps };
}

function noGrid(label: string, year: number | undefined, lookup: Lookup<Intensity>): Message {
  const years = lookup.found === undefined && lookup.why === 'no-year' ? lookup.candidates : [];
  const [first] = years;
  return first === undefined ? placeMessages.noGrid(label) : placeMessages.noGridYear(label, year, first, years.at(-1) ?? first);
}

const titleOf = ({ title, source }: Factor): string => `${title} (${source.title})`;
const textOf = ({ value, unit }: Factor): string => formatted({ value, unit }).text;

/** What the tables have for the same place in the same year, beside the figure that was used. */
function alternativesTo(used: number, { scope, located }: GridContext, year: number | undefined): readonly Factor[] {
  if (year === undefined || located === undefined || located.isUnknown) return [];
  const { place } = located;
  const pinned = editionOf(scope.manifest);
  // An earlier edition shows no other series; and its own figure only where it may be passed on.
  const own = withdrawnRow(pinned, 'grid', place, year) === undefined ? gridAt(place, year)?.found : undefined;
  const other = pinned === edition ? otherGridAt(place, year) : undefined;
  return [own, other, providerGridAt(place, year)?.found].flatMap((found) =>
    found !== undefined && found.year === year && found.value !== used ? [found] : [],
  );
}

/** Contracts, else the provider's claim where the manifest asks for it, else the residual mix. */
function marketOf(context: GridContext, cites: Citations): Grid['market'] {
  const { scope, site } = context;
  const { grid } = site.value;
  if (grid?.market !== undefined) {
    const { market } = grid;
    if (grid.market_claim !== undefined)
      scope.report({ ...placeMessages.severalMarkets(), path: under(pathIn(site, 'grid'), 'market_claim') });
    if (market.value === 0) {
      const isCited = grid.market_claim !== undefined || citationOf(market, cites) !== undefined;
      scope.report({ ...(isCited ? placeMessages.marketClaim('the manifest') : placeMessages.marketZeroUncited()), path: market.path });
    }
    return { intensity: fromManifest(market, { name: 'market-based intensity', cites, common: true }, scope.report), kind: 'contract' };
  }
  const claim = grid?.market_claim === undefined ? undefined : marketClaimOf(context);
  if (claim !== undefined) return claim;
  const residual = grid?.residual_mix;
  return (
    residual && { intensity: fromManifest(residual, { name: 'residual mix', cites, common: true }, scope.report), kind: 'residual mix' }
  );
}

/** The provider's claim to have matched its electricity of the year. */
function marketClaimOf({ scope, site, located, year: ofPhase }: GridContext): Grid['market'] {
  const year = site.value.grid?.year ?? ofPhase;
  const claim = located === undefined || year === undefined ? undefined : marketGridAt(located.place, year);
  const path = under(pathIn(site, 'grid'), 'market_claim');
  if (located !== undefined && isWithdrawn(scope, { role: 'market', place: located.place, year, path, now: claim?.found }))
    return undefined;
  if (claim?.found === undefined) {
    scope.report({ ...placeMessages.noMarketClaim(located?.place.label, year, claim?.candidates ?? []), path });
    return undefined;
  }
  scope.report({ ...placeMessages.marketClaim(claim.found.title), path });
  return { intensity: fromFactor(claim.found, { name: 'market-based intensity', basis: 'table', exact: true }), kind: 'claim' };
}

/** Water of generating the electricity, where the program supplies the grid too. A country without a figure has none. */
function defaultWater({ scope, site, located }: GridContext): Input | undefined {
  const factor = located && offSiteWaterAt(located.place)?.found;
  if (factor === undefined) return undefined;
  scope.report({ ...placeMessages.defaultWater('Off-site', textOf(factor), titleOf(factor)), path: pathOf(site) });
  return fromFactor(factor, { name: waterInputs.offSite, basis: 'table' });
}

/** Other impacts of a kWh, of the categories that are asked for; a country without a figure has none, which is reported. */
function impactsOf({ scope, site, located }: GridContext): Grid['impacts'] {
  return Object.fromEntries(
    scope.manifest.impacts.flatMap((category) => {
      const factor = located && impactAt(located.place, category)?.found;
      if (factor !== undefined) return [[category, fromFactor(factor, { name: impactNames[category], basis: 'table' })]];
      scope.report({ ...placeMessages.noImpact(impactNames[category], located?.place.label), path: pathOf(site) });
      return [];
    }),
  );
}

const impactNames: Record<ImpactCategory, string> = { 'adpe': 'resource depletion per kWh', 'primary-energy': 'primary energy per kWh' };

/** Water that a cloud region uses on site, where the program supplies the grid too; nothing where nothing is published. */
export function defaultWue({ scope, site, located, year }: GridContext): Input | undefined {
  if (located === undefined || site.value.grid?.intensity !== undefined) return undefined;
  const lookup = onSiteWaterAt(located.place, year);
  if (isWithdrawn(scope, { role: 'wue', place: located.place, year, path: pathOf(site), now: lookup?.found })) return undefined;
  if (editionOf(scope.manifest) !== edition) return undefined;
  const factor = lookup?.found;
  if (lookup?.found === undefined || factor === undefined) return undefined;
  for (const step of lookup.steps)
    scope.report({ ...placeMessages.lookupStep(step.id, `On-site water: ${step.text}`), path: pathOf(site) });
  scope.report({ ...placeMessages.defaultWater('On-site', textOf(factor), titleOf(factor)), path: pathOf(site) });
  return fromFactor(factor, { name: waterInputs.onSite, basis: 'table' });
}
