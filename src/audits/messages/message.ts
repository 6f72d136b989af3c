import type { Details } from '../../diagnostics/message.js';
import { significant } from '../../units/format.js';

/** What an audit says of a claim: the fault, what was expected, and why. The severity is the audit's. */
export interface AuditMessage extends Details {
  readonly message: string;
}

export const says = (message: string, details: Details = {}): AuditMessage => ({ message, ...details });

/** Emissions in the unit that reads well. */
export function mass(grams: number): string {
  const size = Math.abs(grams);
  if (size >= 1e6) return `${significant(grams / 1e6, 3)} t`;
  return size >= 1e3 ? `${significant(grams / 1e3, 3)} kg` : `${significant(grams, 3)} g`;
}

export const three = (value: number): string => significant(value, 3);
export const intensity = (value: number): string => `${three(value)} g/kWh`;
export const span = (low: number, high: number): string =>
  Number.isFinite(high) ? `${mass(low)} to ${mass(high)}` : `at least ${mass(low)}`;
