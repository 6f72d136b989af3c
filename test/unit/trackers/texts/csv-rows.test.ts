import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLogReport } from '../../../../src/trackers/log-report.js';
import { csvOptions, csvRows } from '../../../../src/trackers/texts/csv-rows.js';
import { pieces } from '../reading.js';

async function cellsOf(text: string, size = 97): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const batch of csvRows(pieces(text, size), createLogReport())) rows.push(...batch.map(({ cells }) => cells));
  return rows;
}

afterEach(() => vi.restoreAllMocks());

describe('rows of CSV', () => {
  it('are those that the parser finds in the whole text, without empty lines', async () => {
    const cell = fc.stringMatching(/^[a-z .]{0,6}$/);
    const quoted = fc.stringMatching(/^[a-z,\n]{0,6}$/).map((text) => `"${text}"`);
    const row = fc.array(fc.oneof(cell, quoted), { minLength: 1, maxLength: 5 }).map((cells) => cells.join(','));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 40 }), async (rows, size) => {
        const text = `a,b,c\n${rows.join('\n')}\n`;
        const found = parse(text, csvOptions) as unknown as readonly (readonly string[])[];
        expect(await cellsOf(text, size)).toEqual(found.filter((cells) => cells.length > 1 || cells[0] !== ''));
      }),
      { numRuns: 100 },
    );
  });

  it('of another length than the header cost no error each', async () => {
    const traces = vi.spyOn(Error, 'captureStackTrace');
    expect(await cellsOf(`a,b,c\n${'1\n\n1,2,3,4\n'.repeat(1000)}`, 65_536)).toHaveLength(2001);
    expect(traces).not.toHaveBeenCalled();
  });
});
