import type { ClaimedValue, Subject } from '../claims/claim.js';
import { companion, deviceOf, isPlain } from '../claims/companions.js';
import { ratedAccelerator } from '../claims/expected.js';
import { maxDesktopCpu, maxOverLimit, maxOverLimitImplied } from '../claims/thresholds.js';
import type { Audit, AuditFinding } from './audit.js';
import { messages } from './messages.js';

const desktopCpu =
  /\b(?:(?:Intel\W*(?:\(R\)|®)?\s*)?Core\W*(?:\(TM\)|™)?\s*(?:i[3579]|Ultra)[-\s]?\w*|i[3579]-\d{3,5}\w*|Ryzen\s+\d\s+\w+)/i;

export const powerAboveLimit = {
  id: 'power-above-limit',
  severity: 'error',
  question: 'Is the power within the limit of the device?',
  audit: (subject) =>
    subject.values.flatMap((claim) => {
      const finding =
        claim.measure === 'power' ? ofPower(subject, claim) : claim.measure === 'energy' ? ofEnergy(subject, claim) : undefined;
      return finding === undefined ? [] : [finding];
    }),
} as const satisfies Audit;

function ofPower(subject: Subject, claim: ClaimedValue): AuditFinding | undefined {
  if (!isPlain(claim) || claim.value <= 0) return undefined;
  if (claim.is.has('cpu')) return ofCpu(subject, claim);
  const cpu = desktopCpu.exec(claim.context)?.[0];
  if (cpu !== undefined && deviceOf(subject, { ...claim, scopes: claim.scopes.slice(0, 1) }) === undefined) return ofCpu(subject, claim);
  const rating = claim.is.has('average')
    ? companion(subject, claim, 'power', ({ is }) => is.has('device') && !is.has('average'))
    : undefined;
  if (rating !== undefined && !claim.is.has('cluster') && claim.low > rating.high * maxOverLimit && claim.value < rating.value * 4)
    return { at: claim.at, ...messages.aboveStatedRating(claim.text, rating.text) };
  const device = deviceOf(subject, claim);
  if (device?.isRated !== true || claim.is.has('cluster') || claim.low <= device.high * maxOverLimit) return undefined;
  const count = companion(subject, claim, 'accelerators', ({ value }) => value > 1)?.value;
  // The power of all devices together is not that of one.
  const isOfAll = count !== undefined && !claim.is.has('device') && claim.value >= count * device.low * 0.4;
  if (isOfAll || claim.value > device.high * 4) return undefined;
  return { at: claim.at, ...messages.powerAboveLimit(claim.text, device.title, device.high) };
}

function ofCpu(subject: Subject, claim: ClaimedValue): AuditFinding | undefined {
  const rating = companion(
    subject,
    claim,
    'power',
    ({ is, context }) => (is.has('device') || /\bTDP\b|rated/i.test(context)) && !is.has('average'),
  );
  if (rating !== undefined && rating.value >= 10 && claim.low > rating.high * 4)
    return { at: claim.at, ...messages.aboveStatedRating(claim.text, rating.text) };
  if (claim.low <= maxDesktopCpu) return undefined;
  const own = desktopCpu.exec(claim.context)?.[0];
  const near =
    own ??
    subject.passages.flatMap(({ text, scopes }) =>
      scopes.some((scope) => claim.scopes.slice(0, -1).includes(scope)) ? (desktopCpu.exec(text)?.[0] ?? []) : [],
    )[0];
  return near === undefined ? undefined : { at: claim.at, ...messages.cpuAboveLimit(claim.text, near.trim(), maxDesktopCpu) };
}

function ofEnergy(subject: Subject, claim: ClaimedValue): AuditFinding | undefined {
  if (!isPlain(claim) || claim.value <= 0 || subject.kind === 'assessment') return undefined;
  const hours = companion(subject, claim, 'accelerator-hours');
  const device = hours && ratedAccelerator(deviceOf(subject, claim));
  if (hours === undefined || device === undefined || companion(subject, claim, 'power') !== undefined) return undefined;
  const watts = (claim.low * 1000) / hours.high;
  if (watts <= device.high * maxOverLimitImplied) return undefined;
  return { at: claim.at, ...messages.impliedAboveLimit(watts, claim.text, hours.text, { title: device.title, limit: device.high }) };
}
