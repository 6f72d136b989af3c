import { type Expression, product, quotient } from './expression.js';

/**
 * Share of making a device that a run used up, by occupancy: busy hours × device ÷ (lifetime × occupancy).
 *
 * Puts the device's idle life on its busy hours, so reserved hours must not be used here.
 *
 * @param hours Busy device-hours (h).
 * @param device Emissions of making one device (kgCO2e, cradle-to-gate).
 * @param lifetime h, at 8,760 h a year.
 * @param occupancy Busy share of the lifetime, above 0 and at most 1.
 * @returns kgCO2e
 * @see Luccioni, Viguier, Ligozat 2023, section 4.1
 * @example 1,082,990 h × 150 kg ÷ (52,560 h × 0.85) = 3,636.15 kg
 */
export const embodiedByOccupancy = (hours: Expression, device: Expression, lifetime: Expression, occupancy: Expression): Expression =>
  quotient(product(hours, device), product(lifetime, occupancy));

/**
 * The same by calendar: reserved hours × device ÷ lifetime.
 *
 * @param hours Reserved device-hours (h), whatever the load was in them.
 * @param device Emissions of making one device (kgCO2e, cradle-to-gate).
 * @param lifetime h, at 8,760 h a year.
 * @returns kgCO2e
 * @see ISO/IEC 21031:2024, M = TE × TR × RR
 */
export const embodiedByCalendar = (hours: Expression, device: Expression, lifetime: Expression): Expression =>
  quotient(product(hours, device), lifetime);
