import { InputError } from '../diagnostics/diagnostic.js';
import type { Message } from '../diagnostics/message.js';
import { edition } from '../factors/edition.js';
import type { Factor, LookupStep } from '../factors/factor.js';
import { allFactors } from '../factors/index.js';
import { type DefaultRange, defaultRanges } from '../factors/ranges.js';
import { type FactorRole, type FactorSearch, type Reading, searchFactors } from '../search/search.js';
import { messages } from './shared/messages.js';

export { edition } from '../factors/edition.js';
export type { Factor, FactorSource, LookupStep } from '../factors/factor.js';
export { allFactors } from '../factors/index.js';
export { type DefaultRange, defaultRanges, rangeOf } from '../factors/ranges.js';
export {
  type FactorGroup,
  type FactorRole,
  type FactorSearch,
  type FoundFactors,
  factorGroups,
  type GroupId,
  type Reading,
  searchFactors,
} from '../search/search.js';

/**
 * Looks up a place, a device or some words in the factor tables: search → rows. The rows are flat, since most programs want
 * one value; the readings show which is which.
 *
 * @throws {InputError} Where the tables have no such place or device, or no figure near the year.
 */
export function lookUpFactors(query: string): FactorLookup {
  const { readings, ranges, others } = findFactors(query);
  const findings = readings.flatMap((reading) => reading.findings);
  return {
    query,
    edition,
    steps: findings.flatMap(({ steps }) => steps),
    factors: findings.flatMap(({ factors }) => factors),
    readings: readings.map(readingById),
    ranges: ranges.length > 0 ? ranges : undefined,
    others: others.length > 0 ? others : undefined,
  };
}

/**
 * What a query can mean, each reading with its rows in full.
 *
 * @throws {InputError} Where the tables have no such place or device, or no figure near the year.
 */
export function findFactors(query: string): FactorMatch {
  const search = searchFactors(query);
  if (!search.found) throw new InputError([faultOf(query, search)]);
  return search;
}

/** All tables: every factor, and the default ranges. */
export function factorTables(): FactorTables {
  return { edition, factors: allFactors(), ranges: defaultRanges };
}

/** What `carboncard factors QUERY --json` prints. */
export interface FactorLookup {
  readonly query: string;
  readonly edition: string;
  readonly steps: readonly LookupStep[];
  readonly factors: readonly Factor[];
  readonly readings: readonly ReadingById[];
  /** Absent where there are none. */
  readonly ranges?: readonly DefaultRange[] | undefined;
  /** Further meanings of the query, as names to search for; absent where there are none. */
  readonly others?: readonly string[] | undefined;
}

/** A reading whose findings name their factors by id. */
export interface ReadingById extends Pick<Reading, 'label' | 'instance'> {
  readonly findings: readonly { readonly role: FactorRole; readonly factors: readonly string[]; readonly steps: readonly LookupStep[] }[];
}

export type FactorMatch = Extract<FactorSearch, { readonly found: true }>;

/** What `carboncard factors --json` prints without a query. */
export interface FactorTables {
  readonly edition: string;
  readonly factors: readonly Factor[];
  readonly ranges: readonly DefaultRange[];
}

function readingById({ label, instance, findings }: Reading): ReadingById {
  return { label, instance, findings: findings.map(({ role, factors, steps }) => ({ role, factors: factors.map(({ id }) => id), steps })) };
}

function faultOf(query: string, search: Exclude<FactorSearch, FactorMatch>): Message {
  return search.why === 'unknown'
    ? messages.unknownFactor(query, search.candidates)
    : messages.noFactorYear(search.label, search.year, search.years);
}
