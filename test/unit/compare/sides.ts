import { assess } from '../../../src/assess/assess.js';
import { type Side, sideOfManifest } from '../../../src/compare/side.js';
import { parseManifest } from '../../../src/resolve/resolve.js';

/** A manifest as a side: its place is its key, unless another one is given. */
export function sideOf(key: string, text: string, place = key): Side {
  const resolved = parseManifest(`model: ${key}\n${text}`);
  return sideOfManifest({ key, name: key, origin: 'manifest' }, place, assess(resolved), resolved.phases);
}
