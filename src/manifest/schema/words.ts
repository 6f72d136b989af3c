import { z } from 'zod';

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `2022`, `2022-03` or `2022-03-11`, of a day that the calendar has. */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  if (month === undefined) return true;
  const days = monthDays[Number(month) - 1];
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  return days !== undefined && (day === undefined || (Number(day) >= 1 && Number(day) <= (month === '02' && !leap ? 28 : days)));
}

/** The last year that a run of some hours can have reached: it began on the last day that its date allows. */
export function lastYear(started: string, hours: number): number {
  const [year, month = '12', day] = started.split('-');
  const before = monthDays.slice(0, Number(month) - 1).reduce((sum, days) => sum + days, 0);
  const begun = before + (day === undefined ? (monthDays[Number(month) - 1] ?? 31) : Number(day));
  // A day for the leap year, and one for the hour of the day.
  return Number(year) + (hours > 0 ? Math.floor((begun * 24 + hours) / (365 * 24)) : 0);
}

export const text = (description: string) => z.string().min(1).describe(description);
/** A whole number for text where nothing else can be meant: YAML reads `name: 7` and `started: 2022` as numbers. */
export const wordFor = <S extends z.ZodType<string, string>>(description: string, schema: S) =>
  z
    .unknown()
    .meta({ type: ['string', 'integer'], description })
    .transform((raw) => (Number.isSafeInteger(raw) ? String(raw) : raw))
    .pipe(schema as z.ZodType<string, unknown>);
export const word = (description: string) => wordFor(description, z.string().min(1));
export const strings = (description: string) => z.union([z.string().min(1), z.array(z.string().min(1))]).describe(description);
export const year = z.int().min(1990).max(2100).describe('Year in which it ran, as 2023');
export const cite = text('Where the figures here are published').optional();
