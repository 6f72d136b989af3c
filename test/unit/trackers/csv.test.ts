import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../src/trackers/csv.js';
import { recognised } from '../../../src/trackers/index.js';
import { changed, expectSound, fixture } from './changed-texts.js';
import { faultsOf, readAll } from './reading.js';

const meter = fixture('csv/meter.csv');
const columns = {
  energy: 'energy (Wh)',
  duration: { column: 'minutes', unit: 'min' },
  started: 'started',
  ended: 'ended',
  project: 'job',
  accelerators: 'gpus',
} as const;

describe('a table whose columns are named', () => {
  it('is never recognised without named columns', () => {
    expect(recognised(meter)).toEqual([]);
  });

  it('1500.5 Wh = 1.5005 kWh in 120 min = 2 h, with a run for each row', async () => {
    const { runs, diagnostics } = await readAll(csv, meter, { columns });
    expect(diagnostics).toEqual([]);
    expect(runs).toEqual([
      {
        tracker: 'csv',
        lines: [2, 2],
        project: 'first',
        started: '2024-02-01T08:00:00',
        ended: '2024-02-01T10:00:00',
        hours: 2,
        energy: 1.5005,
        parts: {},
        isMeasured: false,
        accelerator: { count: 4 },
        place: {},
      },
      expect.objectContaining({ energy: 0.4995, hours: 0.5, project: 'second' }),
    ]);
    expect(JSON.stringify(runs)).not.toContain('secret');
  });

  it('is read with semicolons and tabs: 3.6 MJ = 1 kWh, 0.4 kg', async () => {
    const text = fixture('csv/meter-semicolons.csv');
    const named = { energy: 'used (MJ)', emissions: 'kg (kg)', ended: 'day' } as const;
    for (const table of [text, text.replaceAll(';', '\t'), text.replaceAll(';', ',')])
      expect((await readAll(csv, table, { columns: named })).runs).toMatchObject([
        { energy: 1, reported: 0.4, ended: '2024-02-01' },
        { energy: 2, reported: 0.8 },
      ]);
  });

  it.each([
    ['no energy named', meter, { project: 'job' }, 'no-energy-column'],
    ['a column that is not there', meter, { energy: 'enrgy (Wh)' }, 'missing-column'],
    ['an energy without a unit', meter, { energy: 'minutes' }, 'column-unit'],
    ['an energy in a unit of time', meter, { energy: 'minutes (h)' }, 'column-unit'],
    ['what may be thousands', 'used;x\n3,600;a\n', { energy: 'used (kWh)' }, 'log-not-a-number'],
    ['decimal commas and points', 'used;x\n3,6;a\n3.6;b\n', { energy: 'used (kWh)' }, 'log-not-a-number'],
    ['points between thousands', 'used;x\n0,6;a\n1.200;b\n', { energy: 'used (kWh)' }, 'log-not-a-number'],
    ['an empty cell', 'used;x\n;a\n', { energy: 'used (kWh)' }, 'empty-cell'],
    ['a row that is short', 'used;x\n1\n', { energy: 'used (kWh)' }, 'cell-count'],
    ['a time that Excel saved', 'used;x\n1;26:11.7\n2;27:11.7\n', { energy: 'used (kWh)', ended: 'x' }, 'excel-time'],
    ['an invalid time', 'used;x\n1;soon\n', { energy: 'used (kWh)', ended: 'x' }, 'log-time'],
    ['half an accelerator', 'used;x\n1;0.5\n', { energy: 'used (kWh)', accelerators: 'x' }, 'log-shifted'],
    ['a negative energy', 'used;x\n-1;0.5\n', { energy: 'used (kWh)' }, 'log-negative'],
    ['two columns of one name', 'used;used\n1;2\n', { energy: 'used (kWh)' }, 'column-twice'],
    ['a header alone', 'used;x\n', { energy: 'used (kWh)' }, 'no-rows'],
    ['nothing', '', { energy: 'used (kWh)' }, 'no-rows'],
  ] as const)('rejects %s', async (_, text, named, id) => {
    expect((await faultsOf(csv, text, { columns: named })).map((fault) => fault.id)).toEqual([id]);
  });

  it('is read by place where a spreadsheet added empty cells at the end: 1 + 2 kWh', async () => {
    const { runs } = await readAll(csv, 'used;x;;\n1;a;;\n2;b;;\n', { columns: { energy: 'used (kWh)' } });
    expect(runs.map(({ energy }) => energy)).toEqual([1, 2]);
  });

  it('suggests the column with a similar name', async () => {
    const [fault] = await faultsOf(csv, meter, { columns: { energy: 'energy (Wh)', project: 'jobs' } });
    expect(fault).toMatchObject({ line: 1, expected: '"job", perhaps' });
  });

  it('gives numbers or an error, wherever it is cut or changed', async () => {
    await fc.assert(
      fc.asyncProperty(changed(meter), async (broken) => {
        await expectSound(csv, broken, { columns });
      }),
      { numRuns: 300 },
    );
  });
});

describe('energies that only rise', () => {
  const columns = { energy: 'total (kWh)' };
  const table = (values: readonly number[]): string => ['total (kWh)', ...values, ''].join('\n');

  it('are readings of a meter where they begin far from 0', async () => {
    const faults = await faultsOf(csv, table([1203.5, 1203.95, 1204.4, 1204.85, 1205.3, 1205.75, 1206.2]), { columns });
    expect(faults).toMatchObject([{ id: 'meter-reading', expected: expect.stringContaining('2.7') }]);
  });

  it('may be a running total where they begin near it', async () => {
    expect((await readAll(csv, table([1, 2, 3, 4.5, 5, 7]), { columns })).diagnostics.map(({ id }) => id)).toContain('running-total');
  });

  it.each([
    ['few', [1, 2, 3]],
    ['in any order', [1, 2, 3, 2, 5, 6, 7, 8]],
  ])('are energies of runs otherwise: %s', async (_, values) => {
    expect((await readAll(csv, table(values), { columns })).diagnostics.map(({ id }) => id)).toEqual([]);
  });
});
