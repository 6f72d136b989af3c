import type { Factor, Lookup } from '../factor.js';
import { countryIntensityFor, gridIntensity, type Intensity } from '../grid/index.js';
import { googleRegionCarbon, ownAssumption } from '../sources.js';
import { steps } from '../steps.js';
import { takeYear } from '../years.js';
import { type Cloud, clouds } from './clouds.js';
import { findCloud, regionOf } from './find-region.js';
import type { ByYear, CloudRegion, RegionRow } from './region.js';

/**
 * The life-cycle average of the grid that supplies a region: its zone's, else its country's, with a step.
 *
 * @param year Undefined takes the newest, with a step.
 */
export function cloudIntensity(region: CloudRegion, year: number | undefined): Lookup<Intensity> {
  if (region.zone !== undefined) return gridIntensity({ zone: region.zone }, year);
  return countryIntensityFor(region.label, region.country, year);
}

/** For a provider without a region: as wide as the grids of its regions. */
export const unknownRegionIntensity: Intensity = {
  id: 'grid-unknown-cloud-region',
  title: 'Grid of an unknown region of a cloud provider',
  value: 350,
  low: 20,
  high: 700,
  unit: 'gCO2e/kWh',
  kind: 'life-cycle, average, assumed',
  note: 'From hydropower and nuclear regions to coal: name the region.',
  source: ownAssumption,
};

/** PUE of the region as its provider published it, else the rating of its design; else of the provider's whole fleet, with a step. */
export function cloudPue(region: CloudRegion, year: number | undefined, newest?: number): Lookup<Factor<'1'>> {
  const row = rowOf(region);
  if (row === undefined) return { why: 'unknown', candidates: [] };
  const own = byYear(region.label, upTo(row.data.pue, newest), year, (taken, value) => pueFactor(row.cloud, region, taken, value));
  if (own.found !== undefined) return own;
  const design = newest === undefined ? designFactor(row.cloud, region, row.data) : undefined;
  if (design !== undefined) return { found: design, steps: [] };
  const fleet = fleetOf(row.cloud, year, newest);
  return fleet.found === undefined
    ? own
    : { found: fleet.found, steps: [steps.fleetForRegion(`the PUE of ${region.label}`, row.cloud.name), ...fleet.steps] };
}

/**
 * PUE of all data centres of a provider, where no region is known.
 *
 * @param newest The newest year of the tables, of an earlier edition.
 */
export function fleetPue(cloud: string, year: number | undefined, newest?: number): Lookup<Factor<'1'>> {
  const provider = findCloud(cloud);
  return provider === undefined ? { why: 'unknown', candidates: clouds.map(({ id }) => id) } : fleetOf(provider, year, newest);
}

function fleetOf(cloud: Cloud, year: number | undefined, newest: number | undefined): Lookup<Factor<'1'>> {
  return byYear(`all of ${cloud.name}`, upTo(cloud.fleetPue, newest), year, (taken, value) => fleetFactor(cloud, taken, value));
}

/** Water used on site: of the region, else of the provider's whole fleet. Where none is published it is not counted, never 0. */
export function cloudWue(region: CloudRegion, year: number | undefined): Lookup<Factor<'L/kWh'>> {
  const row = rowOf(region);
  if (row === undefined) return { why: 'unknown', candidates: [] };
  const own = byYear(region.label, row.data.wue ?? {}, year, (taken, value) => wueFactor(row.cloud, region, taken, value));
  if (own.found !== undefined) return own;
  const { cloud } = row;
  const fleet = byYear(`all of ${cloud.name}`, cloud.fleetWue, year, (taken, value) => fleetWueFactor(cloud, taken, value));
  return fleet.found === undefined
    ? own
    : { found: fleet.found, steps: [steps.fleetForRegion(`the water of ${region.label}`, cloud.name), ...fleet.steps] };
}

/** Google's own figure for the grid of its region: an alternative to show beside `cloudIntensity`, never to mix with it. */
export function providerIntensity(region: CloudRegion, year: number | undefined): Lookup<Intensity> {
  return byYear(region.label, rowOf(region)?.data.provider ?? {}, year, (taken, value) => providerFactor(region, taken, value));
}

/** The provider's claim to have matched its electricity, 0 g/kWh market-based. Only for manifests that ask for it, the same year only. */
export function marketIntensity(region: CloudRegion, year: number): Lookup<Intensity> {
  const cloud = rowOf(region)?.cloud;
  const years = cloud?.matched ?? [];
  if (cloud === undefined || !years.includes(year)) return { why: 'no-year', candidates: years.map(String) };
  return { found: marketFactor(cloud, region, year), steps: [] };
}

function upTo(figures: ByYear | undefined, newest: number | undefined): ByYear {
  return Object.fromEntries(entriesOf(figures).filter(([year]) => newest === undefined || year <= newest));
}

function byYear<U extends string>(
  what: string,
  figures: ByYear,
  wanted: number | undefined,
  make: (year: number, value: number) => Factor<U>,
): Lookup<Factor<U>> {
  const years = Object.keys(figures).map(Number);
  const taken = takeYear(what, years, wanted);
  const value = taken === undefined ? undefined : figures[taken.year];
  if (taken === undefined || value === undefined) return { why: 'no-year', candidates: years.map(String) };
  return { found: make(taken.year, value), steps: taken.steps };
}

