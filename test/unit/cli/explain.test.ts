import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.js';
import { width } from '../../../src/cli/texts/visible.js';
import { type ScreenOptions, screen } from './streams.js';

const folder = mkdtempSync(join(tmpdir(), 'carboncard-explain-'));
afterAll(() => rmSync(folder, { recursive: true }));
const bloom = fileURLToPath(new URL('../../../fixtures/runs/bloom/carboncard.yaml', import.meta.url));
const faulty = fileURLToPath(new URL('../../../fixtures/invalid/eight-at-once.yaml', import.meta.url));

async function typed(argv: readonly string[], options: ScreenOptions = {}) {
  const { terminal, stdout, stderr } = screen(options);
  const code = await run(argv, { terminal, env: options.env ?? {} });
  return { code, stdout: stdout(), stderr: stderr() };
}

/** Lines of a table of terms, from its heading to its sum: each id with its exact figure. */
function terms(text: string, title: string): readonly (readonly [id: string, value: number])[] {
  const lines = text.slice(text.indexOf(title)).split('\n').slice(1);
  const sum = lines.findIndex((line) => line.startsWith('  sum '));
  return lines.slice(0, sum + 1).map((line) => {
    const [, id = '', value = ''] = /^ {2}(\S.*?) +([\d.]+) kg CO₂e/.exec(line) ?? [];
    return [id, Number(value)] as const;
  });
}

describe('explain', () => {
  it.each(['Development:', 'Deployment over', 'Development + deployment over'])('prints lines that add up: %s', async (title) => {
    const { code, stdout, stderr } = await typed(['explain', '-m', bloom]);
    expect([code, stderr]).toEqual([0, '']);
    const rows = terms(stdout, title);
    const [sum, lines] = [rows.at(-1), rows.slice(0, -1)];
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.reduce((total, [, value]) => total + value, 0)).toBe(sum?.[1]);
  });

  it('prints one line with its formula, numbers, inputs and where they stand', async () => {
    // However long the path of the checkout is, its line is not wrapped.
    const { stdout } = await typed(['explain', 'training.dynamic', '-m', bloom], { columns: 200 + bloom.length });
    expect(stdout).toContain('dynamic energy = accelerator-hours × power\n');
    expect(stdout).toContain('dynamic energy = 1,082,990 h × 400 W = 433,196 kWh\n');
    expect(stdout).toContain('exactly 24692.172 kg CO₂e');
    expect(stdout).toMatch(
      /grid intensity = 57 g CO₂e\/kWh\n(?: {6}.*\n)* {6}given in .*carboncard\.yaml:21:24, sites\.jean-zay\.grid\.intensity/,
    );
    expect(stdout).toContain('BLOOM paper (JMLR 24(253), 2023), Table 1');
  });

  it('counts one request and one day in the singular', async () => {
    const one = join(folder, 'one.yaml');
    const phase =
      '{ phase: deployment, location: FR, year: 2022, energy: { value: 1 kWh, boundary: facility }, requests: 1, duration: 72 h }';
    writeFileSync(one, `model: X\nphases: [${phase}]\n`);
    const { stdout } = await typed(['explain', '-m', one], { columns: 200 });
    expect(stdout).toContain('Deployment over 3 days');
    expect(stdout).toMatch(/a request .*, over 1 request\n/);
  });

  it('has it all as JSON', async () => {
    const { stdout } = await typed(['explain', '--json', '-m', bloom]);
    expect(JSON.parse(stdout)).toMatchObject({
      model: { name: 'BLOOM' },
      totals: [{ id: 'development' }, { id: 'deployment' }, { id: 'lifecycle' }],
    });
    const line = await typed(['explain', 'training.idle', '--json', '-m', bloom]);
    expect(JSON.parse(line.stdout)).toMatchObject({ asked: 'training.idle', lines: [{ id: 'training.idle', steps: [{}, {}, {}] }] });
  });

  it('says why something is not counted', async () => {
    const { code, stdout } = await typed(['explain', 'deployment.embodied', '-m', bloom]);
    expect([code, stdout.includes('not counted'), stdout.includes("no figure is published for the endpoint's machines")]).toEqual([
      0,
      true,
      true,
    ]);
  });

  it.each([undefined, 'training', 'training.embodied', 'deployment.idle'])('keeps to the width of the terminal: %s', async (line) => {
    const { stdout } = await typed(['explain', ...(line === undefined ? [] : [line]), '-m', bloom], { columns: 50 });
    // A path, an address or a command is not broken, however long.
    const unbroken = /^ *(?:carboncard explain .*|(?:given in +)?\S+)$/;
    const tooLong = stdout.split('\n').filter((row) => width(row) > 50 && !unbroken.test(row));
    expect(tooLong).toEqual([]);
  });

  it('is bold on a terminal, and plain where that is asked for', async () => {
    const bold = expect.stringContaining('\u001b[1m');
    expect((await typed(['explain', '-m', bloom], { isTTY: true })).stdout).toEqual(bold);
    expect((await typed(['explain', '-m', bloom], { isTTY: true, env: { NO_COLOR: '1' } })).stdout).not.toEqual(bold);
    expect((await typed(['explain', '-m', bloom])).stdout).not.toEqual(bold);
  });

  it('shows what a manifest hides', async () => {
    const file = join(folder, 'bad.yaml');
    const name = '"M\\e[2J\\u202e"';
    writeFileSync(
      file,
      `model: ${name}\nphases:\n  - { phase: training, name: ${name}, energy: 1 kWh, site: { grid: { intensity: 1 g/kWh, cite: ${name} } } }\n`,
    );
    for (const argv of [['explain'], ['explain', 'training'], ['explain', '--json'], ['explain', 'training', '--json']]) {
      const { code, stdout } = await typed([...argv, '-m', file]);
      expect([code, stdout.includes('\u001b'), stdout.includes('\u202e')]).toEqual([0, false, false]);
    }
  });
});

describe('ends with 2 and prints nothing', () => {
  it('for a line that is not there, with the nearest that is', async () => {
    const { code, stdout, stderr } = await typed(['explain', 'trainig.dynamic', '-m', bloom]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('error[unknown-line]: Unknown line `trainig.dynamic`.');
    expect(stderr).toContain('did you mean training.dynamic?');
  });

  it('for a broken manifest, with all that is wrong', async () => {
    const { code, stdout, stderr } = await typed(['explain', '-m', faulty]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.match(/error\[/g)?.length).toBe(8);
    const inJson = await typed(['explain', '--json', '-m', faulty]);
    expect([inJson.code, inJson.stderr, JSON.parse(inJson.stdout).diagnostics.length]).toEqual([2, '', 8]);
  });

  it('for a manifest that is not there', async () => {
    expect(await typed(['explain', '-m', join(folder, 'absent.yaml')])).toMatchObject({ code: 2, stdout: '' });
  });

  it('for a date that is none', async () => {
    const file = join(folder, 'undated.yaml');
    writeFileSync(file, 'model: M\nhardware: A100 SXM 80GB\nduration: 3 h\nlocation: FR\nyear: 2022\n');
    expect(await typed(['explain', '-m', file], { env: { SOURCE_DATE_EPOCH: 'yesterday' } })).toMatchObject({ code: 2, stdout: '' });
  });
});
