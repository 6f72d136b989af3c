import type { Factor } from '../factor.js';
import { centreFactors } from './centres.js';
import { dataCentrePue, enterprisePue } from './defaults.js';
import { hosterFactors } from './hosters.js';

export { type Centre, centrePue, centreWords, findCentre } from './centres.js';
export { dataCentrePue, enterprisePue } from './defaults.js';
export { findHoster, type Hoster, hosterPue, hosterRegions, placeOfHosterRegion } from './hosters.js';

export function facilityFactors(): readonly Factor[] {
  return [dataCentrePue, enterprisePue, ...centreFactors(), ...hosterFactors()];
}
