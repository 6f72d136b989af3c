const [second, minute, hour, day] = [1e6, 60e6, 3600e6, 86_400e6];

/** Days from March of year 0 to 1970. */
const epochDay = 719_468;

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * An instant in UTC as text, with a fraction of a second where it has one.
 *
 * @param microseconds Since 1970.
 * @example instantText(1_646_999_999_500_000) //=> '2022-03-11T11:59:59.5Z'
 */
export function instantText(microseconds: number): string {
  // Years are counted from March, so that a leap day is the last day of its year. 400 years have 146,097 days.
  const days = Math.floor(microseconds / day) + epochDay;
  const era = Math.floor(days / 146_097);
  const inEra = days - era * 146_097;
  const year = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365);
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * inYear + 2) / 153);
  const calendarYear = year + era * 400 + (month >= 10 ? 1 : 0);
  const date = `${String(calendarYear).padStart(4, '0')}-${two(month + (month < 10 ? 3 : -9))}-${two(inYear - Math.floor((153 * month + 2) / 5) + 1)}`;
  const inDay = microseconds - Math.floor(microseconds / day) * day;
  const fraction = String(inDay % second)
    .padStart(6, '0')
    .replace(/0+$/, '');
  const time = [Math.floor(inDay / hour), Math.floor(inDay / minute) % 60, Math.floor(inDay / second) % 60].map(two).join(':');
  return `${date}T${time}${fraction === '' ? '' : `.${fraction}`}Z`;
}
