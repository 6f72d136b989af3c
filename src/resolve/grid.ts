import type { ImpactCategory } from '../assessment/assessment.js';
import type { Report } from '../diagnostics/report.js';
import { cloudIntensity, cloudPue, cloudWue, fleetPue, marketIntensity, providerIntensity } from '../factors/cloud/index.js';
import { worldPue } from '../factors/facility.js';
import type { Factor, Lookup } from '../factors/factor.js';
import { gridImpact, gridIntensity, gridWater, hasSeveralZones, type Intensity } from '../factors/grid/index.js';
import type { Input } from '../formulas/expression.js';
import type { ParsedSite } from '../manifest/schema.js';
import { under } from '../manifest/yaml.js';
import { formatted } from '../units/format.js';
import { type Citations, citationOf, fromFactor, fromManifest } from './inputs.js';
import type { Located } from './place.js';
import { placeMessages } from './place-messages.js';
import type { Reference } from './references.js';
import type { Grid } from './resolved.js';

export interface GridContext {
  readonly site: Reference<ParsedSite>;
  readonly located: Located;
  /** Year of the phase. */
  readonly year: number | undefined;
  /** Electricity is drawn, so a figure has to be found. */
  readonly wanted: boolean;
  readonly impacts: readonly ImpactCategory[];
  readonly report: Report;
}

/** The electricity of a place: what the manifest declares, else our factor for the place and year. */
export function gridOf(context: GridContext): Grid | undefined {
  const { site, wanted, report } = context;
  const { grid } = site.value;
  const given = grid?.intensity;
  const cites = citesOf(site.value);
  const market = marketOf(context, cites);
  const year = grid?.year ?? context.year;
  if (given !== undefined) {
    if (given.value === 0) report({ ...placeMessages.zeroGrid(), path: given.path });
    const water = declaredWater(site.value, cites, report);
    const stated = grid?.year ?? given.year;
    return {
      intensity: fromManifest(given, { name: 'grid intensity', cites, common: true }, report),
      ...(market && { market }),
      ...(water && { water }),
      impacts: impactsOf(context),
      alternatives: alternativesTo(given.value, context.located, year),
      ...(stated !== undefined && { year: stated }),
      ...(grid?.zone !== undefined && { zone: grid.zone }),
      ...(grid?.basis !== undefined && { lifeCycle: grid.basis }),
    };
  }
  if (!wanted) return undefined;
  const found = gridFactor(context, year);
  if (found === undefined) return undefined;
  const { found: factor, steps } = found;
  const water = declaredWater(site.value, cites, report) ?? defaultWater(context);
  return {
    intensity: fromFactor(factor, { name: 'grid intensity', basis: 'declared', steps: steps.map(({ id }) => id) }),
    ...(market && { market }),
    ...(water && { water }),
    impacts: impactsOf(context),
    alternatives: alternativesTo(factor.value, context.located, year),
    ...(factor.year !== undefined && { year: factor.year }),
    ...(factor.zone !== undefined && { zone: factor.zone }),
    lifeCycle: factor.kind,
  };
}

function citesOf({ grid, cite }: ParsedSite): Citations {
  if (grid?.cite === undefined) return [cite];
  const { url, licence } = grid;
  return [{ title: grid.cite, ...(url !== undefined && { url }), ...(licence !== undefined && { licence }) }, cite];
}

function pathOf({ value, path }: Reference<ParsedSite>): string {
  return under(path, value.grid !== undefined ? 'grid' : value.location !== undefined ? 'location' : 'region');
}

function declaredWater({ grid }: ParsedSite, cites: Citations, report: Report): Input | undefined {
  return grid?.water && fromManifest(grid.water, { name: 'off-site water', cites, common: true }, report);
}

/** Our figure for the place: its zone's, else its country's, each in the year or the nearest before the next is asked. */
function gridFactor(
  { site, located, report }: GridContext,
  year: number | undefined,
): (Lookup<Intensity> & { readonly found: Intensity }) | undefined {
  const label = located.facts?.label;
  if (label === undefined || located.refused) return undefined;
  const path = pathOf(site);
  const lookup = lookUp(located, year);
  if (lookup?.found === undefined) {
    const years = lookup?.why === 'no-year' ? lookup.candidates : [];
    const [first] = years;
    if (lookup !== undefined)
      report({
        ...(first === undefined ? placeMessages.noGrid(label) : placeMessages.noGridYear(label, year, first, years.at(-1) ?? first)),
        path,
      });
    return undefined;
  }
  const { found, steps } = lookup;
  const { within: part, country } = located;
  // A country whose grid is one zone has the same electricity everywhere, so its figure is as sure for a place in it.
  const isCoarser = part !== undefined && country !== undefined && hasSeveralZones(country);
  const within = part === undefined ? [] : [isCoarser ? placeMessages.coarserPlace(part) : placeMessages.countryForPlace(part)];
  for (const sentence of [...within, ...steps.map(({ id, text }) => placeMessages.lookupStep(id, text))]) report({ ...sentence, path });
  report({
    ...placeMessages.defaultGrid(`${found.title} (${found.source.title})`, formatted({ value: found.value, unit: found.unit }).text),
    path,
  });
  return { found, steps: isCoarser ? [...steps, { id: 'coarser-place', text: '' }] : steps };
}

function lookUp({ region, zone, country, world }: Located, year: number | undefined): Lookup<Intensity> | undefined {
  if (region !== undefined) return cloudIntensity(region, year);
  if (zone !== undefined) return gridIntensity({ zone }, year);
  if (country !== undefined) return gridIntensity({ country }, year);
  return world === true ? gridIntensity('world', year) : undefined;
}

