import type { Report } from '../../diagnostics/report.js';
import { own } from '../texts/json-text.js';
import { messages } from './messages.js';

const plain = /^(\d+(?:[.,]\d+)?)\s*(%?)$/;

/**
 * The part of a component that the task used: `share`, by the format a number up to 1. People write per cents too. 1 where it
 * is not stated.
 *
 * @example shareOf({ share: '25 %' }, () => undefined) //=> 0.25
 */
export function shareOf(component: unknown, report: Report): number {
  const written = own(component, 'share');
  if (written === undefined || written === '') return 1;
  const [, digits, sign] = typeof written === 'string' || typeof written === 'number' ? (plain.exec(String(written).trim()) ?? []) : [];
  const value = digits === undefined ? Number.NaN : Number(digits.replace(',', '.'));
  const isPercent = sign === '%' || (value > 1 && value <= 100);
  const share = isPercent ? value / 100 : value;
  if (!(share > 0 && share <= 1)) {
    report(messages.noShare(String(typeof written === 'object' ? typeof written : written)));
    return 1;
  }
  if (isPercent && sign !== '%') report(messages.percentShare(value));
  return share;
}
