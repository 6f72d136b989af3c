import { counted, formatted } from './format.js';
import { intervalOf, type Quantity, quantity } from './quantity.js';

/** Days of the year in which loads are given and lives of hardware are counted (8,760 h). */
export const daysAYear = 365;
/** From here on years read better than days, and below two days hours do. */
const [leastYears, leastDays] = [2 * daysAYear, 2];
/** Years beyond which a number of them says nothing. */
export const maxYears = 100;

/** Whether a number of days says something: it, or the low end of its interval, is at most 100 years. */
export function isWithinReach(days: Quantity<'days'>): boolean {
  return Math.min(days.value, days.low ?? days.value) <= maxYears * daysAYear;
}

/** A number of days as a reader sees it. */
export interface Span {
  /** `36 hours`, `13 days`, `3.4 years`, `more than 100 years` */
  readonly text: string;
  /** `5–28 days`, `60 to more than 100 years`; absent where no interval was assessed. */
  readonly interval?: string | undefined;
}

/**
 * Days in hours, days or years, rounded to what their interval allows.
 *
 * @example spanText({ value: 1241, unit: 'days' }).text //=> '3.40 years'
 */
export function spanText(days: Quantity<'days'>): Span {
  if (days.value < 1 / 24) return { text: 'less than 1 hour' };
  if (days.value > maxYears * daysAYear) return beyondReach(days);
  const { noun, size } = unitFor(days.value);
  const interval = intervalOf(days);
  const ends = interval && { low: interval.low / size, high: interval.high / size };
  const { number, interval: range } = formatted(quantity(days.value / size, noun, ends));
  const text = counted(number, noun);
  if (interval === undefined || range === undefined) return { text };
  if (interval.high <= maxYears * daysAYear) return { text, interval: `${range} ${noun}s` };
  // The lower end alone, where the upper one says nothing.
  const [low = ''] = range.split('–');
  return { text, interval: noun === 'year' ? `${low} to more than ${maxYears} years` : `${low} ${noun}s to more than ${maxYears} years` };
}

/** The number itself says nothing then; the low end of its interval may. */
function beyondReach({ low }: Quantity<'days'>): Span {
  const text = `more than ${maxYears} years`;
  if (low === undefined || low > maxYears * daysAYear) return { text };
  return { text, interval: `${spanText(quantity(low, 'days')).text} to ${text}` };
}

function unitFor(days: number): { readonly noun: string; readonly size: number } {
  if (days >= leastYears) return { noun: 'year', size: daysAYear };
  return days >= leastDays ? { noun: 'day', size: 1 } : { noun: 'hour', size: 1 / 24 };
}
