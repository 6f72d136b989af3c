import type { ClaimedValue, Sum } from '../claims/claim.js';
import { tolerance } from '../claims/thresholds.js';
import type { Audit, AuditFinding } from './audit.js';
import { mass, messages } from './messages.js';

export const totalIsNotTheSum = {
  id: 'total-is-not-the-sum',
  severity: 'error',
  otherSeverity: 'note',
  question: 'Is a total the sum of its parts?',
  audit: ({ sums }) => sums.flatMap((sum) => findingOf(sum) ?? []),
} as const satisfies Audit;

function findingOf({ what, total, parts, isWhole }: Sum): AuditFinding | undefined {
  const of = (key: 'low' | 'value' | 'high'): number => parts.reduce((before, part) => before + part[key], 0);
  const slack = Math.abs(total.value) * (isWhole ? tolerance / 20 : tolerance / 4);
  const [low, high] = [of('low') - slack, of('high') + slack];
  if (total.high >= low && total.low <= high) return undefined;
  const sum = shown(of('value'), total);
  if (isWhole) return { at: total.at, ...messages.sumOff(what, total.text, sum) };
  if (total.high < low) return { at: total.at, ...messages.sumLess(what, total.text, sum) };
  // A total may hold models or runs that are not listed, as one of several sizes that was never published.
  return { at: total.at, ...messages.sumMore(what, total.text, sum), severity: 'note' };
}

function shown(value: number, { measure }: ClaimedValue): string {
  if (measure === 'emissions') return mass(value);
  return `${Number(value.toPrecision(6))} ${measure === 'energy' ? 'kWh' : 'h'}`;
}
