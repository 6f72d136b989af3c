import { companion } from '../claims/companions.js';
import { maxBusy, minBusy } from '../claims/thresholds.js';
import type { Audit } from './audit.js';
import { messages } from './messages.js';

/** 8 GPUs for 10 h are 80 GPU-hours. */
export const gpuHoursAsHours = {
  id: 'gpu-hours-as-hours',
  severity: 'error',
  question: 'Are GPU-hours the hours on the clock × the number of GPUs?',
  audit: (subject) =>
    subject.values.flatMap((stated) => {
      if (stated.measure !== 'accelerator-hours' || stated.is.has('total') || stated.value <= 0) return [];
      const count = companion(subject, stated, 'accelerators', ({ value }) => value > 1);
      const hours = companion(subject, stated, 'hours', ({ is }) => is.has('wall'));
      if (count === undefined || hours === undefined) return [];
      const product = count.value * hours.value;
      const isTooFew = stated.high < count.low * hours.low * minBusy;
      const isTooMany = stated.low > count.high * hours.high * maxBusy;
      return isTooFew || isTooMany
        ? [{ at: stated.at, ...messages.hoursPerAccelerator(stated.text, count.text, hours.text, product) }]
        : [];
    }),
} as const satisfies Audit;
