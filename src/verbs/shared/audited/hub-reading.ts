import type { Subject } from '../../../claims/claim.js';

/** What the Hub reads of a card. */
export interface HubReading {
  /** `co2_eq_emissions` in grams; absent where it reads no number. */
  readonly emissions?: { readonly value: number; readonly unit: 'gCO2e' } | undefined;
  /** Keys that it rejects, as `tags[0]`. */
  readonly rejects: readonly string[];
}

/** What the Hub reads of a card's claims; nothing of another file. */
export function hubReading(claims: Pick<Subject, 'hub'> | undefined): HubReading | undefined {
  if (claims?.hub === undefined) return undefined;
  const { emissions, faults } = claims.hub;
  return {
    emissions: typeof emissions === 'object' ? { value: emissions.grams, unit: 'gCO2e' } : undefined,
    rejects: faults.filter(({ isUnsure }) => isUnsure !== true).map(({ path }) => path),
  };
}
