import { InputError } from '../diagnostics/diagnostic.js';
import { messages } from './messages.js';

/** 9999-12-31T23:59:59Z: beyond it an ISO year has more than four digits. */
const lastSecond = 253_402_300_799;

/**
 * The date of a report, `2026-03-01`: the manifest's own, else that of SOURCE_DATE_EPOCH in UTC. Never today's, since the
 * same input has to give the same bytes.
 *
 * @param manifestDate ISO day, already checked; it comes first.
 * @param env Where SOURCE_DATE_EPOCH is looked up; an empty one counts as absent.
 * @returns Nothing where neither gives one: the report then has no date.
 * @throws {InputError} Where SOURCE_DATE_EPOCH is needed and is not whole seconds since 1970.
 * @example reportDate(undefined, { SOURCE_DATE_EPOCH: '86400' }) //=> '1970-01-02'
 */
export function reportDate(manifestDate: string | undefined, env: { readonly [name: string]: string | undefined }): string | undefined {
  if (manifestDate !== undefined) return manifestDate;
  const epoch = env['SOURCE_DATE_EPOCH'];
  if (epoch === undefined || epoch === '') return undefined;
  const seconds = Number(epoch);
  if (!/^\d+$/.test(epoch) || seconds > lastSecond) {
    throw new InputError([messages.invalidEpoch(epoch)]);
  }
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** Hours since a file was last changed, by this machine's clock. It decides what is removed, and never what is written. */
export function hoursSinceChange({ mtimeMs }: { readonly mtimeMs: number }): number {
  return (Date.now() - mtimeMs) / 3_600_000;
}

/** Seconds from an instant, in Unix seconds, until now; negative where it is yet to come. They decide what is kept, and are never written. */
export function secondsSince(unixSeconds: number): number {
  return Date.now() / 1000 - unixSeconds;
}

/** Seconds by a clock that only goes on. They show a person how long something takes, and are never written. */
export function monotonicSeconds(): number {
  return performance.now() / 1000;
}
