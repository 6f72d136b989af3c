import { utcText } from '../../units/instant.js';

/** A tick of an axis of time: seconds since 1970, and its label. */
export interface TimeTick {
  readonly at: number;
  readonly label: string;
}

const [minute, hour, day] = [60, 3600, 86_400];

/** Lengths between ticks up to 14 days, each a divisor of the next day or week. */
const lengths = [
  ...[minute, 2 * minute, 5 * minute, 10 * minute, 20 * minute, 30 * minute],
  ...[hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day, 14 * day],
];

/** Months between ticks of longer times. */
const months = [1, 2, 3, 6, 12, 24, 60, 120];

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Monday, 5 January 1970. */
const monday = 4 * day;

/**
 * Ticks of an axis of time in UTC: hours, days or months, at most `most` of them. A day begins with its date, a year with its number.
 *
 * @example timeTicks({ start: 0, end: 86400 }, 5).map(({ label }) => label) //=> ['1 Jan', '06:00', '12:00', '18:00', '2 Jan']
 */
export function timeTicks({ start, end }: { readonly start: number; readonly end: number }, most: number): readonly TimeTick[] {
  for (const length of lengths) {
    const origin = length >= 7 * day ? monday : 0;
    const first = origin + Math.ceil((start - origin) / length) * length;
    const count = Math.floor((end - first) / length) + 1;
    if (count <= most) return Array.from({ length: count }, (_, n) => tickAt(first + n * length));
  }
  const firstDays = firstDaysOf(start, end);
  const step = months.find((one) => firstDays.filter(({ month }) => month % one === 0).length <= most) ?? months.at(-1) ?? 1;
  return firstDays.filter(({ month }) => month % step === 0).map(({ at, month }) => ({ at, label: monthText(month, step) }));
}

function tickAt(at: number): TimeTick {
  const text = utcText(at) ?? '';
  const label = at % day === 0 ? dayText(text) : text.slice(11, 16);
  return { at, label };
}

/** `11 Mar` */
function dayText(text: string): string {
  return `${Number(text.slice(8, 10))} ${monthNames[Number(text.slice(5, 7)) - 1] ?? ''}`;
}

interface FirstDay {
  readonly at: number;
  /** Months since the year 0. */
  readonly month: number;
}

function firstDaysOf(start: number, end: number): readonly FirstDay[] {
  const found: FirstDay[] = [];
  for (let at = Math.ceil(start / day) * day; at <= end; at += day) {
    const text = utcText(at) ?? '';
    if (text.slice(8, 10) !== '01') continue;
    found.push({ at, month: Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1 });
    // No month is shorter.
    at += 26 * day;
  }
  return found;
}

function monthText(month: number, step: number): string {
  const year = String(Math.floor(month / 12));
  return step >= 12 || month % 12 === 0 ? year : (monthNames[month % 12] ?? '');
}
