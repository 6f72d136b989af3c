import { utcText } from './epoch-time.js';
import { localSeconds } from './local-time.js';

/** What a time is counted from: a clock without a zone, one with a zone, 1970, or the start of the recording. */
export type MomentKind = 'local' | 'zoned' | 'epoch' | 'relative';

export interface Moment {
  readonly kind: MomentKind;
  readonly seconds: number;
}

/** Seconds since 1970 in 2001 and 2286: a number between them is a date, a smaller one a time since the start. */
const [firstDate, lastDate] = [1e9, 1e10];

/** 1970 as the seconds of a date count it. */
const start1970 = localSeconds('1970-01-01T00:00:00') ?? Number.NaN;

const dated = /^(\d{4})[-/](\d\d?)[-/](\d\d?)(?:[T ]+(\d\d?):(\d\d)(?::(\d\d)([.,]\d+)?)?)\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/;
/** The day first, as written in much of Europe; with points it can't be the month. */
const dotted = /^(\d\d?)\.(\d\d?)\.(\d{4})(?:[T ]+(\d\d?):(\d\d)(?::(\d\d)([.,]\d+)?)?)$/;

/** What the column of a time says of its numbers. */
export interface MomentColumn {
  /** Seconds of its unit; absent where a number may be in seconds, milli-, micro- or nanoseconds. */
  readonly factor?: number | undefined;
  /** Whether the tool counts from 1970 here, so that a small number is a date too. */
  readonly isSince1970?: boolean | undefined;
}

/**
 * A time of a table: ISO 8601, local or with a zone; seconds, milli-, micro- or nanoseconds since 1970; or a number since the start.
 *
 * @returns Nothing for other texts, and for numbers that are no time of this era, such as 9e99.
 * @example momentIn('1709632800000')?.seconds //=> 1709632800
 */
export function momentIn(text: string, column: MomentColumn = {}): Moment | undefined {
  if (/^[+-]?\d+(?:\.\d*)?(?:e[+-]?\d+)?$/i.test(text)) return countedFrom(Number(text), column);
  const [, year, month, day, hour, minute, second = '00', fraction = '', zone] = dated.exec(text) ?? turned(dotted.exec(text)) ?? [];
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined) return undefined;
  if (Number(month) > 12 || Number(day) > 31 || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const two = (part: string): string => part.padStart(2, '0');
  const seconds = localSeconds(`${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${fraction.replace(',', '.')}`);
  if (seconds === undefined) return undefined;
  return zone === undefined ? { kind: 'local', seconds } : { kind: 'zoned', seconds: seconds - offset(zone) };
}

/** Day, month and year as year, month and day. */
function turned(match: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  if (match === null) return undefined;
  const [all, day, month, year, ...time] = match;
  return [all, year, month, day, ...time];
}

function countedFrom(value: number, { factor, isSince1970 = false }: MomentColumn): Moment | undefined {
  // Since 1970 in seconds, milli-, micro- or nanoseconds.
  const size = [1, 1e3, 1e6, 1e9].find((one) => value / one >= firstDate && value / one < lastDate) ?? 1;
  const seconds = factor === undefined ? value / size : value * factor;
  if (!(Math.abs(seconds) < lastDate) || (isSince1970 && seconds < 0)) return undefined;
  return { kind: isSince1970 || seconds >= firstDate ? 'epoch' : 'relative', seconds };
}

/** Seconds by which a zone is ahead of UTC. */
function offset(zone: string): number {
  const [, sign, hours, minutes = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** A time as a run states it, in UTC where its zone is known; `undefined` for a time since the start. */
export function momentText(text: string, { kind, seconds }: Moment): string | undefined {
  if (kind === 'relative') return undefined;
  if (kind === 'epoch') return utcText(seconds);
  if (kind === 'zoned') return utcText(seconds - start1970);
  const [, year, month, day, hour, minute, second = '00'] = dated.exec(text) ?? turned(dotted.exec(text)) ?? [];
  const two = (part = ''): string => part.padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${second}`;
}
