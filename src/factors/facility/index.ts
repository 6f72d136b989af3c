export { facilityFactors, jeanZayPue, worldPue } from './pue.js';