function rowOf({ cloud, region }: CloudRegion): { readonly cloud: Cloud; readonly data: RegionRow } | undefined {
  const found = clouds.find(({ id }) => id === cloud);
  const data = found?.regions.find((row) => row.region === region);
  return found === undefined || data === undefined ? undefined : { cloud: found, data };
}

const idOf = ({ cloud, region }: CloudRegion, what: string, year: number): string => `cloud-${cloud}-${region}-${what}-${year}`;

function pueFactor(cloud: Cloud, region: CloudRegion, year: number, value: number): Factor<'1'> {
  const campus = rowOf(region)?.data.campus;
  return {
    id: idOf(region, 'pue', year),
    title: `PUE of ${region.label}, ${year}`,
    value,
    range: 'pue-region',
    unit: '1',
    year,
    kind: `twelve months, of the region, as ${cloud.name} published it`,
    note: campus === undefined ? undefined : `Campus ${campus}.`,
    source: cloud.sources.pue,
  };
}

/** What a data centre is built for: its operation may differ by more than a measured figure from year to year. */
function designFactor({ sources }: Cloud, region: CloudRegion, { designPue }: RegionRow): Factor<'1'> | undefined {
  if (designPue === undefined || sources.design === undefined) return undefined;
  return {
    id: `cloud-${region.cloud}-${region.region}-design-pue`,
    title: `Design PUE of ${region.label}`,
    value: designPue,
    range: 'pue-design',
    unit: '1',
    kind: 'rating of the design, not measured',
    note: 'Rating of the newest generation of the provider’s data centres, for a region that opened since.',
    source: sources.design,
  };
}

function fleetFactor({ id, name, sources }: Cloud, year: number, value: number): Factor<'1'> {
  return {
    id: `cloud-${id}-pue-${year}`,
    title: `PUE of all of ${name}, ${year}`,
    value,
    range: 'pue-fleet',
    unit: '1',
    year,
    kind: 'yearly, average of all data centres of the provider',
    source: sources.pue,
  };
}

function wueFactor({ sources }: Cloud, region: CloudRegion, year: number, value: number): Factor<'L/kWh'> {
  return {
    id: idOf(region, 'wue', year),
    title: `WUE of ${region.label}, ${year}`,
    value,
    range: 'water-on-site',
    unit: 'L/kWh',
    year,
    kind: 'yearly, on site, per energy of the machines; withdrawal or consumption is not stated',
    source: sources.wue,
  };
}

function fleetWueFactor({ id, name, sources }: Cloud, year: number, value: number): Factor<'L/kWh'> {
  return {
    id: `cloud-${id}-wue-${year}`,
    title: `WUE of all of ${name}, ${year}`,
    value,
    range: 'water-fleet',
    unit: 'L/kWh',
    year,
    kind: 'yearly, on site, average of all data centres of the provider',
    source: sources.wue,
  };
}

function providerFactor(region: CloudRegion, year: number, value: number): Intensity {
  const kind = `${year < 2021 ? 'life-cycle' : 'direct (operational)'}, average, consumption mix, location-based, the provider’s own figure`;
  return {
    id: idOf(region, 'provider-grid', year),
    title: `Grid of ${region.label}, ${year}, Google’s figure`,
    value,
    range: 'grid-zone',
    unit: 'gCO2e/kWh',
    year,
    zone: region.zone,
    kind,
    source: googleRegionCarbon,
  };
}

function marketFactor({ name, sources }: Cloud, region: CloudRegion, year: number): Intensity {
  return {
    id: idOf(region, 'market', year),
    title: `${region.label}, ${year}, market-based`,
    value: 0,
    range: 'definition',
    unit: 'gCO2e/kWh',
    year,
    kind: 'market-based, the provider’s claim',
    note: `${name} claims to have matched all of its electricity of the year with renewable energy, wherever that was: a claim, not the grid.`,
    source: sources.matched,
  };
}

/** Every figure of every region, the grids of their zones excepted (those are the grid tables'). */
export function cloudFactors(): readonly Factor[] {
  const ofRegions = clouds.flatMap((cloud) => [
    ...entriesOf(cloud.fleetPue).map(([year, value]) => fleetFactor(cloud, year, value)),
    ...entriesOf(cloud.fleetWue).map(([year, value]) => fleetWueFactor(cloud, year, value)),
    ...cloud.regions.flatMap((row): readonly Factor[] => {
      const region = regionOf(cloud, row);
      const design = designFactor(cloud, region, row);
      return [
        ...entriesOf(row.pue).map(([year, value]) => pueFactor(cloud, region, year, value)),
        ...(design === undefined ? [] : [design]),
        ...entriesOf(row.wue).map(([year, value]) => wueFactor(cloud, region, year, value)),
        ...entriesOf(row.provider).map(([year, value]) => providerFactor(region, year, value)),
        ...cloud.matched.map((year) => marketFactor(cloud, region, year)),
      ];
    }),
  ]);
  return [unknownRegionIntensity, ...ofRegions];
}

function entriesOf(figures: ByYear | undefined): readonly (readonly [year: number, value: number])[] {
  return Object.entries(figures ?? {}).map(([year, value]) => [Number(year), value] as const);
}
