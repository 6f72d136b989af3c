import { converted, type Expression, product } from './expression.js';

/**
 * Emissions of electricity: energy × intensity of the grid that supplied it.
 *
 * @param energy Electricity (kWh).
 * @param intensity Emissions of the grid (gCO2e/kWh); location- or market-based, as the caller says.
 * @returns Emissions (kgCO2e).
 * @see GHG Protocol Scope 2 Guidance, 2015
 * @example 433,196 kWh × 57 gCO2e/kWh = 24,692.17 kgCO2e
 */
export const operationalEmissions = (energy: Expression, intensity: Expression): Expression => converted(product(energy, intensity), 1000);
