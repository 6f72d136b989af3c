import type { Buffers } from './buffers.js';

/** The figures that were used last, so that memory does not grow with the number of phases. */
export interface Recent<Key, Kept> {
  readonly get: (key: Key) => Kept | undefined;
  readonly set: (key: Key, kept: Kept) => void;
  /** Takes back the arrays of those unused for longest. Never called while an expression runs, which may hold some. */
  readonly trim: () => void;
}

export function createRecent<Key, Kept extends { readonly values: Float64Array }>(limit: number, buffers: Buffers): Recent<Key, Kept> {
  const all = new Map<Key, Kept>();
  return {
    get: (key) => {
      const kept = all.get(key);
      if (kept === undefined) return undefined;
      all.delete(key);
      all.set(key, kept);
      return kept;
    },
    set: (key, kept) => {
      all.set(key, kept);
    },
    trim: () => {
      for (const [key, { values }] of all) {
        if (all.size <= limit) return;
        all.delete(key);
        buffers.give(values);
      }
    },
  };
}
