import type { Phase } from './manifest.js';
import type { ParsedManifest, ParsedPhase } from './schema.js';
import { keysOfPlace, ownPlaceKeys, type SharedKey, sharedKeys } from './shared-keys.js';

/** A phase with what is given at the top of the manifest, where it says nothing of its own. */
export function withSharedKeys(phase: ParsedPhase, top: ParsedManifest, path: string): Phase {
  const inherited = sharedKeys.filter((key) => top[key] !== undefined && phase[key] === undefined && isTaken(key, phase, top));
  const shared = Object.fromEntries(inherited.map((key) => [key, top[key]])) as Partial<ParsedPhase>;
  return { ...shared, ...defined(phase), path, inherited };
}

function isTaken(key: SharedKey, phase: ParsedPhase, top: ParsedManifest): boolean {
  const hasPlace = ownPlaceKeys.some((own) => phase[own] !== undefined);
  if (hasPlace && (keysOfPlace as readonly string[]).includes(key)) return false;
  // Hardware by name is for phases to choose from.
  if (key === 'hardware') return typeof top.hardware === 'string';
  if (key === 'year') return phase.started === undefined;
  return key !== 'pue' || phase.overhead === undefined;
}

/** The keys that a phase gives: an absent one must not hide that of the top. */
function defined(phase: ParsedPhase): ParsedPhase {
  return Object.fromEntries(Object.entries(phase).filter(([, value]) => value !== undefined)) as ParsedPhase;
}
