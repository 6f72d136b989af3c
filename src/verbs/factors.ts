import { InputError } from '../diagnostics/diagnostic.js';
import type { Message } from '../diagnostics/message.js';
import { edition } from '../factors/edition.js';
import type { Factor, LookupStep } from '../factors/factor.js';
import { allFactors } from '../factors/index.js';
import { type DefaultRange, defaultRanges } from '../factors/ranges.js';
import { fromFactor } from '../resolve/inputs.js';
import { factorGroups, type GroupId } from '../search/groups.js';
import { type FactorRole, type FactorSearch, type FoundFactors, type Reading, searchFactors } from '../search/search.js';
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
  return { ...search, readings: search.readings.map((reading) => ({ ...reading, findings: reading.findings.map(withRange) })) };
}

/** What a manifest takes as it is: the roles, and what of their value is unsure. */
const takenRoles: Readonly<Partial<Record<FactorRole, { readonly above?: number; readonly min?: number }>>> = {
  'grid': {},
  'pue': { above: 1, min: 1 },
  'on-site-water': {},
  'off-site-water': {},
};

/** A finding with the range that a manifest gets, made by the same function. */
function withRange(finding: FoundFactors): FoundFactors {
  const bounds = takenRoles[finding.role];
  const [factor] = finding.factors;
  if (bounds === undefined || factor === undefined) return finding;
  const { low, high } = fromFactor(factor, {
    name: factor.title,
    basis: 'table',
    steps: finding.role === 'grid' ? finding.steps.map(({ id }) => id) : [],
    ...bounds,
  });
  return low === undefined || high === undefined ? finding : { ...finding, inManifest: { low, high } };
}

/** What the tables hold: per kind the rows, and how many of each year. */
export function factorCoverage(): FactorCoverage {
  const kinds = factorGroups().map(({ id, factors }) => {
    const years = new Map<string, number>();
    for (const { year } of factors) years.set(String(year ?? 'no year'), (years.get(String(year ?? 'no year')) ?? 0) + 1);
    return { kind: id, rows: factors.length, years: Object.fromEntries([...years].sort(([a], [b]) => (a < b ? -1 : 1))) };
  });
  return { edition, kinds };
}

/** What `carboncard factors --coverage --json` prints. */
export interface FactorCoverage {
  readonly edition: string;
  readonly kinds: readonly { readonly kind: GroupId; readonly rows: number; readonly years: Readonly<Record<string, number>> }[];
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
  readonly findings: readonly (Pick<FoundFactors, 'role' | 'steps' | 'inManifest'> & { readonly factors: readonly string[] })[];
}

export type FactorMatch = Extract<FactorSearch, { readonly found: true }>;

/** What `carboncard factors --json` prints without a query. */
export interface FactorTables {
  readonly edition: string;
  readonly factors: readonly Factor[];
  readonly ranges: readonly DefaultRange[];
}

function readingById({ label, instance, findings }: Reading): ReadingById {
  return { label, instance, findings: findings.map((finding) => ({ ...finding, factors: finding.factors.map(({ id }) => id) })) };
}

function faultOf(query: string, search: Exclude<FactorSearch, FactorMatch>): Message {
  return search.why === 'unknown'
    ? messages.unknownFactor(query, search.candidates)
    : messages.noFactorYear(search.label, search.year, search.years);
}
