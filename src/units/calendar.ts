/** A day of the Gregorian calendar. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

// Years are counted from March, so that a leap day is the last day of its year. 400 years have 146,097 days.
const [daysAnEra, yearsAnEra] = [146_097, 400];
/** Days from March of year 0 to 1970. */
const epochDay = 719_468;

/** Days from the first day of 1970 to a day. */
export function daysSince1970({ year, month, day }: CalendarDay): number {
  const [y, m] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1 - epochDay;
}

/** The day that is so many days after the first of 1970. */
export function dayOf(days: number): CalendarDay {
  const counted = days + epochDay;
  const era = Math.floor(counted / daysAnEra);
  const inEra = counted - era * daysAnEra;
  const year = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365);
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * inYear + 2) / 153);
  return {
    year: era * yearsAnEra + year + (month >= 10 ? 1 : 0),
    month: month + (month < 10 ? 3 : -9),
    day: inYear - Math.floor((153 * month + 2) / 5) + 1,
  };
}

/** `2024-03-01` */
export function dateText({ year, month, day }: CalendarDay): string {
  return `${padded(year, 4)}-${padded(month)}-${padded(day)}`;
}

/** Whether the calendar has the day. */
export function isDay(day: CalendarDay): boolean {
  return dateText(dayOf(daysSince1970(day))) === dateText(day);
}

/**
 * The day that is some days after another, both as ISO dates. A part of a day is within the day that it began in.
 *
 * @example dayAfter('2024-02-28', 2.7) //=> '2024-03-01'
 */
export function dayAfter(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return dateText(dayOf(daysSince1970({ year, month, day }) + Math.floor(days)));
}

function padded(value: number, digits = 2): string {
  return String(value).padStart(digits, '0');
}
