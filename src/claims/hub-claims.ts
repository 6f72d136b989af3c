import type { HubEmissions } from '../card/hub/emissions.js';
import type { HubFault } from '../card/hub/fault.js';
import type { Position } from '../diagnostics/diagnostic.js';

/** What the Hub makes of a card's metadata. */
export interface HubClaims {
  /** Its `co2_eq_emissions`: grams, nothing, or an error of the reader; absent without the key. */
  readonly emissions?: HubEmissions | undefined;
  /** What it rejects, of whatever key. */
  readonly faults: readonly (Omit<HubFault, 'offset'> & { readonly at: Position })[];
}
