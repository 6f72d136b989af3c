import { type Expression, product, quotient } from './expression.js';

/**
 * Emissions of making a device that a run is charged for, by occupancy: busy hours × device ÷ (lifetime × occupancy).
 *
 * The idle life of the device is charged to its busy hours, so reserved hours must not be used here.
 *
 * @param hours Busy device-hours (h).
 * @param device Emissions of making one device, cradle to gate (kgCO2e).
 * @param lifetime How long a device is in service (h); 8,760 h a year.
 * @param occupancy Busy share of the lifetime, above 0 and at most 1.
 * @returns Emissions (kgCO2e).
 * @see Luccioni, Viguier, Ligozat 2023, section 4.1
 * @example 1,082,990 h × 150 kg ÷ (52,560 h × 0.85) = 3,636.15 kg
 */
export const embodiedByOccupancy = (hours: Expression, device: Expression, lifetime: Expression, occupancy: Expression): Expression =>
  quotient(product(hours, device), product(lifetime, occupancy));

/**
 * Emissions of making a device that a run is charged for, by calendar: reserved hours × device ÷ lifetime.
 *
 * @param hours Reserved device-hours (h), busy or not.
 * @param device Emissions of making one device, cradle to gate (kgCO2e).
 * @param lifetime How long a device is in service (h); 8,760 h a year.
 * @returns Emissions (kgCO2e).
 * @see ISO/IEC 21031:2024, M = TE × TR × RR
 * @example 1,082,990 h × 150 kg ÷ 52,560 h = 3,090.72 kg
 */
export const embodiedByCalendar = (hours: Expression, device: Expression, lifetime: Expression): Expression =>
  quotient(product(hours, device), lifetime);
