import type { Phase } from './manifest.js';
import type { ParsedManifest, ParsedPhase } from './schema.js';
import { keysOfPlace, ownPlaceKeys, type SharedKey, sharedKeys } from './shared-keys.js';

/** The top of a manifest, with the hardware that is of its phases; that by name is for them to choose from. */
export type ManifestTop = Omit<ParsedManifest, 'hardware'> & Pick<ParsedPhase, 'hardware'>;

/** A phase with what is given at the top of the manifest, where it says nothing of its own. */
export function withSharedKeys(phase: ParsedPhase, top: ManifestTop, path: string): Phase {
  const inherited = sharedKeys.filter((key) => top[key] !== undefined && phase[key] === undefined && isTaken(key, phase));
  const shared = Object.fromEntries(inherited.map((key) => [key, top[key]])) as Partial<ParsedPhase>;
  return { ...shared, ...defined(phase), path, inherited };
}

function isTaken(key: SharedKey, phase: ParsedPhase): boolean {
  const hasPlace = ownPlaceKeys.some((own) => phase[own] !== undefined);
  if (hasPlace && (keysOfPlace as readonly string[]).includes(key)) return false;
  if (key === 'year') return phase.started === undefined;
  return key !== 'pue' || phase.overhead === undefined;
}

/** The keys that a phase gives: an absent one must not hide that of the top. */
function defined(phase: ParsedPhase): ParsedPhase {
  return Object.fromEntries(Object.entries(phase).filter(([, value]) => value !== undefined)) as ParsedPhase;
}
