import { utcText } from '../../units/instant.js';
import { localSeconds } from './local-time.js';

export { utcText } from '../../units/instant.js';

/** 1970 as the seconds of a date count it. */
const start1970 = localSeconds('1970-01-01T00:00:00') ?? Number.NaN;

/**
 * Seconds since 1970 of an instant in UTC, such as `2023-11-09T15:13:33.5Z`; `undefined` for a day or an hour that there is not.
 *
 * @example epochSeconds('1970-01-02T00:00:00Z') //=> 86400
 */
export function epochSeconds(text: string): number | undefined {
  const seconds = localSeconds(text);
  const since1970 = seconds === undefined ? undefined : seconds - start1970;
  return since1970 !== undefined && utcText(since1970) === text.slice(0, 19) ? since1970 : undefined;
}
