import type { Buffers } from './buffers.js';

/** What was used last, by key: so that memory does not grow with the number of phases. */
export interface Recent<Key, Value> {
  readonly get: (key: Key) => Value | undefined;
  readonly set: (key: Key, value: Value) => void;
  /** Forgets those unused for longest, and takes their arrays back. Never while an expression runs, whose inputs have to stay the same. */
  readonly trim: () => void;
}

/** @param limit How many are kept. */
export function createRecent<Key, Value extends { readonly values: Float64Array }>(limit: number, buffers: Buffers): Recent<Key, Value> {
  // A map keeps the order of insertion, so the first key is the one unused for longest.
  const values = new Map<Key, Value>();
  return {
    get: (key) => {
      const value = values.get(key);
      if (value === undefined) return undefined;
      values.delete(key);
      values.set(key, value);
      return value;
    },
    set: (key, value) => {
      values.set(key, value);
    },
    trim: () => {
      for (const [key, { values: array }] of values) {
        if (values.size <= limit) return;
        values.delete(key);
        buffers.give(array);
      }
    },
  };
}
