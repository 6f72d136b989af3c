import { cardClaims } from '../../../src/claims/card.js';
import type { ClaimedValue, Measure, Subject } from '../../../src/claims/claim.js';
import { section } from '../audits/asked.js';

/** What a card claims whose section on its environmental impact is this. */
export function claimsOf(body: string): Subject {
  return cardClaims(section(body));
}

/** The values of a measure, as numbers in its own unit: g, kWh, W, h. */
export function numbersOf({ values }: Subject, measure: Measure): readonly number[] {
  return values.filter((value) => value.measure === measure).map(({ value }) => value);
}

/** The only value of a measure. */
export function only({ values }: Subject, measure: Measure): ClaimedValue {
  const [first, ...others] = values.filter((value) => value.measure === measure);
  if (first === undefined || others.length > 0)
    throw new RangeError(`${others.length + (first === undefined ? 0 : 1)} values of ${measure}`);
  return first;
}
