import { type Expression, product, sum } from './expression.js';

/**
 * Water of IT energy: (on-site + off-site) × energy; overhead takes the off-site term alone, so that lines sum to
 * on-site × IT + off-site × facility energy.
 *
 * @param energy kWh
 * @param perKwh Each L/kWh; consumption unless its source says withdrawal.
 * @returns L
 */
export const waterOf = (energy: Expression, ...perKwh: readonly Expression[]): Expression => product(sum(...perKwh), energy);
