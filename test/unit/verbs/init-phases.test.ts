import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseManifest } from '../../../src/resolve/resolve.js';
import { initManifest } from '../../../src/verbs/init.js';
import { type Changes, emissionsCsv, versions } from '../trackers/codecarbon-files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-phases-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

let days = 0;
/** A run on a day of its own. */
const run = (project: string, more: Changes = {}): Changes => {
  days = (days + 1) % 28;
  return {
    project_name: project,
    run_id: `${project} ${days}`,
    timestamp: `2024-02-${String(days + 1).padStart(2, '0')}T12:00:00`,
    ...more,
  };
};
function write(name: string, rows: readonly Changes[], version = '2.6.0'): string {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), emissionsCsv(versions[version] ?? '', rows));
  return join(folder, name);
}
const draftOf = async (files: readonly string[]) => (await initManifest(files, { out: join(folder, 'carboncard.yaml') })).text;
const phasesIn = (text: string): readonly (string | undefined)[][] =>
  [...text.matchAll(/- phase: (\w+).*\n(?: {4}name: (.*)\n)?/g)].map(([, kind, name]) => [kind, name]);

describe('the phases of a draft', () => {
  it('are one for two logs of one project, machine, place and year', async () => {
    const text = await draftOf([write('a.csv', [run('p')]), write('b.csv', [run('p'), run('p')], '3.0.7')]);
    expect(phasesIn(text)).toEqual([['training', undefined]]);
    expect(text).toContain('    # 3 runs, a.csv, line 2; b.csv, lines 2 to 3: ');
    expect(text).toContain('energy: { value: 3 kWh,');
  });

  it('have names that tell each of them apart', async () => {
    const text = await draftOf([write('a.csv', [run('p')]), write('b.csv', [run('p', { country_iso_code: 'DEU', region: 'hesse' })])]);
    expect(phasesIn(text)).toEqual([
      ['training', '"p, FRA, brittany"'],
      ['training', '"p, DEU, hesse"'],
    ]);
  });

  it('are by the names of the files where the project says nothing', async () => {
    const text = await draftOf(['train_0.csv', 'train_1.csv', 'eval.csv'].map((name) => write(name, [run('codecarbon')])));
    expect(phasesIn(text)).toEqual([
      ['training', 'train'],
      ['evaluation', 'eval'],
    ]);
    expect(text).toContain('# by the name train_0.csv: is it right?');
  });

  it('are by the folders of the files where these have one name', async () => {
    const text = await draftOf(['sft/emissions.csv', 'sweep/emissions.csv'].map((name) => write(name, [run('codecarbon')])));
    expect(phasesIn(text).map(([kind]) => kind)).toEqual(['finetuning', 'experiments']);
    expect(text).toContain('# by the name sft/emissions.csv: is it right?');
    expect(text).not.toContain(folder);
  });

  it('are by the experiment and the task of a log', async () => {
    const columns = versions['2021.dev'] ?? '';
    writeFileSync(join(folder, 'dev.csv'), emissionsCsv(columns, [run('cats', { experiment_name: 'lr-sweep' })]));
    writeFileSync(join(folder, 'task.csv'), emissionsCsv(`task_name,${versions['2.1.4']}`, [run('cats', { task_name: 'evaluate' })]));
    const text = await draftOf([join(folder, 'dev.csv'), join(folder, 'task.csv')]);
    expect(phasesIn(text).map(([kind]) => kind)).toEqual(['experiments', 'evaluation']);
  });

  it('keep two tools apart', async () => {
    writeFileSync(join(folder, 'all_results.json'), '{ "train_runtime": 1800.0, "total_flos": 8.8e16 }');
    const text = await draftOf([write('a.csv', [run('p')]), join(folder, 'all_results.json')]);
    expect(phasesIn(text)).toHaveLength(2);
  });

  it('hold every run once and have names of their own, in whatever files the runs are', async () => {
    const rows = fc.array(
      fc.record({
        project: fc.constantFrom('p', 'sft', 'eval'),
        country: fc.constantFrom('FRA', 'DEU'),
        count: fc.constantFrom('1', '8'),
        file: fc.integer({ min: 0, max: 2 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const found = all.map(({ project, country, count, file }, n) => ({
          file,
          row: run(project, { run_id: String(n), country_iso_code: country, region: '', gpu_count: count }),
        }));
        const files = [0, 1, 2].flatMap((file) => {
          const own = found.filter((one) => one.file === file).map(({ row }) => row);
          return own.length === 0 ? [] : [write(`log${file}.csv`, own)];
        });
        const { text, logs } = await initManifest(files, { out: '-' });
        const names = phasesIn(text).map(([, name]) => name);
        expect(new Set(names).size).toBe(names.length);
        expect(logs.reduce((sum, { runs }) => sum + runs, 0)).toBe(all.length);
        expect(phasesIn(text)).toHaveLength(new Set(all.map(({ project, country, count }) => `${project} ${country} ${count}`)).size);
        const kWh = [...text.matchAll(/energy: \{ value: ([\d.]+) kWh/g)].reduce((sum, [, value]) => sum + Number(value), 0);
        expect(kWh).toBeCloseTo(all.length, 9);
        expect(parseManifest(text.replace(/ {2}# [^\n]*\?$/gm, '')).phases).toHaveLength(names.length);
      }),
      { numRuns: 25 },
    );
  });
});
