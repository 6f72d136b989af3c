import { daysSince1970, isDay } from '../../units/calendar.js';

/**
 * An instant as seconds since 1970 in UTC: RFC 3339 with its offset, a day, or Unix seconds.
 *
 * @returns Nothing for any other text, for a day that no calendar has, or where the offset is missing: a local time could be any.
 * @example instantSeconds('2022-03-11T12:00:00Z') //=> 1647000000
 * @example instantSeconds('2022-03-11T13:00:00+01:00') //=> 1647000000
 * @example instantSeconds('1647000000') //=> 1647000000
 */
export function instantSeconds(text: string): number | undefined {
  const word = text.trim();
  if (/^\d{9,11}(?:\.\d{1,6})?$/.test(word)) return Number(word);
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d(?:\.\d{1,6})?))?([Zz]|[+-]\d\d:\d\d))?$/.exec(word);
  if (parts === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map((part) => Number(part ?? 0));
  if (!isDay({ year, month, day }) || hour > 23 || minute > 59 || second >= 61) return undefined;
  const offset = offsetSeconds(parts[7] ?? 'Z');
  return offset === undefined ? undefined : daysSince1970({ year, month, day }) * 86_400 + hour * 3600 + minute * 60 + second - offset;
}

function offsetSeconds(text: string): number | undefined {
  if (text === 'Z' || text === 'z') return 0;
  const [hours = 0, minutes = 0] = text.slice(1).split(':').map(Number);
  if (hours > 23 || minutes > 59) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}
