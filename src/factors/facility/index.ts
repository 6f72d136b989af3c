export { facilityFactors, hyperscalePue, jeanZayPue, worldPue } from './pue.js';
