/** Our factor tables, by themselves: an entry of its own, so that looking a figure up loads nothing that draws or prints. */
export { edition } from '../factors/edition.js';
export type { Factor, FactorSource, LookupStep } from '../factors/factor.js';
export { allFactors } from '../factors/index.js';
export { type DefaultRange, defaultRanges, rangeOf } from '../factors/ranges.js';
export {
  type FactorGroup,
  type FactorSearch,
  type Finding,
  type FindingRole,
  factorGroups,
  type GroupId,
  type Reading,
  searchFactors,
} from '../search/search.js';
