/** Days of each month of a year that begins in March, so that the leap day is the last one. */
const fromMarch = [31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 29];

/** Days from the first of March of year 0 to the first of March of a year, in the Gregorian calendar. */
const daysBefore = (year: number): number => 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);

/**
 * The day that is some days after another, both as ISO dates. A part of a day is within the day that it began in.
 *
 * @example dayAfter('2024-02-28', 2.7) //=> '2024-03-01'
 */
export function dayAfter(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  // January and February belong to the year before.
  const begun = month < 3 ? year - 1 : year;
  const before = fromMarch.slice(0, (month + 9) % 12).reduce((sum, length) => sum + length, 0);
  let rest = daysBefore(begun) + before + date - 1 + Math.floor(days);
  let found = Math.floor(rest / 365.2425);
  // The mean length of a year can be a day off at its ends.
  while (daysBefore(found) > rest) found -= 1;
  while (daysBefore(found + 1) <= rest) found += 1;
  rest -= daysBefore(found);
  let at = 0;
  for (let length = fromMarch[at] ?? 0; rest >= length && at < 11; length = fromMarch[at] ?? 0) {
    rest -= length;
    at += 1;
  }
  const text = (value: number, digits: number): string => String(value).padStart(digits, '0');
  return `${text(at < 10 ? found : found + 1, 4)}-${text(((at + 2) % 12) + 1, 2)}-${text(rest + 1, 2)}`;
}
