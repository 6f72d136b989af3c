import type { ClaimedValue, Subject } from '../claims/claim.js';
import { companion, isPlain, mentions, placeOf } from '../claims/companions.js';
import { publishedSpan } from '../claims/grids.js';
import { maxFromAverage, minFromOwn } from '../claims/thresholds.js';
import { worldAverages } from '../factors/grid/world-averages.js';
import type { Audit } from './audit.js';
import { messages } from './messages.js';

/** Given `IN`, CodeCarbon reports 475 g instead of India's 713, and its file does not say so. */
export const worldAverage = {
  id: 'world-average',
  severity: 'warning',
  question: 'Is the intensity that of the location, and not a world average?',
  audit: (subject) => {
    const found = subject.values.flatMap((claim) => {
      const place = placeOf(subject, claim)?.place;
      if (place?.country === undefined || !isPlain(claim) || claim.value <= 0) return [];
      const own = publishedSpan(place);
      if (own === undefined) return [];
      const implied = impliedBy(subject, claim);
      const average = worldAverages.find((value) => implied !== undefined && Math.abs(implied.value / value - 1) <= maxFromAverage);
      if (implied === undefined || average === undefined) return [];
      if (average > own.low * (1 - minFromOwn) && average < own.high * (1 + minFromOwn)) return [];
      // Rounding cannot have made it of the intensity of the place.
      if (implied.high > own.low && implied.low < own.high) return [];
      return [{ at: claim.at, ...messages.worldAverage(average, place.label, own) }];
    });
    return found.slice(0, 1);
  },
} as const satisfies Audit;

/** The intensity that a value is, or gives with the energy beside it; g/kWh. */
function impliedBy(subject: Subject, claim: ClaimedValue): Pick<ClaimedValue, 'value' | 'low' | 'high'> | undefined {
  if (claim.measure === 'intensity') return claim;
  // Of emissions with two digits, many a grid gives the same.
  if (claim.measure !== 'emissions' || (claim.high - claim.low) / claim.value > 0.02) return undefined;
  const energy = companion(subject, claim, 'energy', (candidate) => isPlain(candidate) && candidate.low > 0);
  if (energy === undefined) return undefined;
  // With embodied emissions in them, few digits give any grid by chance.
  const isRough = (energy.high - energy.low) / energy.value > 0.02;
  if (isRough && subject.kind === 'card' && mentions(subject, /embodied|manufactur/i)) return undefined;
  return { value: claim.value / energy.value, low: claim.low / energy.high, high: claim.high / energy.low };
}
