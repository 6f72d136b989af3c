import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.js';
import type { AssessmentHistory, Timeline } from '../../../src/index.js';
import { assessFile } from '../../../src/verbs/shared/assess.js';
import { screen } from './streams.js';

const folder = mkdtempSync(join(tmpdir(), 'carboncard-since-'));
afterAll(() => rmSync(folder, { recursive: true }));

const then = join(folder, 'then.json');
const manifest = join(folder, 'carboncard.yaml');
const textOf = (energy: string, grid: number): string => `model: "A <b> | C"
phases:
  - phase: training
    name: "big | one"
    grid: { intensity: ${grid} g/kWh }
    energy: { value: ${energy}, boundary: facility, cite: "Meter <1>" }
    system_boundary: [dynamic]
`;

async function typed(...argv: readonly string[]) {
  const { terminal, stdout, stderr } = screen({ columns: 200 });
  const code = await run(['explain', ...argv, '-m', manifest], { terminal, env: {} });
  return { code, stdout: stdout(), stderr: stderr() };
}

beforeAll(async () => {
  writeFileSync(manifest, textOf('100 kWh', 100));
  writeFileSync(then, JSON.stringify((await assessFile(manifest)).assessment));
  writeFileSync(manifest, textOf('250 kWh', 90));
});

describe('explain --since', () => {
  it('prints the figure before and now, and parts that add up as printed', async () => {
    const { code, stdout, stderr } = await typed('--since', then);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Development: 10.0 kg CO₂e → 22.5 kg CO₂e\n');
    expect(stdout).toContain('exactly +12.5 kg CO₂e; now 225 % of the figure before\n');
    const rows = [...stdout.matchAll(/^ {4}(\S.*?) +([+\u2212])([\d.]+)\u202fkg CO₂e {2}/gm)].map(([, name, sign, value]) => [
      name,
      Number(`${sign === '+' ? '' : '-'}${value}`),
    ]);
    expect(rows).toEqual([
      ['Training (big | one): energy', 14.25],
      ['Training (big | one): grid intensity', -1.75],
      ['sum', 12.5],
    ]);
  });

  it('prints what each value was and is, why, and where it is', async () => {
    const { stdout } = await typed('--since', then);
    expect(stdout).toMatch(
      /cause {6}the manifest states another value\n {2}before {5}100 kWh .*; declared\n {2}now {8}250 kWh .*; declared\n {2}source {5}Meter <1>\n/,
    );
    expect(stdout).toContain(`given in   ${manifest}:6:13, phases[0].energy\n`);
    expect(stdout).toContain('in lines   training.big | one.dynamic +14.3 kg CO₂e\n');
  });

  it('takes a line', async () => {
    const { stdout } = await typed('training.big-|-one.dynamic', '--since', then);
    expect(stdout).toContain('training.big-|-one.dynamic: 10.0 kg CO₂e → 22.5 kg CO₂e\n');
    expect((await typed('embodied', '--since', then)).stderr).toContain('error[unknown-line]');
  });

  it('says that nothing changed', async () => {
    const same = join(folder, 'same.json');
    writeFileSync(same, JSON.stringify((await assessFile(manifest)).assessment));
    const { code, stdout } = await typed('--since', same);
    expect(code).toBe(0);
    expect(stdout).toContain('The figure is the same.\n');
    expect(stdout).toContain('Nothing changed.\n');
  });

  it('says that only an interval changed, with the input that has another range', async () => {
    const other = join(folder, 'other.json');
    const now = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, now.replace('250 kWh,', '250 kWh, low: 200 kWh, high: 400 kWh,'));
    writeFileSync(other, JSON.stringify((await assessFile(manifest)).assessment));
    writeFileSync(manifest, now);
    const { stdout } = await typed('--since', other);
    expect(stdout).toContain('The figure is the same, and its interval changed.\n');
    expect(stdout).toContain('Training (big | one): energy, another range\n');
    expect(stdout).not.toContain('Nothing changed.');
  });

  it('prints data', async () => {
    const { stdout } = await typed('--since', then, '--json');
    const history = JSON.parse(stdout) as AssessmentHistory;
    expect(history.figures.map(({ id, difference }) => [id, difference])).toEqual([['development', { value: 12.5, unit: 'kgCO2e' }]]);
    expect(history.before).toMatchObject({ from: 'assessment', file: then });
    expect(history.now).toMatchObject({ from: 'manifest', file: manifest });
  });

  it.each([
    ['not-in-repository', 2, 'v1.0'],
    ['not-in-repository', 2, 'v1.0..'],
    ['not-found', 2, join(folder, 'absent.json')],
    ['usage', 2, ''],
  ])('%s, exit code %i: %j', async (id, exit, since) => {
    const { code, stdout, stderr } = await typed('--since', since);
    expect([code, stdout]).toEqual([exit, '']);
    expect(stderr).toContain(`error[${id}]`);
  });

  it('refuses a folder of reports that it would not read', async () => {
    const { code, stderr } = await typed('-o', 'reports');
    expect(code).toBe(2);
    expect(stderr).toContain('`-o` of `explain` is used with `--since` alone');
  });

  it('is missing something where there is no git', async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = '/nowhere';
    const { code, stderr } = await typed('--since', 'v1.0');
    process.env['PATH'] = path;
    expect(code).toBe(3);
    expect(stderr).toContain('git is missing');
  });
});

describe('the table of revisions', () => {
  const timeline = (rows: Timeline['rows']): Timeline => ({
    range: 'v1.0..',
    file: 'carboncard.yaml',
    model: { name: 'M', slug: 'm' },
    figure: 'development',
    rows,
  });

  it('has a row for each, with figures in one unit, and what cannot be read', async () => {
    const { timelineBlocks } = await import('../../../src/cli/texts/timeline-text.js');
    const { pageText } = await import('../../../src/cli/texts/page.js');
    const kg = (value: number) => ({ value, unit: 'kgCO2e' as const });
    const change = { cause: 'manifest', what: 'energy', difference: kg(-600) } as const;
    const at = (commit: string) => ({ from: 'assessment', commit, date: '2026-03-01' }) as const;
    const text = pageText(
      timelineBlocks(
        timeline([
          { at: { ...at('a'.repeat(40)), revision: 'v1.0' }, figure: kg(1600) },
          {
            at: { ...at('b'.repeat(40)), tags: ['v1.1'] },
            figure: kg(1000),
            difference: kg(-600),
            mainCause: { ...change, before: { value: 16, unit: 'MWh' }, now: { value: 10, unit: 'MWh' } },
            changes: 3,
          },
          { at: at('c'.repeat(40)), fault: { id: 'x', severity: 'error', message: 'It is not JSON.' } },
          { at: at('d'.repeat(40)) },
          { at: { from: 'manifest', file: 'carboncard.yaml' }, figure: kg(1000), difference: kg(0), onlyInterval: true },
        ]),
      ),
      { columns: 100, paint: (line) => line },
    );
    expect(text.split('\n')).toEqual([
      'M',
      'Development in t CO₂e, v1.0..',
      '',
      '  revision          date  figure  difference  main cause',
      '  v1.0        2026-03-01    1.60              first of the list',
      '  v1.1        2026-03-01    1.00      \u22120.600  energy: 16 → 10\u202fMWh, and 2 more',
      "  cccccccccc  2026-03-01                      the report can't be read: It is not JSON.",
      '  dddddddddd  2026-03-01                      no report',
      '  now                       1.00              the same figure, another interval',
      '',
      'All that changed since one of them:',
      '  carboncard explain --since v1.0',
    ]);
  });
});