/** What our tables hold for the same place in the same year, beside the figure that was used. */
function alternativesTo(used: number, located: Located, year: number | undefined): readonly Factor[] {
  if (year === undefined || located.refused === true) return [];
  const provider = located.region && providerIntensity(located.region, year);
  const lookups = [lookUp(located, year), provider].filter((lookup) => lookup !== undefined);
  return lookups.flatMap((lookup) =>
    lookup.found !== undefined && lookup.found.year === year && lookup.found.value !== used ? [lookup.found] : [],
  );
}

/** Contracts, else the provider's claim where the manifest asks for it, else the residual mix. */
function marketOf({ site, located, year: ofPhase, report }: GridContext, cites: Citations): Grid['market'] {
  const { grid } = site.value;
  if (grid?.market !== undefined) {
    if (grid.market_claim !== undefined) report({ ...placeMessages.severalMarkets(), path: under(site.path, 'grid.market_claim') });
    if (grid.market.value === 0) {
      const isCited = grid.market_claim !== undefined || citationOf(grid.market, cites) !== undefined;
      report({ ...(isCited ? placeMessages.marketClaim('the manifest') : placeMessages.marketZeroUncited()), path: grid.market.path });
    }
    return { intensity: fromManifest(grid.market, { name: 'market-based intensity', cites, common: true }, report), kind: 'contract' };
  }
  if (grid?.market_claim !== undefined) {
    const year = grid.year ?? ofPhase;
    const claim = located.region === undefined || year === undefined ? undefined : marketIntensity(located.region, year);
    const path = under(site.path, 'grid.market_claim');
    if (claim?.found !== undefined) {
      report({ ...placeMessages.marketClaim(claim.found.title), path });
      return { intensity: fromFactor(claim.found, { name: 'market-based intensity', basis: 'declared', exact: true }), kind: 'claim' };
    }
    report({
      ...placeMessages.noMarketClaim(located.facts?.label, year, claim?.found === undefined ? (claim?.candidates ?? []) : []),
      path,
    });
  }
  const residual = grid?.residual_mix;
  return (
    residual && { intensity: fromManifest(residual, { name: 'residual mix', cites, common: true }, report), kind: 'residual mix' as const }
  );
}

/** Water of generating the electricity, where the program supplies the grid too. A country without a figure has none. */
function defaultWater({ site, located, report }: GridContext): Input | undefined {
  const factor = located.country === undefined ? undefined : gridWater(located.country).found;
  if (factor === undefined) return undefined;
  report({
    ...placeMessages.defaultWater(
      'off site',
      formatted({ value: factor.value, unit: factor.unit }).text,
      `${factor.title} (${factor.source.title})`,
    ),
    path: pathOf(site),
  });
  return fromFactor(factor, { name: 'off-site water', basis: 'declared' });
}

/** Other impacts of a kWh, of the categories that are asked for; a country without a figure has none, and that is said. */
function impactsOf({ site, located, impacts, report }: GridContext): Grid['impacts'] {
  return Object.fromEntries(
    impacts.flatMap((category) => {
      const factor = located.country === undefined ? undefined : gridImpact(located.country, category).found;
      if (factor !== undefined) return [[category, fromFactor(factor, { name: impactNames[category], basis: 'declared' })]];
      report({ ...placeMessages.noImpact(impactNames[category], located.facts?.label), path: pathOf(site) });
      return [];
    }),
  );
}

const impactNames: Record<ImpactCategory, string> = { 'adpe': 'resource depletion per kWh', 'primary-energy': 'primary energy per kWh' };

/** Water that a cloud region uses on site, where the program supplies the grid too; nothing where nothing is published. */
export function defaultWue({ site, located, year, report }: GridContext): Input | undefined {
  if (located.region === undefined || site.value.grid?.intensity !== undefined) return undefined;
  const lookup = cloudWue(located.region, year);
  const factor = lookup.found;
  if (factor === undefined) return undefined;
  for (const step of lookup.steps) report({ ...placeMessages.lookupStep(step.id, `On-site water: ${step.text}`), path: pathOf(site) });
  report({
    ...placeMessages.defaultWater(
      'on site',
      formatted({ value: factor.value, unit: factor.unit }).text,
      `${factor.title} (${factor.source.title})`,
    ),
    path: pathOf(site),
  });
  return fromFactor(factor, { name: 'on-site water', basis: 'declared' });
}

/**
 * PUE where the manifest gives none: the cloud region's, else that of all of the provider, else the world's average, said so.
 *
 * @param provider Whose machine type the hardware is, where the place names no provider.
 */
export function defaultPue(located: Located, provider: string | undefined, year: number | undefined, path: string, report: Report): Input {
  const lookup = publishedPue(located, provider, year);
  const factor = lookup?.found ?? worldPue;
  if (lookup?.found !== undefined)
    for (const step of lookup.steps) report({ ...placeMessages.lookupStep(step.id, `PUE: ${step.text}`), path });
  report({ ...placeMessages.defaultPue(String(factor.value), `${factor.title} (${factor.source.title})`), path });
  return fromFactor(factor, { name: 'PUE', basis: 'assumed', min: 1, above: 1 });
}

/** PUE that is published for a cloud region, else for all of its provider. */
export function publishedPue(located: Located, provider: string | undefined, year: number | undefined): Lookup<Factor<'1'>> | undefined {
  const cloud = located.facts?.cloud ?? provider;
  if (located.region !== undefined) return cloudPue(located.region, year);
  return cloud === undefined ? undefined : fleetPue(cloud, year);
}
