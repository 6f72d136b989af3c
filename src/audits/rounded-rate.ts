import { agrees } from '../claims/agreement.js';
import { companion, isPlain } from '../claims/companions.js';
import { maxRateRounding, tolerance } from '../claims/thresholds.js';
import type { Audit } from './audit.js';
import { messages } from './messages.js';

/** BLOOM prints 0.003 kg for each GPU-hour: multiplied out, its GPUs lose a tenth of their total. */
export const roundedRate = {
  id: 'rounded-rate',
  severity: 'warning',
  question: 'Does the total follow from the rate before it was rounded?',
  audit: (subject) =>
    subject.values.flatMap((rate) => {
      if (rate.measure !== 'emissions' || !rate.is.has('hourly') || rate.value <= 0) return [];
      const hours = companion(subject, rate, 'accelerator-hours');
      const total = companion(subject, rate, 'emissions', (claim) => (isPlain(claim) || isEmbodied(claim)) && claim.value > rate.value);
      if (hours === undefined || total === undefined) return [];
      const product = { value: rate.value * hours.value, low: rate.low * hours.low, high: rate.high * hours.high };
      if (!agrees(product, total))
        return [{ at: total.at, ...messages.rateBeyondRounding(`${rate.text} an hour`, hours.text, product.value, total.text) }];
      const isLoose = (rate.high - rate.low) / 2 / rate.value > maxRateRounding;
      const isExact = (total.high - total.low) / 2 / total.value < maxRateRounding / 2;
      const isProduct = Math.abs(product.value / total.value - 1) < Math.max(tolerance / 4, (total.high - total.value) / total.value);
      return isLoose && isExact && isProduct ? [{ at: total.at, ...messages.rateRounded(`${rate.text} an hour`, total.text) }] : [];
    }),
} as const satisfies Audit;

function isEmbodied({ is }: { readonly is: ReadonlySet<string> }): boolean {
  return is.has('embodied') && !is.has('rate') && !is.has('range');
}
