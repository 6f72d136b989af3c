import type { ResolvedManifest } from '../resolve/resolve.js';
import type { Question } from './change.js';
import { allRegions } from './places.js';

/** What the manifest asks for. */
export function questionsOf(resolved: ResolvedManifest): readonly Question[] {
  return allRegions(resolved);
}
