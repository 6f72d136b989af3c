import { describe, expect, it } from 'vitest';
import { createTally } from '../../../src/trackers/tally.js';

describe('diagnostics of many rows', () => {
  it('are reported once, with the number of rows', () => {
    const tally = createTally();
    for (const line of [2, 3, 9]) tally.report({ id: 'odd', severity: 'warning', message: 'It is odd.', line });
    expect(tally.diagnostics()).toMatchObject([{ id: 'odd', line: 2, note: 'The same applies to 2 more rows, the last on line 9.' }]);
  });

  it('are 20 different ones of an id at most', () => {
    const tally = createTally();
    for (let line = 1; line <= 100; line++) tally.report({ id: 'odd', severity: 'warning', message: `Odd ${line}.`, line });
    expect(tally.diagnostics()).toHaveLength(20);
  });
});
