import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/index.js';
import { type Changes, emissionsCsv, versions } from '../unit/trackers/codecarbon-files.js';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-from-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

const log = (...rows: readonly Changes[]) => emissionsCsv(versions['3.0.7'] ?? '', rows);

/** Renders a manifest whose only phase has these lines. */
function render(...lines: readonly string[]) {
  write('m/carboncard.yaml', ['model: Probe', 'phases:', '  - phase: training', ...lines.map((line) => `    ${line}`), ''].join('\n'));
  const args = ['render', 'm/carboncard.yaml', '--format', 'json', '-o', 'out'];
  const { status, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: 'utf8' });
  const read = (): Assessment => JSON.parse(readFileSync(join(folder, 'out/probe/assessment.json'), 'utf8')) as Assessment;
  return { status, stderr, read };
}

const totalOf = (assessment: Assessment) => assessment.totals.development?.energy?.value;

/** Energy as the logs have it, without the rest of the nodes and the overhead of the facility. */
const energyOf = (assessment: Assessment) => assessment.lines.find(({ component }) => component === 'dynamic')?.energy?.value;

describe('`from` in a phase', () => {
  it('adds the runs of all logs that a pattern names, relative to the folder of the manifest: 1 + 1 + 1 kWh', () => {
    write('m/logs/a.csv', log({}, { run_id: 'b', timestamp: '2023-11-10T15:13:33' }));
    write('m/logs/deep/b.csv', log({ run_id: 'c' }));
    write('logs/elsewhere.csv', log({ run_id: 'd' }));
    const { status, stderr, read } = render('from: ["logs/**/*.csv"]');
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('error')]);
    const assessment = read();
    expect(energyOf(assessment)).toBe(3);
    // With the default share of the rest of the nodes, and the default PUE: 3 kWh × 1.15 × 1.2.
    expect(totalOf(assessment)).toBeCloseTo(4.14, 12);
    expect(assessment.phases[0]).toMatchObject({ device: expect.stringContaining('A100'), accelerators: 1, year: 2023 });
    expect(assessment.phases[0]?.duration).toMatchObject({ value: 6, unit: 'h' });
    const input = assessment.lines.flatMap(({ inputs }) => inputs).find(({ name }) => name === 'energy');
    expect(input).toMatchObject({ name: 'energy', value: 3, unit: 'kWh', path: 'phases[0].from', line: 4, basis: 'measured' });
    const source = assessment.sources.find(({ id }) => id === input?.source);
    expect(source?.title).toBe('CodeCarbon 2.3.1, logs/a.csv, logs/deep/b.csv');
    expect(JSON.stringify(assessment)).not.toMatch(/secret|48\.39|4\.486|EPYC/);
  });

  it.each([
    ['project: probe', 1],
    ['project: [probe, other]', 3],
    ['run: secret-run-id', 1],
    ['since: 2023-11-11', 2],
    ['until: 2023-11-09', 1],
  ])('takes the runs that are chosen: %s', (choice, energy) => {
    const other = { project_name: 'other', timestamp: '2023-11-12T15:13:33' };
    write('m/emissions.csv', log({}, { run_id: 'b', ...other }, { run_id: 'c', ...other, timestamp: '2023-11-14T15:13:33' }));
    const { status, read } = render(`from: { logs: emissions.csv, ${choice} }`);
    expect(status).toBe(0);
    expect(energyOf(read())).toBe(energy);
    expect(JSON.stringify(read())).not.toContain('secret-run-id');
  });

  it('keeps what the phase states', () => {
    write('m/emissions.csv', log({}));
    const { read, stderr } = render('from: emissions.csv', 'energy: 5 kWh', 'hardware: 8 x H100', 'duration: 3 h', 'location: Germany');
    const assessment = read();
    expect(energyOf(assessment)).toBe(5);
    expect(assessment.phases[0]).toMatchObject({ accelerators: 8, duration: { value: 3 }, place: { country: 'DE' } });
    expect(assessment.diagnostics.map(({ id }) => id)).toContain('log-energy-not-used');
    expect(stderr).toContain('The logs give France as the place of the run');
  });

  it('has the energy with its PUE, where runs have different ones: 1 + 1 kWh, of which 0.8 + 1 kWh are the machines', () => {
    write('m/emissions.csv', log({ pue: '1.25' }, { run_id: 'b', timestamp: '2023-11-10T15:13:33' }));
    const assessment = render('from: emissions.csv').read();
    expect(energyOf(assessment)).toBeCloseTo(1.8, 12);
    const overhead = assessment.lines.find(({ component }) => component === 'overhead');
    const pue = overhead?.inputs.find(({ name }) => name === 'PUE');
    expect(pue).toMatchObject({ path: 'phases[0].from', value: expect.closeTo(2 / 1.8, 12) });
    // With the default share of the rest of the nodes, at that PUE: 1.8 kWh × 1.15 × 2 ÷ 1.8.
    expect(totalOf(assessment)).toBeCloseTo(2.3, 12);
  });

  it.each([
    ['no such file', 'from: nowhere.csv', 'error[not-found]'],
    ['a pattern that nothing meets', 'from: "*.txt"', 'm/carboncard.yaml:4:11: error[no-log-found]'],
    ['a project that is not there', 'from: { logs: emissions.csv, project: prob }', 'one of probe'],
    ['no run of those days', 'from: { logs: emissions.csv, since: 2024-01-01 }', 'error[no-run-selected]'],
    ['a day that is none', 'from: { logs: emissions.csv, since: 2024-13-01 }', 'a date such as'],
    ['several places', 'from: ["*.csv"]', 'error[log-places]'],
    ['a row that is cut', 'from: broken', 'm/broken:3:1: error[cell-count]'],
  ])('is refused, and says why: %s', (_, from, said) => {
    write('m/emissions.csv', log({}));
    write('m/german.csv', log({ run_id: 'g', country_iso_code: 'DEU', country_name: 'Germany', region: 'hesse' }));
    write('m/broken', `${log({})}2023-11-09T15:13:33,probe\n`);
    const { status, stderr } = render(from, 'pue: 0.5');
    expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
    // Beside what else is wrong, and without what follows from either.
    expect(stderr).toContain('carboncard.yaml:5:');
    expect(stderr).not.toMatch(/no-energy|no-place|logs-not-given|no-power/);
  });

  it('reports remarks on a log, and a backup that was not read, in the report', () => {
    write('m/emissions.csv', log({}, {}));
    write('m/emissions.csv.bak', log({ run_id: 'earlier' }));
    const { diagnostics } = render('from: emissions.csv').read();
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ id: 'cumulative-rows', message: expect.stringContaining('emissions.csv, line 3: 2 rows') }),
    );
    expect(diagnostics.map(({ id }) => id)).toContain('backup-beside');
  });

  it('frames the row of the log on the terminal, and names the log in the assessment as the manifest does', () => {
    write('m/logs/emissions.csv', log({}, {}));
    const { stderr, read } = render('from: logs/emissions.csv');
    const row = log({}, {}).split('\n')[2] ?? '';
    expect(stderr).toContain('m/logs/emissions.csv:3:1: warning[cumulative-rows]: logs/emissions.csv, line 3: 2 rows');
    expect(stderr).toContain(`  3 | ${row.slice(0, 20)}`);
    const [found] = read().diagnostics.filter(({ id }) => id === 'cumulative-rows');
    expect(found).toMatchObject({ file: 'logs/emissions.csv', line: 3, column: 1, path: 'phases[0].from' });
    expect(JSON.stringify(read())).not.toContain(folder);
  });

  it.each(['logs/a.csv', 'logs/[ab]*.csv', 'l*s/**/a.csv'])('takes an absolute path or pattern as it is: %s', (name) => {
    write('logs/a.csv', log({}, {}));
    const relative = render(`from: "../${name}"`).read();
    const { status, stderr, read } = render(`from: "${folder}/${name}"`);
    expect(status).toBe(0);
    const assessment = read();
    expect([energyOf(assessment), totalOf(assessment)]).toEqual([energyOf(relative), totalOf(relative)]);
    // The report is of any machine, and the manifest that is attached to it is not.
    expect(JSON.stringify(assessment.sources)).toContain(', a.csv, line');
    expect(JSON.stringify({ ...assessment, diagnostics: [] })).not.toContain(folder);
    expect(stderr).toContain(`warning[absolute-path]: The manifest contains the absolute path ${folder}/`);
    expect(assessment.diagnostics.find(({ id }) => id === 'cumulative-rows')?.message).toMatch(/^a\.csv, line 3: 2 rows/);
  });

  it('says which absolute file is not there, or that no file meets an absolute pattern', () => {
    expect(render(`from: ${folder}/nowhere.csv`)).toMatchObject({ status: 2, stderr: expect.stringContaining(`${folder}/nowhere.csv`) });
    expect(render(`from: "${folder}/*.csv"`)).toMatchObject({ status: 2, stderr: expect.stringContaining('error[no-log-found]') });
  });
});
