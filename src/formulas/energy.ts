import { constant, converted, difference, type Expression, excess, product, quotient } from './expression.js';

/**
 * Energy of devices: accelerator-hours × average draw of one.
 *
 * @param hours Accelerator-hours (h), not wall-clock hours: 8 GPUs for 10 h are 80.
 * @param power Average draw of one accelerator (W); a rated power has to be multiplied by the load first.
 * @returns kWh
 * @example 1,082,990 h × 400 W = 433,196 kWh
 */
export const deviceEnergy = (hours: Expression, power: Expression): Expression => converted(product(hours, power), 1000);

/**
 * Hours that a run held its machines: accelerator-hours ÷ accelerators.
 *
 * @returns h; wall-clock time is a check on it, never a replacement.
 * @example 1,082,990 h ÷ 384 = 2,820.29 h
 */
export const runHours = (acceleratorHours: Expression, accelerators: Expression): Expression => quotient(acceleratorHours, accelerators);

/**
 * Accelerator-hours from operations: FLOP ÷ (peak × MFU), 3,600 s an hour.
 *
 * @param flops Operations of the whole run (FLOP).
 * @param peak Of one accelerator, dense, in the precision of the run (FLOP/s).
 * @param mfu Model FLOPs utilisation, above 0 and at most 1.
 * @returns h
 * @example 3.14e23 FLOP ÷ (312e12 FLOP/s × 0.35) = 798,738.3 h
 */
export const hoursOfCompute = (flops: Expression, peak: Expression, mfu: Expression): Expression =>
  converted(quotient(flops, product(peak, mfu)), 3600);

/**
 * Energy of something that draws a constant power for the run's hours.
 *
 * @param power Of all of it together (W).
 * @returns kWh
 * @example 64 kW × 2,820.286 h = 180,498.3 kWh
 */
export const energyOfConstantPower = (power: Expression, hours: Expression): Expression => converted(product(power, hours), 1000);

/**
 * Energy of machines that are held but not working: idle power × (reserved − busy) accelerator-hours.
 *
 * @param reserved Accelerator-hours held. A draw of them that falls below the busy ones has no idle hours, not less than none.
 * @returns kWh
 * @example 60 W × (200 h − 100 h) = 6 kWh
 */
export const reservedIdle = (power: Expression, reserved: Expression, busy: Expression): Expression =>
  converted(product(power, excess(reserved, busy)), 1000);

/**
 * Energy of the facility's cooling, conversion and lighting: (PUE − 1) × IT energy.
 *
 * @param pue Facility energy ÷ IT energy, never below 1.
 * @param it Energy of the machines, without what PUE covers (kWh).
 * @returns kWh
 * @example (1.2 − 1) × 120 kWh = 24 kWh
 */
export const facilityOverhead = (pue: Expression, it: Expression): Expression => product(difference(pue, constant(1)), it);

/**
 * IT energy inside a figure metered for the whole facility: E ÷ PUE.
 *
 * @returns kWh; the rest, E − E ÷ PUE, is overhead.
 * @example 449 MWh ÷ 1.1 = 408.2 MWh
 */
export const itEnergy = (facility: Expression, pue: Expression): Expression => quotient(facility, pue);
