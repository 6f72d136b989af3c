import { dateText, dayOf, daysSince1970 } from './calendar.js';

/** Seconds of a day, and up to the year 10000. */
const day = 86_400;
const maxSeconds = 253_402_300_800;

/** Seconds since 1970 as a time in UTC, such as `2023-11-09T15:13:33`. `undefined` outside the years 1970 to 9999. */
export function utcText(seconds: number): string | undefined {
  return seconds >= 0 && seconds < maxSeconds ? timeText(Math.floor(seconds)) : undefined;
}

/**
 * An instant in UTC as text, to the microsecond, with a fraction of a second where it has one.
 *
 * @param microseconds Since 1970.
 * @example instantText(1_646_999_999_500_000) //=> '2022-03-11T11:59:59.5Z'
 */
export function instantText(microseconds: number): string {
  const seconds = Math.floor(microseconds / 1e6);
  const fraction = String(microseconds - seconds * 1e6)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${timeText(seconds)}${fraction === '' ? '' : `.${fraction}`}Z`;
}

function timeText(seconds: number): string {
  const days = Math.floor(seconds / day);
  const rest = seconds - days * day;
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  return `${dateText(dayOf(days))}T${time.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

/**
 * Seconds since 1970 of an instant that `utcText` wrote, with or without a `Z` behind it.
 *
 * @example secondsOf('1970-01-02T00:00:00Z') //=> 86400
 */
export function secondsOf(text: string): number {
  const parts = (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  const [year = 1970, month = 1, date = 1, hour = 0, minute = 0, second = 0] = parts;
  return ((daysSince1970({ year, month, day: date }) * 24 + hour) * 60 + minute) * 60 + second;
}

/** The year of an instant in UTC, in seconds since 1970. */
export function utcYear(seconds: number): number | undefined {
  const text = utcText(seconds);
  return text === undefined ? undefined : Number(text.slice(0, 4));
}

/** An instant as a person reads it, to the minute: `2024-03-11 09:20`. */
export function minuteText(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
