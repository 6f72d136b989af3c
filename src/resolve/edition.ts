import { type Edition, edition, isEdition } from '../factors/edition.js';
import type { Factor } from '../factors/factor.js';
import type { Manifest } from '../manifest/manifest.js';
import { type PlaceRole, withdrawnRow } from '../search/earlier-edition.js';
import type { Place } from '../search/places.js';
import { formatted } from '../units/format.js';
import { messages } from './messages/manifest.js';
import type { PhaseScope } from './scope.js';

/** The edition of the factor tables that a manifest pins, else the newest. */
export function editionOf({ factors }: Manifest): Edition {
  return factors !== undefined && isEdition(factors) ? factors : edition;
}

/**
 * Whether a look-up in the pinned edition would have found a row that may not be passed on; then it is reported, with what the newest
 * edition has.
 */
export function isWithdrawn(
  { manifest, report }: PhaseScope,
  { role, place, year, path, now }: { role: PlaceRole; place: Place; year: number | undefined; path: string; now: Factor | undefined },
): boolean {
  const pinned = editionOf(manifest);
  const row = withdrawnRow(pinned, role, place, year);
  if (row === undefined) return false;
  const value = now === undefined ? undefined : `${formatted({ value: now.value, unit: now.unit }).text} (\`${now.id}\`)`;
  report({ ...messages.withdrawnFactor(row, pinned, edition, value), path });
  return true;
}
