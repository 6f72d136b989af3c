import { readName } from '../factors/hardware/index.js';
import type { ClaimedValue, Subject } from './claim.js';
import { companion, deviceOf, isPlain } from './companions.js';

/**
 * The number of accelerators that worked for some hours, where these belong to a value: the count nearest to the hours and the one nearest
 * to the value must be one, and of one device. 200 hours of 16 H100 say nothing of 4 A100.
 */
export function countFor(
  subject: Subject,
  claim: ClaimedValue,
  hours: ClaimedValue,
  takes: (candidate: ClaimedValue) => boolean = isPlain,
): ClaimedValue | undefined {
  const count = companion(subject, claim, 'accelerators', takes);
  const own = companion(subject, hours, 'accelerators', takes);
  if (count === undefined || own === undefined || own.low > count.high || own.high < count.low) return undefined;
  const [family, other] = [familyOf(subject, hours), familyOf(subject, claim)];
  return family !== undefined && other !== undefined && family !== other ? undefined : own;
}

/** `h100`, of the device that a value belongs to. */
function familyOf(subject: Subject, claim: ClaimedValue): string | undefined {
  const device = deviceOf(subject, claim);
  return device && (readName(device.title)?.family ?? device.title);
}
