import type { ClaimedValue, DeviceClaim, Subject } from '../claims/claim.js';
import { deviceOf, isPlain } from '../claims/companions.js';
import { ratedAccelerator, workFor } from '../claims/expected.js';
import { lowestPower } from '../plausibility/power-finding.js';
import type { Audit, AuditFinding } from './audit.js';
import { messages } from './messages.js';
import { findingsOfWorks } from './works.js';

export const powerBelowIdle = {
  id: 'power-below-idle',
  severity: 'warning',
  question: 'Is the average power at least the idle power of the device?',
  audit: (subject) => [
    ...findingsOfWorks(subject, 'power-below-idle'),
    ...subject.values.flatMap((claim) => {
      const finding =
        claim.measure === 'power' ? ofPower(subject, claim) : claim.measure === 'energy' ? ofEnergy(subject, claim) : undefined;
      return finding === undefined ? [] : [finding];
    }),
  ],
} as const satisfies Audit;

function ofPower(subject: Subject, claim: ClaimedValue): AuditFinding | undefined {
  if (!isPlain(claim) || claim.value <= 0 || claim.is.has('cpu') || claim.is.has('cluster') || subject.kind === 'assessment')
    return undefined;
  if (/\b(?:ram|memory|idle|cpu)\b/i.test(claim.context)) return undefined;
  const device = ratedAccelerator(deviceOf(subject, claim));
  if (device === undefined || claim.high >= idlePower(device)) return undefined;
  return { at: claim.at, ...messages.powerBelowIdle(claim.text, device.title, idlePower(device)) };
}

function ofEnergy(subject: Subject, claim: ClaimedValue): AuditFinding | undefined {
  if (!isPlain(claim) || claim.value <= 0 || claim.is.has('cpu') || subject.kind === 'assessment') return undefined;
  const work = workFor(subject, claim);
  const device = ratedAccelerator(deviceOf(subject, claim));
  if (
    work === undefined ||
    device === undefined ||
    !/h/i.test(claim.unit) ||
    /\b(?:ram|cpu|idle|infrastructure|overhead)\b/i.test(claim.context)
  )
    return undefined;
  const idle = idlePower(device);
  if ((claim.high * 1000) / work.low >= idle) return undefined;
  const watts = (claim.value * 1000) / work.printed;
  return { at: claim.at, ...messages.impliedBelowIdle(watts, claim.text, work.words, { title: device.title, idle }) };
}

/** The idle power of the weakest variant that the name can mean: a text may be of any, and of a run that mostly waited. */
function idlePower({ low, limit }: DeviceClaim): number {
  return lowestPower({ limit: { ...limit, rating: low } });
}
