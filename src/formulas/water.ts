import { type Expression, product, sum } from './expression.js';

/**
 * Water of the machines' energy: (on-site + off-site) × energy. Overhead takes the off-site term alone, so that lines add up to
 * on-site × energy of the machines + off-site × energy of the facility.
 *
 * @param energy Electricity (kWh).
 * @param perKwh Water of each term (L/kWh): consumption, unless its source says withdrawal.
 * @returns Water (L).
 * @example 1.49 L/kWh × 100 kWh = 149 L
 */
export const waterOf = (energy: Expression, ...perKwh: readonly Expression[]): Expression => product(sum(...perKwh), energy);
