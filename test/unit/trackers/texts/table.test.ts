import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../src/diagnostics/diagnostic.js';
import { createLogReport } from '../../../../src/trackers/log-report.js';
import { csvRows } from '../../../../src/trackers/texts/csv-rows.js';
import { cellOf, columnsNamed, numberOf, reject, requiredNumberOf, tableRows } from '../../../../src/trackers/texts/table.js';
import { pieces } from '../reading.js';

/** Cells `name` and `kWh` of the valid rows of a table, with what was reported. */
async function read(text: string) {
  const log = createLogReport();
  const rows: unknown[] = [];
  try {
    const options = { columnsIn: columnsNamed(['name', 'kWh']), absent: ['nan'] };
    for await (const batch of tableRows(csvRows(pieces(text), log), log, options))
      for (const row of batch) {
        const [name, kWh] = [cellOf(row, 'name'), requiredNumberOf(row, 'kWh', 'kWh')];
        numberOf(row, 'hours');
        if (name === 'x') reject(row, { id: 'x', severity: 'error', message: 'Not x.' });
        if (row.isValid) rows.push([row.line, name, kWh]);
      }
    log.throwErrors();
  } catch (error) {
    if (error instanceof InputError) return { rows, reported: error.diagnostics };
    throw error;
  }
  return { rows, reported: log.remarks().map(({ diagnostic }) => diagnostic) };
}

describe('rows of a table', () => {
  it('are read by the names of columns, in any order, without empty lines', async () => {
    const { rows, reported } = await read('kWh,name\n1.5,a\n\n2e3,b\n');
    expect(rows).toEqual([
      [2, 'a', 1.5],
      [4, 'b', 2000],
    ]);
    expect(reported).toEqual([]);
  });

  it('are without the word that a tool writes for no value', async () => {
    expect((await read('kWh,name\n1,nan\n')).rows).toEqual([[2, undefined, 1]]);
  });

  it('are without a header that is repeated, which is reported once with the number of rows', async () => {
    const { rows, reported } = await read('kWh,name\n1,a\nkWh,name\n2,b\nkWh,name\n');
    expect(rows).toHaveLength(2);
    expect(reported).toMatchObject([{ id: 'repeated-header', line: 3, column: 1, note: expect.stringContaining('line 5') }]);
  });

  it('report a last line without a line break', async () => {
    expect((await read('kWh,name\n1,a')).reported).toMatchObject([{ id: 'unfinished-row', line: 2, column: 1 }]);
  });

  it.each([
    ['a missing column', 'kWh,other\n1,a\n', ['missing-column', 1]],
    ['a duplicate column', 'kWh,name,name\n1,a,b\n', ['column-twice', 1]],
    ['a cell too few', 'kWh,name\n1\n', ['cell-count', 2]],
    ['a cell too many', 'kWh,name\n1,a\n1,a,b\n', ['cell-count', 3]],
    ['text for a number', 'kWh,name\none,a\n', ['log-not-a-number', 2]],
    ['a negative number', 'kWh,name,hours\n1,a,-1\n', ['log-negative', 2]],
    ['a missing number', 'kWh,name\n,a\n', ['log-shifted', 2]],
    ['nan for a number that is required', 'kWh,name\nnan,a\n', ['log-not-a-number', 2]],
    ['a cell below an empty one of the header', 'kWh,name,,\n1,a,b,\n', ['cell-count', 2]],
    ['a longer header in the middle', 'kWh,name\n1,a\nkWh,name,hours\n1,a,2\n', ['other-header', 3]],
    ['another order of columns in the middle', 'kWh,name\n1,a\nname,kWh\na,1\n', ['other-header', 3]],
    ['what a reader rejects', 'kWh,name\n1,x\n', ['x', 2]],
  ])('are rejected once, with line and column, for %s', async (_, text, [id, line]) => {
    expect((await read(text)).reported).toMatchObject([{ id, line, column: 1 }]);
  });

  it('are read by place where a spreadsheet added empty cells to the header and the rows', async () => {
    const { rows, reported } = await read(',kWh,name,,\n0,1.5,a,,\n1,2,b,,\n');
    expect([rows, reported]).toEqual([
      [
        [2, 'a', 1.5],
        [3, 'b', 2],
      ],
      [],
    ]);
  });

  it('are rejected 20 at most', async () => {
    expect((await read(`kWh,name\n${'-1,a\n'.repeat(1000)}`)).reported).toHaveLength(20);
  });
});
