/** The factor tables, in an entry of their own: a look-up loads nothing that renders. */
export { edition } from '../factors/edition.js';
export type { Factor, FactorSource, LookupStep } from '../factors/factor.js';
export { allFactors } from '../factors/index.js';
export { type DefaultRange, defaultRanges, rangeOf } from '../factors/ranges.js';
export {
  type FactorGroup,
  type FactorRole as FindingRole,
  type FactorSearch,
  type FoundFactors as Finding,
  factorGroups,
  type GroupId,
  type Reading,
  searchFactors,
} from '../search/search.js';
