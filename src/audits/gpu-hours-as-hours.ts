import { agrees } from '../claims/agreement.js';
import type { ClaimedValue, Subject } from '../claims/claim.js';
import { companion } from '../claims/companions.js';
import { isInside } from '../claims/section.js';
import { maxBusy, minBusy } from '../claims/thresholds.js';
import { countFor } from '../claims/work-count.js';
import type { Audit, AuditFinding } from './audit.js';
import { messages } from './messages.js';

/** 8 GPUs for 10 h are 80 GPU-hours. */
export const gpuHoursAsHours = {
  id: 'gpu-hours-as-hours',
  severity: 'error',
  otherSeverity: 'warning',
  question: 'Are GPU-hours the hours on the clock × the number of GPUs?',
  audit: (subject) =>
    subject.values.flatMap((stated) => {
      if (stated.measure !== 'accelerator-hours' || stated.is.has('total') || stated.value <= 0) return [];
      return ofRecord(subject, stated) ?? ofText(subject, stated) ?? [];
    }),
} as const satisfies Audit;

/** The section of a card beside the manifest that it was written from. */
function ofRecord({ section, record, passages }: Subject, stated: ClaimedValue): AuditFinding | undefined {
  if (section === undefined || record === undefined || !isInside(section, stated) || !/^\W*Hours used:/i.test(stated.context))
    return undefined;
  const hours = record.acceleratorHours;
  if (agrees(stated, { value: hours, low: hours, high: hours })) return undefined;
  // The manifest may be that of another model, given for its settings.
  const isOfManifest = passages.some(({ text, at }) => at.line >= section.from && at.line <= section.to && text.includes(record.model));
  return isOfManifest ? { at: stated.at, ...messages.hoursOfManifest(stated, record) } : undefined;
}

function ofText(subject: Subject, stated: ClaimedValue): AuditFinding | undefined {
  const hours = companion(subject, stated, 'hours', ({ is }) => is.has('wall'));
  const count = hours && countFor(subject, stated, hours, ({ value }) => value > 1);
  if (hours === undefined || count === undefined) return undefined;
  const isTooFew = stated.high < count.low * hours.low * minBusy;
  const isTooMany = stated.low > count.high * hours.high * maxBusy;
  if (!isTooFew && !isTooMany) return undefined;
  const { section } = subject;
  // What carboncard wrote comes from the manifest: the sentence beside it is the one to look at, and it may be about one run of several.
  if (section !== undefined && isInside(section, stated) && !isInside(section, hours))
    return { at: hours.at, severity: 'warning', ...messages.hoursBesideSection(stated, count, hours) };
  return { at: stated.at, ...messages.hoursPerAccelerator(stated, count, hours) };
}
