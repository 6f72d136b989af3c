const pattern = /^(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d):(\d\d(?:\.\d+)?)/;

/** Days up to March 2000. Counted from a near day, seconds keep their milliseconds in a double. */
const dayZero = 730_485;

/** Seconds since a fixed day, of a local time such as `2023-11-09T15:13:33` or `2024/10/13 03:33:31.779`. */
export function localSeconds(text: string): number | undefined {
  const parts = pattern.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
  // Years are counted from March, so that a leap day is the last day of its year.
  const [y, m] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  const days = 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - dayZero;
  return ((days * 24 + hour) * 60 + minute) * 60 + second;
}

/** A local time as a run states it: `2024/10/13 03:33:31.779` becomes `2024-10-13T03:33:31`, and so does `13.10.2024 03:33:31`. */
export function localTime(text: string): string {
  const [, day, month, year, time] = /^(\d\d?)\.(\d\d?)\.(\d{4})[T ](.*)$/s.exec(text) ?? [];
  if (time !== undefined) return localTime(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}T${time.padStart(8, '0')}`);
  return text.replaceAll('/', '-').replace(' ', 'T').slice(0, 19);
}
