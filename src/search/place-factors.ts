import type { ImpactCategory } from '../assessment/assessment.js';
import {
  cloudIntensity,
  cloudPue,
  cloudWue,
  findCloud,
  fleetPue,
  marketIntensity,
  providerIntensity,
  unknownRegionIntensity,
} from '../factors/cloud/index.js';
import { centrePue, findHoster, hosterPue } from '../factors/facility/index.js';
import type { Factor, Lookup } from '../factors/factor.js';
import { gridAlternative, gridImpact, gridIntensity, gridWater, type ImpactUnit, type Intensity } from '../factors/grid/index.js';
import type { Place } from './places.js';

/**
 * Figures of a place and a year. `undefined` where the place does not say where to look, such as a provider without a region;
 * a `Lookup` without `found` where it does and the tables have no figure near the year.
 *
 * Without a year the newest figure is taken, and a step says so.
 */

/**
 * The average grid of a place, location-based: of its cloud region, else of its zone, else of its country; of the world only
 * where the place is the world. A provider alone has a default for all of its regions. A place `within` a country has its country's figure.
 *
 * @example gridAt({ label: 'France', country: 'FR' }, 2022)?.found?.value //=> 78.81113 gCO2e/kWh
 */
export function gridAt({ region, zone, country, world, union, cloud }: Place, year: number | undefined): Lookup<Intensity> | undefined {
  if (region !== undefined) return cloudIntensity(region, year);
  if (zone !== undefined) return gridIntensity({ zone }, year);
  if (country !== undefined) return gridIntensity({ country }, year);
  if (world === true) return gridIntensity('world', year);
  if (union === true) return gridIntensity('EU', year);
  const isKnown = cloud !== undefined && (findCloud(cloud) ?? findHoster(cloud)) !== undefined;
  return !isKnown ? undefined : { found: unknownRegionIntensity, steps: [] };
}

/** The other series' figure for the same place and year: shown beside `gridAt`, never mixed with it. */
export function otherGridAt({ region, zone, country }: Place, year: number): Intensity | undefined {
  const own = region?.zone ?? zone;
  if (own !== undefined) return gridAlternative({ zone: own }, year);
  return country === undefined || region !== undefined ? undefined : gridAlternative({ country }, year);
}

/** The provider's own figure for the grid of its region: shown beside `gridAt`, never mixed with it. */
export function providerGridAt({ region }: Place, year: number | undefined): Lookup<Intensity> | undefined {
  return region && providerIntensity(region, year);
}

/** The provider's claim to have matched the electricity of a year: market-based, and only for those who ask for it. */
export function marketGridAt({ region }: Place, year: number): Lookup<Intensity> | undefined {
  return region && marketIntensity(region, year);
}

/**
 * The PUE that is published for a place: of its computing centre or cloud region, else of the provider's whole fleet. Callers fall back on
 * the default by class of facility, since they have to report it.
 *
 * @param newest The newest year of the tables, of an earlier edition.
 */
export function pueAt({ region, cloud, centre }: Place, year: number | undefined, newest?: number): Lookup<Factor<'1'>> | undefined {
  const ofCentre = centre === undefined ? undefined : centrePue(centre);
  if (ofCentre !== undefined) return { found: ofCentre, steps: [] };
  const hoster = cloud === undefined ? undefined : findHoster(cloud);
  const ofHoster = hoster && hosterPue(hoster);
  if (ofHoster !== undefined) return { found: ofHoster, steps: [] };
  if (hoster?.on !== undefined) return fleetPue(hoster.on, year, newest);
  if (region !== undefined) return cloudPue(region, year, newest);
  return cloud === undefined ? undefined : fleetPue(cloud, year, newest);
}

/** Water that a cloud region uses on site, per kWh of its machines. */
export function onSiteWaterAt({ region }: Place, year: number | undefined): Lookup<Factor<'L/kWh'>> | undefined {
  return region && cloudWue(region, year);
}

/** Water that the power plants of the place's country consume for a kWh. */
export function offSiteWaterAt({ country }: Place): Lookup<Factor<'L/kWh'>> | undefined {
  return country === undefined ? undefined : gridWater(country);
}

/** Another impact of a kWh than emissions, of the place's country. */
export function impactAt({ country }: Place, category: ImpactCategory): Lookup<Factor<ImpactUnit>> | undefined {
  return country === undefined ? undefined : gridImpact(country, category);
}
