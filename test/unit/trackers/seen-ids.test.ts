import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSeenIds } from '../../../src/trackers/seen-ids.js';

describe('ids that were added', () => {
  it('are those that were added, with their first number', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 3000 }), fc.uniqueArray(fc.string()), (added, asked) => {
        const seen = createSeenIds();
        for (const [at, id] of added.entries()) expect(seen.add(id, at)).toBe(at);
        for (const [at, id] of added.entries()) expect(seen.add(id, 9999)).toBe(at);
        for (const id of asked) expect(seen.has(id)).toBe(added.includes(id));
      }),
      { numRuns: 20 },
    );
  });
});
