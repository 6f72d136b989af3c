export { type Country, findCountry } from './countries.js';
export { type GridPlace, gridFactors, gridIntensity, type Intensity } from './intensity.js';
export { gridWater, waterFactors } from './water.js';
