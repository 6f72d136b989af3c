import { describe, expect, it } from 'vitest';
import { createOpenRuns, maxOpen } from '../../../src/trackers/open-runs.js';

describe('open runs', () => {
  it('end in the order in which they grew last', () => {
    const open = createOpenRuns<number>();
    for (let at = 0; at < maxOpen; at++) expect(open.put(`${at}`, at)).toBeUndefined();
    open.put('0', -1);
    expect(open.put('new', 1)).toEqual(['1', 1]);
    expect([open.hasEnded('1'), open.hasEnded('0'), open.get('0')]).toEqual([true, false, -1]);
    expect([...open.rest()]).toHaveLength(maxOpen);
  });
});
