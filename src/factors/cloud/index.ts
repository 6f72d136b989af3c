export {
  cloudFactors,
  cloudIntensity,
  cloudPue,
  cloudWue,
  fleetPue,
  marketIntensity,
  providerIntensity,
  unknownRegionIntensity,
} from './figures.js';
export { findCloud, findCloudRegion } from './find-region.js';
export type { CloudId, CloudRegion } from './region.js';
