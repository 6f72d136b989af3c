import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { messages } from './messages.js';

/** A manifest and the folder of its report. */
export interface SlugOwner {
  readonly file: string;
  readonly slug: string;
  readonly position?: { readonly line: number; readonly column: number } | undefined;
}

/** What is wrong with each manifest that shares its folder with another. Slugs that differ in case alone are one folder on some machines. */
export function sameSlugs(owners: readonly SlugOwner[]): ReadonlyMap<string, Diagnostic> {
  const groups = new Map<string, SlugOwner[]>();
  for (const owner of owners) {
    const key = owner.slug.toLowerCase();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [owner]);
    else group.push(owner);
  }
  const faults = new Map<string, Diagnostic>();
  for (const group of groups.values()) {
    const [first, second] = group;
    if (first === undefined || second === undefined) continue;
    for (const owner of group) {
      const other = owner === first ? second : first;
      faults.set(owner.file, { ...messages.sameSlug(owner.slug, other.file), file: owner.file, ...owner.position });
    }
  }
  return faults;
}
