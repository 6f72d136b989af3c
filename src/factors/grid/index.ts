export { findCountry, type Country } from './countries.js';
export { gridFactors, gridIntensity, type GridPlace, type Intensity } from './intensity.js';
export { gridWater, waterFactors } from './water.js';
