/** Seconds of a day, days from March of year 0 to 1970, and seconds up to the year 10000. */
const day = 86_400;
const epochDay = 719_468;
const maxSeconds = 253_402_300_800;

/** Seconds since 1970 as a time in UTC, such as `2023-11-09T15:13:33`. `undefined` outside the years 1970 to 9999. */
export function utcText(seconds: number): string | undefined {
  if (!(seconds >= 0 && seconds < maxSeconds)) return undefined;
  const whole = Math.floor(seconds);
  // Years are counted from March, so that a leap day is the last day of its year. 400 years have 146,097 days.
  const days = Math.floor(whole / day) + epochDay;
  const era = Math.floor(days / 146_097);
  const inEra = days - era * 146_097;
  const year = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365);
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * inYear + 2) / 153);
  const date = [era * 400 + year + (month >= 10 ? 1 : 0), month + (month < 10 ? 3 : -9), inYear - Math.floor((153 * month + 2) / 5) + 1];
  const time = [Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60, whole % 60];
  return `${padded(date, '-').padStart(10, '0')}T${padded(time, ':')}`;
}

/**
 * Seconds since 1970 of an instant that `utcText` wrote, with or without a `Z` behind it.
 *
 * @example secondsOf('1970-01-02T00:00:00Z') //=> 86400
 */
export function secondsOf(text: string): number {
  const [year = 1970, month = 1, date = 1, hour = 0, minute = 0, second = 0] = (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  const [y, m] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  const days =
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + date - 1 - epochDay;
  return ((days * 24 + hour) * 60 + minute) * 60 + second;
}

/** The year of an instant in UTC, in seconds since 1970. */
export function utcYear(seconds: number): number | undefined {
  const text = utcText(seconds);
  return text === undefined ? undefined : Number(text.slice(0, 4));
}

function padded(parts: readonly number[], between: string): string {
  return parts.map((part) => String(part).padStart(2, '0')).join(between);
}
