export { cloudFactors, cloudIntensity, cloudPue, cloudWue, marketIntensity, providerIntensity } from './figures.js';
export { findCloud, findCloudRegion } from './find-region.js';
export type { CloudId, CloudRegion } from './region.js';
