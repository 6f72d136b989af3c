import type { Factor, FactorSource, Lookup } from '../factor.js';
import { countryIntensityFor, gridIntensity, type Intensity } from '../grid/index.js';
import { cloudRegionMetadata, ownAssumption } from '../sources.js';
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

/** PUE of the region as its provider published it; else of the provider's whole fleet, with a step. */
export function cloudPue(region: CloudRegion, year: number | undefined): Lookup<Factor<'1'>> {
  const row = rowOf(region);
  if (row === undefined) return { why: 'unknown', candidates: [] };
  const own = byYear(region.label, row.data.pue ?? {}, year, (taken, value) => pueFactor(row.cloud, region, taken, value));
  if (own.found !== undefined) return own;
  const fleet = fleetOf(row.cloud, year);
  return fleet.found === undefined
    ? own
    : { found: fleet.found, steps: [steps.fleetForRegion(`the PUE of ${region.label}`, row.cloud.name), ...fleet.steps] };
}

/** PUE of all data centres of a provider, where no region is known. */
export function fleetPue(cloud: string, year: number | undefined): Lookup<Factor<'1'>> {
  const provider = findCloud(cloud);
  return provider === undefined ? { why: 'unknown', candidates: clouds.map(({ id }) => id) } : fleetOf(provider, year);
}

function fleetOf(cloud: Cloud, year: number | undefined): Lookup<Factor<'1'>> {
  return byYear(`all of ${cloud.name}`, cloud.fleetPue, year, (taken, value) => fleetFactor(cloud, taken, value));
}

/** Water used on site. Where none is published it is not counted, never 0. */
export function cloudWue(region: CloudRegion, year: number | undefined): Lookup<Factor<'L/kWh'>> {
  const row = rowOf(region);
  return byYear(region.label, row?.data.wue ?? {}, year, (taken, value) => wueFactor(region, taken, value));
}

/** Google's own figure for the grid of its region: an alternative to show beside `cloudIntensity`, never to mix with it. */
export function providerIntensity(region: CloudRegion, year: number | undefined): Lookup<Intensity> {
  return byYear(region.label, rowOf(region)?.data.provider ?? {}, year, (taken, value) => providerFactor(region, taken, value));
}

/** The provider's claim to have matched its electricity, 0 g/kWh market-based. Only for manifests that ask for it, the same year only. */
export function marketIntensity(region: CloudRegion, year: number): Lookup<Intensity> {
  const years = rowOf(region)?.data.matched ?? [];
  return years.includes(year) ? { found: marketFactor(region, year), steps: [] } : { why: 'no-year', candidates: years.map(String) };
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
  return {
    id: idOf(region, 'pue', year),
    title: `PUE of ${region.label}, ${year}`,
    value,
    range: 'pue-region',
    unit: '1',
    year,
    kind: `yearly, of the region, as ${cloud.name} published it`,
    source: cloudRegionMetadata,
  };
}

function fleetFactor({ id, name, fleetSource }: Cloud, year: number, value: number): Factor<'1'> {
  const source: FactorSource = { id: `${id}-pue`, ...fleetSource, year: 2025, licence: `© ${name}; figure quoted` };
  return {
    id: `cloud-${id}-pue-${year}`,
    title: `PUE of all of ${name}, ${year}`,
    value,
    range: 'pue-fleet',
    unit: '1',
    year,
    kind: 'yearly, average of all data centres of the provider',
    source,
  };
}

function wueFactor(region: CloudRegion, year: number, value: number): Factor<'L/kWh'> {
  const notes = [
    ...(region.cloud === 'aws' && (year < 2024 || value === 0.18) ? ['The figure of all of AWS, not of this region.'] : []),
    ...(value === 0 ? ['Published as 0: cooled without evaporating water.'] : []),
  ];
  const kind = 'yearly, on site, per energy of the machines; withdrawal or consumption is not said';
  return {
    id: idOf(region, 'wue', year),
    title: `WUE of ${region.label}, ${year}`,
    value,
    range: 'water-on-site',
    unit: 'L/kWh',
    year,
    kind,
    note: notes.length === 0 ? undefined : notes.join(' '),
    source: cloudRegionMetadata,
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
    source: cloudRegionMetadata,
  };
}

function marketFactor(region: CloudRegion, year: number): Intensity {
  return {
    id: idOf(region, 'market', year),
    title: `${region.label}, ${year}, market-based`,
    value: 0,
    range: 'definition',
    unit: 'gCO2e/kWh',
    year,
    kind: 'market-based, the provider’s claim',
    note: 'The provider claims to have matched all electricity of the year with renewable energy: a claim, not the grid.',
    source: cloudRegionMetadata,
  };
}

/** Every figure of every region, the grids of their zones excepted (those are the grid tables'). */
export function cloudFactors(): readonly Factor[] {
  const ofRegions = clouds.flatMap((cloud) => [
    ...entriesOf(cloud.fleetPue).map(([year, value]) => fleetFactor(cloud, year, value)),
    ...cloud.regions.flatMap((row): readonly Factor[] => {
      const region = regionOf(cloud, row);
      return [
        ...entriesOf(row.pue).map(([year, value]) => pueFactor(cloud, region, year, value)),
        ...entriesOf(row.wue).map(([year, value]) => wueFactor(region, year, value)),
        ...entriesOf(row.provider).map(([year, value]) => providerFactor(region, year, value)),
        ...(row.matched ?? []).map((year) => marketFactor(region, year)),
      ];
    }),
  ]);
  return [unknownRegionIntensity, ...ofRegions];
}

function entriesOf(figures: ByYear | undefined): readonly (readonly [year: number, value: number])[] {
  return Object.entries(figures ?? {}).map(([year, value]) => [Number(year), value] as const);
}
