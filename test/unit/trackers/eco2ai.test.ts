import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eco2ai } from '../../../src/trackers/eco2ai/eco2ai.js';
import { recognised } from '../../../src/trackers/index.js';
import { changed, expectSound, fixture } from './changed-texts.js';
import { faultsOf, readAll } from './reading.js';

const one = fixture('eco2ai/2022-08.csv');
const epochs = fixture('eco2ai/2025-03-epochs.csv');
const ids = (diagnostics: readonly { readonly id: string }[]) => diagnostics.map(({ id }) => id);
const [header = '', row = ''] = one.split('\n');

describe('emission.csv of Eco2AI', () => {
  it.each([
    ['power_consumption(kWTh)', one],
    ['power_consumption(kWh)', epochs],
  ])('is recognised by its columns: %s', (_, text) => {
    expect(recognised(text).map(({ id }) => id)).toEqual(['eco2ai']);
  });

  it('has 0.5 kWh in 2 h with a PUE that is not stored, and 0.25 kg of its own', async () => {
    const { runs, diagnostics } = await readAll(eco2ai, one);
    expect(runs).toEqual([
      {
        tracker: 'eco2ai',
        lines: [2, 2],
        project: 'cats',
        started: '2023-03-01T09:00:00',
        hours: 2,
        energy: 0.5,
        boundary: 'components',
        parts: {},
        isMeasured: false,
        reported: 0.25,
        accelerator: { name: 'NVIDIA A100-SXM4-80GB', count: 2 },
        place: { country: 'FR', region: 'Paris' },
      },
    ]);
    expect(ids(diagnostics)).toEqual(['hidden-pue']);
  });

  it('has 0.125 + 0.25 kWh of two epochs, a third that was not measured, and no GPU', async () => {
    const { runs, diagnostics } = await readAll(eco2ai, epochs);
    expect(runs).toMatchObject([
      {
        lines: [2, 4],
        started: '2025-04-01T09:00:00',
        hours: 1.5,
        energy: 0.375,
        reported: expect.closeTo(0.15, 12),
        place: { country: 'DE' },
      },
    ]);
    expect(runs[0]?.accelerator).toBeUndefined();
    expect(ids(diagnostics)).toEqual(expect.arrayContaining(['hidden-pue', 'not-measured']));
    expect(JSON.stringify([runs, diagnostics])).not.toContain('secret');
  });

  it('uses the last row where a row without an epoch was written again', async () => {
    const { runs, diagnostics } = await readAll(eco2ai, `${header}\n${row}\n${row.replace('0.5,0.25', '0.75,0.375')}\n`);
    expect(runs).toMatchObject([{ energy: 0.75, reported: 0.375, hours: 2 }]);
    expect(ids(diagnostics)).toContain('written-anew');
  });

  it('separates runs with different ids, in any order', async () => {
    const other = row.replace('000001', '000009');
    expect((await readAll(eco2ai, `${header}\n${row}\n${other}\n${row}\n`)).runs).toMatchObject([{ energy: 0.5 }, { energy: 0.5 }]);
  });

  it.each([
    ['the world average', '0.5,0.2375', 'world-average'],
    ['kilograms that are grams', '0.5,250', 'odd-intensity'],
  ])('reports it: %s', async (_, figures, id) => {
    expect(ids((await readAll(eco2ai, one.replace('0.5,0.25', figures))).diagnostics)).toContain(id);
  });

  it('makes no report where no row has an energy', async () => {
    expect(ids(await faultsOf(eco2ai, one.replace('0.5,0.25', '0,0')))).toEqual(['nothing-measured']);
  });

  it.each([
    ['a decimal comma', one.replace('0.5,0.25', '"0,5",0.25'), 'log-not-a-number'],
    ['a negative energy', one.replace('0.5,0.25', '-0.5,0.25'), 'log-negative'],
    ['a cell too few', one.replace('Linux,', ''), 'cell-count'],
    ['shifted cells', one.replace('N/A,2023-03-01 09:00:00', '2023-03-01 09:00:00,N/A'), 'log-shifted'],
    ['glued rows', `${header}\n${row}${row}\n`, 'cell-count'],
    ['a time that Excel saved', one.replace('2023-03-01 09:00:00', '26:11.7'), 'excel-time'],
    ['no row', `${header}\n`, 'no-rows'],
    ['a duplicate column', one.replace('OS,', 'id,'), 'column-twice'],
  ])('is rejected for %s, with its row', async (_, text, id) => {
    expect(ids(await faultsOf(eco2ai, text))).toContain(id);
  });

  it('gives numbers or an error, wherever it is cut or changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(one, epochs).chain(changed), async (broken) => {
        await expectSound(eco2ai, broken);
      }),
      { numRuns: 300 },
    );
  });

  it('has the sum of its rows, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 }), async (order) => {
        const rows = order.map((at) => row.replace('000001', `00001${at}`).replace('0.5,0.25', `${at + 1}.5,0.25`));
        const { runs } = await readAll(eco2ai, `${header}\n${rows.join('\n')}\n`);
        expect(runs.reduce((sum, { energy = Number.NaN }) => sum + energy, 0)).toBe(12);
      }),
    );
  });
});

describe('the columns of Eco2AI', () => {
  it.each([
    ['power_consumption(Wh)', '0.5,', '500,'],
    ['power_consumption(MJ)', '0.5,', '1.8,'],
    ['duration(min)', '7200', '120'],
    ['CO2_emissions(g)', '0.25', '250'],
  ])('are read in the unit that they state: %s', async (column, before, after) => {
    const stem = column.slice(0, column.indexOf('('));
    const text = one.replace(new RegExp(`${stem}\\([^)]*\\)`), column).replace(before, after);
    expect((await readAll(eco2ai, text)).runs).toEqual((await readAll(eco2ai, one)).runs);
  });

  it('are refused in a unit of something else', async () => {
    expect(ids(await faultsOf(eco2ai, one.replace('(kWTh)', '(W)')))).toEqual(['column-unit']);
  });

  it('may all be empty in a row, which is passed over; each of two invalid rows is named', async () => {
    const empty = header.split(',').map((name, at) => (at < 2 ? name : ''));
    const { runs, diagnostics } = await readAll(eco2ai, `${one.trimEnd()}\n${empty.join(',')}\n`);
    expect(runs).toEqual((await readAll(eco2ai, one)).runs);
    expect(ids(diagnostics)).toContain('row-without-time');
    const invalid = row.replace('2023-03-01 09:00:00', '');
    const faults = await faultsOf(eco2ai, `${header}\n${invalid}\n${row}\n${invalid}\n`);
    expect(faults).toMatchObject([{ line: 2 }, { line: 4 }]);
    for (const { note } of faults) expect(note ?? '').not.toMatch(/shifted/);
  });
});
