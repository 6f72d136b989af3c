export { type Country, findCountry } from './countries.js';
export { gridImpact, type ImpactUnit, impactFactors } from './impacts.js';
export {
  countryIntensityFor,
  type GridPlace,
  gridAlternative,
  gridFactors,
  gridIntensity,
  type Intensity,
} from './intensity.js';
export { cityInState, findRegions, nearestRegions, oneRegion, type Region, regionsIn, regionWords } from './regions.js';
export { gridZones, hasSeveralZones } from './tables.js';
export { gridWater, waterFactors } from './water.js';
