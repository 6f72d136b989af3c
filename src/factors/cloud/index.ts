export { cloudFactors, cloudIntensity, cloudPue, cloudWue, fleetPue, marketIntensity, providerIntensity } from './figures.js';
export { findCloud, findCloudRegion } from './find-region.js';
export type { CloudId, CloudRegion } from './region.js';
