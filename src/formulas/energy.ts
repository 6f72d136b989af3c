import { constant, converted, difference, type Expression, excess, greatest, product, quotient } from './expression.js';

/**
 * Energy of devices: accelerator-hours × average power of one.
 *
 * @param hours Accelerator-hours (h), not wall-clock hours: 8 GPUs for 10 h are 80.
 * @param power Average power of one accelerator (W); a rated power has to be multiplied by the load first.
 * @returns Energy (kWh).
 * @example 1,082,990 h × 400 W = 433,196 kWh
 */
export const deviceEnergy = (hours: Expression, power: Expression): Expression => converted(product(hours, power), 1000);

/**
 * Hours for which a run used its machines: accelerator-hours ÷ accelerators.
 *
 * @param acceleratorHours Accelerator-hours (h).
 * @param accelerators Number of accelerators in use.
 * @returns Time (h). A wall-clock time is compared with it and never replaces it.
 * @example 1,082,990 h ÷ 384 = 2,820.29 h
 */
export const runHours = (acceleratorHours: Expression, accelerators: Expression): Expression => quotient(acceleratorHours, accelerators);

/**
 * Accelerator-hours from operations: operations ÷ (peak × MFU), at 3,600 s an hour.
 *
 * @param flops Operations of the whole run (FLOP).
 * @param peak Peak of one accelerator, dense, in the precision of the run (FLOP/s).
 * @param mfu Model FLOPs utilisation, above 0 and at most 1.
 * @returns Accelerator-hours (h).
 * @see Chowdhery et al. 2022 (PaLM), section 4.1
 * @example 3.14e23 FLOP ÷ (312e12 FLOP/s × 0.35) = 798,738.3 h
 */
export const hoursOfCompute = (flops: Expression, peak: Expression, mfu: Expression): Expression =>
  converted(quotient(flops, product(peak, mfu)), 3600);

/**
 * Energy of a constant power over the hours of a run.
 *
 * @param power Power of all machines together (W).
 * @param hours Hours of the run (h).
 * @returns Energy (kWh).
 * @example 64 kW × 2,820.286 h = 180,498.3 kWh
 */
export const energyOfConstantPower = (power: Expression, hours: Expression): Expression => converted(product(power, hours), 1000);

/**
 * Energy that the nodes take outside the meter of the work: share × metered energy, and never less than a floor.
 *
 * @param share Power of the rest of the node ÷ metered power.
 * @param metered Energy of the work at its meter (kWh).
 * @param floor Energy of the host at no load (kWh): a host hardly takes less when its accelerators do. Absent where it is unknown.
 * @returns Energy (kWh).
 * @example 0.5 × 100 kWh = 50 kWh, which is more than a floor of 20 kWh
 */
export const hostEnergy = (share: Expression, metered: Expression, floor?: Expression): Expression =>
  floor === undefined ? product(share, metered) : greatest(product(share, metered), floor);

/**
 * Energy of machines that are held but not working: idle power × (reserved − busy) accelerator-hours.
 *
 * @param power Power of one idle accelerator with its share of the host (W).
 * @param reserved Accelerator-hours for which machines are held (h). A sample below the busy hours gives no energy, never a negative one.
 * @param busy Accelerator-hours in which they work (h).
 * @returns Energy (kWh).
 * @example 60 W × (200 h − 100 h) = 6 kWh
 */
export const reservedIdle = (power: Expression, reserved: Expression, busy: Expression): Expression =>
  converted(product(power, excess(reserved, busy)), 1000);

/**
 * Energy of the facility's cooling, power conversion and lighting: (PUE − 1) × energy of its machines.
 *
 * @param pue Energy of the facility ÷ energy of its machines; never below 1.
 * @param it Energy of the machines, without what the PUE covers (kWh).
 * @returns Energy (kWh).
 * @see ISO/IEC 30134-2:2016
 * @example (1.2 − 1) × 120 kWh = 24 kWh
 */
export const facilityOverhead = (pue: Expression, it: Expression): Expression => product(difference(pue, constant(1)), it);

/**
 * Energy of the machines in an energy that was metered for the whole facility: energy ÷ PUE. The rest is overhead.
 *
 * @param facility Energy of the facility (kWh).
 * @param pue Energy of the facility ÷ energy of its machines; never below 1.
 * @returns Energy (kWh).
 * @example 449 MWh ÷ 1.1 = 408.2 MWh
 */
export const itEnergy = (facility: Expression, pue: Expression): Expression => quotient(facility, pue);
