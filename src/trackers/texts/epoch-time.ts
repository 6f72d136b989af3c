import { secondsOf, utcText } from '../../units/instant.js';

export { utcText } from '../../units/instant.js';

/**
 * Seconds since 1970 of an instant in UTC, such as `2023-11-09T15:13:33.5Z`; `undefined` for a day or an hour that there is not.
 *
 * @example epochSeconds('1970-01-02T00:00:00Z') //=> 86400
 */
export function epochSeconds(text: string): number | undefined {
  const seconds = secondsOf(text);
  return utcText(seconds) === text.slice(0, 19) ? seconds : undefined;
}
