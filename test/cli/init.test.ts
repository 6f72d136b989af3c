import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/index.js';
import { emissionsCsv, versions } from '../unit/trackers/codecarbon-files.js';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = (name: string) => readFileSync(join(folder, name), 'utf8');
const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);

function carboncard(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('carboncard init', () => {
  it.each(
    Object.entries(versions),
  )('makes of a log of CodeCarbon %s a report without editing, with the energy of the file', (_, columns) => {
    write('emissions.csv', emissionsCsv(columns, [{}, { run_id: 'b', timestamp: '2023-11-11T08:00:00', pue: '1.25' }]));
    expect(carboncard('init', 'emissions.csv', '--model', 'my-org/probe')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('CodeCarbon, 2 runs'),
    });
    expect(carboncard('render', '--format', 'json,md')).toMatchObject({ status: 0 });
    const report = text('reports/probe/assessment.json');
    const assessment = JSON.parse(report) as Assessment;
    const energyOf = (...components: readonly string[]): number =>
      assessment.lines.filter(({ component }) => components.includes(component)).reduce((sum, { energy }) => sum + (energy?.value ?? 0), 0);
    // 1 + 1 kWh. Where the log has a PUE, the machines took 0.8 kWh of the second: 1 + 0.8 × 1.25 kWh.
    const hasPue = columns.split(',').includes('pue');
    expect(energyOf('dynamic')).toBeCloseTo(hasPue ? 1.8 : 2, 12);
    const pues = assessment.lines.flatMap(({ inputs }) => inputs).filter(({ name, path }) => name === 'PUE' && path !== undefined);
    expect(pues.map(({ value }) => value)).toEqual(hasPue ? [1.25] : []);
    // With the default share of the rest of the nodes, and the default PUE: 1.15 × (1 × 1.2 + 0.8 × 1.25), or 1.15 × 2 × 1.2.
    expect(assessment.totals.development?.energy?.value).toBeCloseTo(hasPue ? 2.53 : 2.76, 12);
    expect(energyOf('dynamic', 'host', 'overhead')).toBeCloseTo(hasPue ? 2.53 : 2.76, 12);
    expect(report).toMatch(
      /reported (?:67\.2|134)\s*g CO₂e; this assessment gives \S+\s*g CO₂e for it: the tool used a grid factor of 67\.2\s*g CO₂e\/kWh, this assessment/,
    );
    for (const written of [report, text('reports/probe/carbon.md'), text('carboncard.yaml')]) {
      expect(written).not.toMatch(/secret|48\.39|4\.486|EPYC/);
      expect(written).not.toContain(folder);
    }
  });

  it('counts a run in two logs once, and reports a backup beside the log', () => {
    const columns = versions['3.0.7'] ?? '';
    write('a.csv', emissionsCsv(columns, [{}]));
    write('b.csv', emissionsCsv(columns, [{}, { run_id: 'b', project_name: 'other' }]));
    write('b.csv.bak', emissionsCsv(columns, [{ run_id: 'c' }]));
    const { stdout, stderr } = carboncard('init', 'a.csv', 'b.csv');
    expect(stdout).toMatch(/a\.csv \(CodeCarbon, 1 run\)[\s\S]*b\.csv \(CodeCarbon, 1 run\)/);
    expect(stderr).toContain('warning[run-in-two-logs]');
    expect(stderr).toContain('warning[backup-beside]');
  });

  it('rejects a year or a time that is none, all at once, and writes nothing', () => {
    const { status, stderr } = carboncard('init', '--year', 'abc', '--time', 'long', '-o', 'bad.yaml');
    expect(status).toBe(2);
    expect(stderr).toContain('error[invalid-answer]: Invalid time `long`.');
    expect(stderr).toContain('error[invalid-answer]: Invalid year `abc`.');
    expect(stderr).toContain('fix: Give four digits, such as 2023.');
    expect(existsSync(join(folder, 'bad.yaml'))).toBe(false);
  });

  it('writes the shortest manifest without a log, from the options', () => {
    const args = ['--model', 'M', '--hardware', '8 x A100 80GB', '--time', '3 weeks', '--place', 'aws us-west-2', '--year', '2023'];
    expect(carboncard('init', ...args, '-o', 'm.yaml').stdout).toContain(
      'Written: m.yaml, with 0 open questions\nNext: carboncard render m.yaml\n',
    );
    expect(carboncard('init', ...args.slice(2), '-o', 'one.yaml').stdout).toContain(
      'Next: answer the open question in one.yaml (the line that ends with a question mark), then: carboncard render one.yaml\n',
    );
    expect(carboncard('render', 'm.yaml', '--format', 'json').status).toBe(0);
    expect(carboncard('init').stdout).toContain(
      'Next: answer the 5 open questions in carboncard.yaml (the lines that end with a question mark), then: carboncard render carboncard.yaml\n',
    );
    expect(text('carboncard.yaml')).toContain('# hardware: 8 x A100 80GB  # which devices, and how many?');
    const { status, stderr } = carboncard('render');
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /error\[no-phases\][\s\S]*warning\[open-questions\]: 5 questions of `carboncard init` are still open: lines 4, 5, 6, 7 and 8\./,
    );
  });

  it('never overwrites', () => {
    write('carboncard.yaml', 'mine');
    const { status, stdout, stderr } = carboncard('init', '--model', 'M');
    expect([status, stdout, stderr.includes('error[already-there]')]).toEqual([2, '', true]);
    expect([text('carboncard.yaml'), readdirSync(folder)]).toEqual(['mine', ['carboncard.yaml']]);
  });

  it.each([
    ['an empty file', '', 'error[empty-file]: The log is empty.'],
    ['another format', 'a,b\n1,2\n', 'unknown-log'],
    ['a pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n', 'pointer-file'],
    ['UTF-16', Buffer.from(`\uFEFF${emissionsCsv(versions['3.3.0'] ?? '')}`, 'utf16le'), 'not-text'],
    ['a NUL', emissionsCsv(versions['3.3.0'] ?? '', [{ os: 'a\0b' }]), 'nul-byte'],
    ['latin-1', Buffer.from(emissionsCsv(versions['3.3.0'] ?? '', [{ os: 'caf\u00e9' }]), 'latin1'), 'not-text'],
    ['a pickle', Buffer.from('\x80\x04\x95\0\0\0K\x01.', 'latin1'), 'error[pickle]'],
    ['a pickle that is text', '(dp0\nVa\np1\nI1\ns.', 'error[pickle]'],
    ['nvidia-smi without a header', '2024/10/13 03:33:31.779, 0, 19.46 W\n', 'emissions.csv:1:1: error[no-header]'],
    ['a profile of Zeus', '{"measurements": [{"power_limit": 200, "energy": 900.1, "time": 5.2}]}', 'error[zeus-profile]'],
    ['a shifted row', `${emissionsCsv(versions['3.3.0'] ?? '')}1,2\n`, 'emissions.csv:3:1: error[cell-count]'],
  ])('refuses %s, says why, and writes nothing', (_, content, said) => {
    write('emissions.csv', content);
    const { status, stdout, stderr } = carboncard('init', 'emissions.csv');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(readdirSync(folder)).toEqual(['emissions.csv']);
  });
});
