import type { ClaimedValue, Subject, Sum } from '../claims/claim.js';
import { differenceOf } from '../claims/sums.js';
import { plain } from '../units/format.js';
import type { Audit, AuditFinding } from './audit.js';
import { mass, messages } from './messages.js';

export const totalIsNotTheSum = {
  id: 'total-is-not-the-sum',
  severity: 'error',
  otherSeverity: 'note',
  question: 'Is a total the sum of its parts?',
  audit: ({ kind, sums }) => sums.flatMap((sum) => findingOf(sum, kind) ?? []),
} as const satisfies Audit;

function findingOf(sum: Sum, kind: Subject['kind']): AuditFinding | undefined {
  const difference = differenceOf(sum);
  if (difference === undefined) return undefined;
  const { what, total, parts, isWhole } = sum;
  const added = shown(
    parts.reduce((before, part) => before + part.value, 0),
    total,
  );
  if (kind === 'assessment') return { at: total.at, ...messages.sumOff(what, total.text, added) };
  if (difference === 'less') return { at: total.at, ...messages.sumLess(plain(what), plain(total.text), added) };
  // A total may hold models or runs that are not listed, as one of several sizes that was never published.
  return { at: total.at, ...messages.sumMore(plain(what), plain(total.text), added, isWhole), severity: isWhole ? undefined : 'note' };
}

function shown(value: number, { measure }: ClaimedValue): string {
  if (measure === 'emissions') return mass(value);
  return `${Number(value.toPrecision(6))} ${measure === 'energy' ? 'kWh' : 'h'}`;
}
