import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Diagnostic, InputError } from '../../../src/diagnostics/diagnostic.js';
import type { RunRecord } from '../../../src/trackers/record.js';
import { type LogOptions, readLog } from '../../../src/verbs/shared/logs/read-logs.js';

const folder = mkdtempSync(join(tmpdir(), 'carboncard-sound-runs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const table: LogOptions = { columns: { energy: 'energy (kWh)', duration: 'hours (h)', ended: 'ended' } };

async function read(
  text: string,
  options: LogOptions = table,
): Promise<{ readonly runs: readonly RunRecord[]; readonly found: readonly Diagnostic[] }> {
  const file = join(folder, 'log.csv');
  writeFileSync(file, text);
  const runs: RunRecord[] = [];
  try {
    const { diagnostics } = await readLog(file, options, ({ run }) => void runs.push(run));
    return { runs, found: diagnostics };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { runs, found: error.diagnostics };
  }
}

const rows = (...lines: readonly string[]): string => ['energy (kWh),hours (h),ended', ...lines, ''].join('\n');

describe('a run of any reader', () => {
  it.each([
    ['an energy beyond numbers', '1e309,1,2024-03-05T12:00:00', 'log-not-a-number'],
    ['a duration of centuries', '5,9000000,2024-03-05T12:00:00', 'log-duration'],
    ['the year of a clock that was not set', '5,1,1970-01-01T01:00:00', 'log-year'],
    ['a year to come', '5,1,2190-01-01T01:00:00', 'log-year'],
  ])('is refused by its row for %s', async (_, row, id) => {
    const { found } = await read(rows('5,1,2024-03-05T12:00:00', row));
    expect(found).toMatchObject([{ id, severity: 'error', line: 3 }]);
  });

  it.each([5e-324, 1e-6, 2e12])('is refused for %s accelerators', async (count) => {
    const bom = readFileSync(new URL('../../../fixtures/trackers/cyclonedx/carboncard.json', import.meta.url), 'utf8');
    expect(bom).toContain('"value": "384"');
    const { found } = await read(bom.replace('"value": "384"', `"value": "${count}"`), {});
    expect(found).toMatchObject([
      { id: 'log-accelerators', severity: 'error', message: `Implausible number of accelerators of a run: ${count}.` },
    ]);
  });

  it('has no energy where that is 0 kWh over hours, beside others', async () => {
    const { runs, found } = await read(rows('5,1,2024-03-05T12:00:00', '0,2,2024-03-05T16:00:00'));
    expect(runs.map(({ energy, hours }) => [energy, hours])).toEqual([
      [5, 1],
      [undefined, 2],
    ]);
    expect(found).toMatchObject([{ id: 'not-measured', line: 3 }]);
  });

  it('makes no report alone', async () => {
    const { found } = await read(rows('0,1,2024-03-05T12:00:00', '0,2,2024-03-05T16:00:00'));
    expect(found).toMatchObject([{ id: 'nothing-measured', severity: 'error' }]);
  });

  it('may have 0 kWh in no time', async () => {
    const { runs, found } = await read(rows('0,0,2024-03-05T12:00:00'));
    expect(runs).toMatchObject([{ energy: 0 }]);
    expect(found).toEqual([]);
  });
});
