import { cloudFactors } from './cloud/index.js';
import { equivalentFactors } from './equivalents.js';
import { facilityFactors } from './facility/index.js';
import type { Factor } from './factor.js';
import { gridFactors, impactFactors, waterFactors } from './grid/index.js';
import { hardwareFactors } from './hardware/index.js';

export type { CloudId, CloudRegion } from './cloud/index.js';
export {
  cloudIntensity,
  cloudPue,
  cloudWue,
  findCloud,
  findCloudRegion,
  fleetPue,
  marketIntensity,
  providerIntensity,
} from './cloud/index.js';
export { edition } from './edition.js';
export { equivalentFactors } from './equivalents.js';
export { dataCentrePue, enterprisePue } from './facility/index.js';
export type { Factor, FactorSource, Lookup, LookupStep } from './factor.js';
export type { Country, GridPlace, ImpactUnit, Intensity } from './grid/index.js';
export { findCountry, gridImpact, gridIntensity, gridWater } from './grid/index.js';
export * from './hardware/index.js';

/** Every published number that the program holds, for `carboncard factors` and the test of rows. */
export function allFactors(): readonly Factor[] {
  return [
    ...hardwareFactors(),
    ...gridFactors(),
    ...waterFactors(),
    ...impactFactors(),
    ...cloudFactors(),
    ...facilityFactors(),
    ...Object.values(equivalentFactors),
  ];
}
