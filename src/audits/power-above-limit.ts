import type { ClaimedValue, DeviceClaim, Subject } from '../claims/claim.js';
import { companion, deviceOf, isPlain } from '../claims/companions.js';
import { ratedAccelerator } from '../claims/expected.js';
import { maxDesktopCpu } from '../claims/thresholds.js';
import { highestPower } from '../plausibility/power-finding.js';
import { maxPower } from '../plausibility/thresholds.js';
import type { Audit, AuditFinding } from './audit.js';
import { messages } from './messages.js';
import { findingsOfWorks } from './works.js';

const desktopCpu =
  /\b(?:(?:Intel\W*(?:\(R\)|®)?\s*)?Core\W*(?:\(TM\)|™)?\s*(?:i[3579]|Ultra)[-\s]?\w*|i[3579]-\d{3,5}\w*|Ryzen\s+\d\s+\w+|Apple M\d+(?: (?:Pro|Max|Ultra)\b)?)/i;
/** Laptop cards and Apple's chips: a machine has one of them. */
const onePerMachine = /^Apple M\d|\b(?:Mobile|Laptop)\b/;

export const powerAboveLimit = {
  id: 'power-above-limit',
  severity: 'error',
  otherSeverity: 'warning',
  question: 'Is the power within the limit of the device?',
  audit: (subject) => [
    ...findingsOfWorks(subject, 'power-above-limit'),
    ...subject.values.flatMap((claim) => {
      const finding =
        claim.measure === 'power' ? ofPower(subject, claim) : claim.measure === 'energy' ? ofEnergy(subject, claim) : undefined;
      return finding === undefined ? [] : [finding];
    }),
  ],
} as const satisfies Audit;

function ofPower(subject: Subject, claim: ClaimedValue): AuditFinding | undefined {
  if (!isPlain(claim) || claim.value <= 0 || subject.kind === 'assessment') return undefined;
  if (claim.is.has('cpu')) return ofCpu(subject, claim);
  const cpu = desktopCpu.exec(claim.context)?.[0];
  const isOfTable = listed(subject, cpu) !== undefined || deviceOf(subject, { ...claim, scopes: claim.scopes.slice(0, 1) }) !== undefined;
  if (cpu !== undefined && !isOfTable) return ofCpu(subject, claim);
  const rating = claim.is.has('average')
    ? companion(subject, claim, 'power', ({ is }) => is.has('device') && !is.has('average'))
    : undefined;
  if (
    rating !== undefined &&
    !claim.is.has('cluster') &&
    claim.low > rating.high * maxPower.accelerator.value &&
    claim.value < rating.value * 4
  )
    return { at: claim.at, ...messages.aboveStatedRating(claim.text, rating.text) };
  const device = deviceOf(subject, claim);
  if (device?.isRated !== true || claim.is.has('cluster') || claim.low <= highestPower({ boundary: 'accelerator', limit: device.limit }))
    return undefined;
  if (isOfSeveral(subject, claim, device)) return undefined;
  return { at: claim.at, ...messages.powerAboveLimit(claim.text, device.title, device.high) };
}

/** The power of all devices together is not that of one. */
function isOfSeveral(subject: Subject, claim: ClaimedValue, { low, high, title }: DeviceClaim): boolean {
  if (claim.is.has('device')) return false;
  const count = companion(subject, claim, 'accelerators', ({ value }) => value > 1)?.value;
  if (count !== undefined && claim.value >= count * low * 0.4) return true;
  // Many times the limit is probably the power of a machine, where nothing says that there is one device.
  const isOne =
    count === undefined &&
    !claim.is.has('total') &&
    (onePerMachine.test(title) || companion(subject, claim, 'accelerators', ({ value }) => value === 1) !== undefined);
  return !isOne && claim.value > high * 4;
}

/** The device of the factor table that is named like this. */
function listed(subject: Subject, name: string | undefined): DeviceClaim | undefined {
  return name === undefined ? undefined : subject.devices.find((device) => device.name.toLowerCase() === name.trim().toLowerCase());
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
  if (near === undefined) return undefined;
  const chip = listed(subject, near);
  return { at: claim.at, ...messages.cpuAboveLimit(claim.text, chip?.title ?? near.trim(), chip?.high ?? maxDesktopCpu) };
}

function ofEnergy(subject: Subject, claim: ClaimedValue): AuditFinding | undefined {
  if (!isPlain(claim) || claim.value <= 0 || subject.kind === 'assessment') return undefined;
  const hours = companion(subject, claim, 'accelerator-hours');
  const device = hours && ratedAccelerator(deviceOf(subject, claim));
  if (hours === undefined || device === undefined || companion(subject, claim, 'power') !== undefined) return undefined;
  // What the energy includes is open in a text.
  if ((claim.low * 1000) / hours.high <= highestPower({ boundary: 'unstated', limit: device.limit })) return undefined;
  const watts = (claim.value * 1000) / hours.value;
  return { at: claim.at, ...messages.impliedAboveLimit(watts, claim.text, hours.text, { title: device.title, limit: device.high }) };
}
