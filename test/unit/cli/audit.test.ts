import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.js';
import { auditIds } from '../../../src/verbs/audit.js';
import { type ScreenOptions, screen } from './streams.js';

const folder = mkdtempSync(join(tmpdir(), 'carboncard-audit-'));
afterAll(() => rmSync(folder, { recursive: true }));
const bloom = fileURLToPath(new URL('../../../fixtures/runs/bloom/carboncard.yaml', import.meta.url));

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function typed(argv: readonly string[], options: ScreenOptions = {}) {
  const { terminal, stdout, stderr } = screen(options);
  const code = await run(['audit', ...argv], { terminal, env: options.env ?? {} });
  return { code, stdout: stdout(), stderr: stderr() };
}

const right = written(
  'right.md',
  '# A\n\n## Environmental Impact\n\n- **Carbon Emitted:** 5 kg CO2eq, without embodied emissions and inference\n',
);
const silent = written('silent.md', '# B\n\n## Environmental Impact\n\n- **Carbon Emitted:** 7 kg CO2eq, without inference\n');
const wrong = written('wrong, 100%.md', '# C\n\n## Environmental Impact\n\n- PUE: 0.9\n- **Hours used:** {{ hours\u001b[2J }}\n');

describe('audit', () => {
  it('says where, what, what was expected, and ends with 1', async () => {
    const { code, stdout, stderr } = await typed([wrong]);
    expect(code).toBe(1);
    expect(stdout).toContain(`${wrong}:5:8: error[pue-below-one]: Invalid PUE 0.9: below 1.\n  5 | - PUE: 0.9\n`);
    expect(stdout).toContain(':6:19: warning[placeholder-left]: Placeholder left: {{ hours␛[2J }}');
    expect(stderr).toBe(`Findings in ${wrong}: 1 error, 1 warning.\nSee docs/audits/pue-below-one.md, docs/audits/placeholder-left.md.\n`);
  });

  it('ends with 0 where nothing, or nothing but a note, was found', async () => {
    expect(await typed([right])).toEqual({ code: 0, stdout: '', stderr: `No findings in ${right}.\n` });
    const { code, stdout } = await typed([silent, bloom]);
    expect([code, stdout.match(/\[[a-z-]+\]/g)]).toEqual([0, ['[embodied-silent]']]);
  });

  it('gives JSON', async () => {
    const { code, stdout, stderr } = await typed(['--json', wrong, bloom]);
    expect([code, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      files: [
        {
          file: wrong,
          kind: 'card',
          findings: [{ id: 'pue-below-one', severity: 'error', line: 5, column: 8 }, { id: 'placeholder-left' }],
        },
        { file: bloom, kind: 'manifest', findings: [] },
      ],
    });
  });

  it('gives SARIF 2.1.0', async () => {
    const { code, stdout } = await typed(['--format', 'sarif', wrong]);
    expect(code).toBe(1);
    const log = JSON.parse(stdout);
    expect(log).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'carboncard' } }, columnKind: 'utf16CodeUnits' }] });
    const [{ tool, results }] = log.runs;
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(auditIds);
    for (const rule of tool.driver.rules) {
      expect(rule.shortDescription.text).not.toBe('');
      expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration.level);
    }
    expect(results).toHaveLength(2);
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect(['error', 'warning', 'note']).toContain(level);
      expect(message.text).not.toBe('');
      const [{ physicalLocation }] = locations;
      expect(decodeURIComponent(new URL(physicalLocation.artifactLocation.uri).pathname)).toBe(wrong);
      expect(physicalLocation.region.startLine).toBeGreaterThan(0);
      expect(physicalLocation.region.startColumn).toBeGreaterThan(0);
    }
  });

  it('gives SARIF without results where nothing was found', async () => {
    const { code, stdout } = await typed(['--format', 'sarif', right]);
    expect([code, JSON.parse(stdout).runs[0].results]).toEqual([0, []]);
  });

  it.each([
    ['asked for', ['--format', 'github'], {}],
    ['in a workflow', [], { GITHUB_ACTIONS: 'true' }],
  ])('gives annotations for GitHub: %s', async (_, argv, env) => {
    const { code, stdout } = await typed([...argv, wrong], { env });
    expect(code).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^::error file=[^,:]*wrong%2C 100%25\.md,line=5,col=8,title=pue-below-one::.*%0Aexpected: /);
    expect(lines[1]).toMatch(/^::warning file=/);
  });

  it('gives text in a workflow too, where asked', async () => {
    const { stdout } = await typed(['--format', 'text', wrong], { env: { GITHUB_ACTIONS: 'true' } });
    expect(stdout).toContain('error[pue-below-one]');
  });

  it("takes a manifest's settings, and a card's own before them", async () => {
    const manifest = written(
      'settings.yaml',
      'model: A\nhardware: A100 80GB\naccelerator_hours: 10\nsite: FR\naudits: { pue-below-one: note, placeholder-left: off }\n',
    );
    const { code, stdout } = await typed(['-m', manifest, wrong]);
    expect([code, stdout.match(/\w+\[[a-z-]+\]/g)]).toEqual([0, ['note[pue-below-one]']]);
    const own = written('own.md', '# D\n\n<!-- carboncard-audit pue-below-one: error -->\n\nThe PUE is 0.9.\n');
    expect((await typed(['-m', manifest, own])).code).toBe(1);
  });

  it('gives one format at a time', async () => {
    const { code, stdout } = await typed(['--json', '--format', 'sarif', right]);
    expect([code, JSON.parse(stdout)]).toMatchObject([2, { diagnostics: [{ id: 'one-format' }] }]);
  });

  it('lists the audits', async () => {
    const { code, stdout } = await typed(['--list']);
    expect([code, stdout.trimEnd().split('\n').length]).toEqual([0, auditIds.length]);
    expect(stdout).toMatch(/^pue-above-two +warning or error {2}/m);
  });

  it.each([
    ['no claim at all', 'plain.md', '# A\n\nA model of birds.\n'],
    ['metadata without emissions', 'licence.md', '---\nlicense: mit\n---\n\n# A\n'],
    ['hours, and no emissions', 'hours', 'Trained for 3 weeks.\n'],
    ['a text', 'words.txt', 'Nothing of it is about carbon.\n'],
  ])('says that there is no claim, and ends with 0: %s', async (_, name, text) => {
    const file = written(name, text);
    const { code, stdout, stderr } = await typed([file]);
    expect([code, stdout.trim()]).toEqual([0, `${file}: note[no-claim]: No claim about emissions found in ${file}.`]);
    expect(stderr).toContain(`Findings in ${file}: 1 note.\n`);
    const json = JSON.parse((await typed(['--json', file])).stdout);
    expect(json.files[0].findings).toMatchObject([{ id: 'no-claim', severity: 'note' }]);
  });

  it.each([
    ['x.xml', '<?xml version="1.0"?>\n<a/>\n', 'XML'],
    ['x.html', '<p>5 kg CO2eq</p>\n', 'HTML'],
    ['page.md', '<!DOCTYPE html>\n<html><p>5 kg CO2eq</p></html>\n', 'HTML'],
    ['x.toml', 'a = 1\n', 'TOML'],
    ['carbon.txt', 'a\n', 'carbon.txt, which lists addresses and no claims'],
    ['theirs.txt', '# ours\nversion = "0.5"\n\n[org]\ndisclosures = []\n', 'carbon.txt, which lists addresses and no claims'],
    ['carbon.tex', '\\def\\carbontotal{5}\n', 'LaTeX'],
    ['x.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>\n', 'SVG'],
    ['x.pdf', '%PDF-1.7\n\u0000', 'PDF'],
    ['x.png', '\u0000', 'an image'],
    ['x.hpp', 'int x;\n', 'files named .hpp'],
  ])('refuses a format that it does not read, with those that it reads: %s', async (name, text, what) => {
    const file = written(name, text);
    const { code, stdout, stderr } = await typed([file]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`error[unread-format]: Unsupported: ${what}.`);
    expect(stderr).toContain('expected: a model card in Markdown, a manifest in YAML or JSON, an assessment.json');
    expect(stderr).not.toContain('carboncard audit ');
  });

  it('reads a text of any name that has a claim', async () => {
    const { code, stdout } = await typed([written('README.md.old', '# A\n\nThe PUE is 0.9.\n')]);
    expect([code, stdout]).toEqual([1, expect.stringContaining('error[pue-below-one]')]);
  });

  it('names the assessment beside a file of a report', async () => {
    mkdirSync(join(folder, 'report'));
    const assessment = written('report/assessment.json', '{}');
    for (const name of ['carbon.html', 'carbon.txt', 'sci.json'])
      expect((await typed([written(`report/${name}`, '{}')])).stderr).toContain(`\`carboncard audit ${assessment}\``);
  });

  it.each([
    ['no file', [], 'error[usage]'],
    ['a file that is not there', [join(folder, 'absent.md')], 'error[not-found]'],
    ['a folder', [folder], 'error[is-a-folder]'],
    ['a format that is not there', ['--format', 'sarrif', right], 'did you mean sarif?'],
    ['JSON that is none', [written('broken.json', '{ "lines": [')], 'error[not-json]'],
    ['another kind of JSON', [written('other.json', '{ "a": 1 }')], 'error[not-audited]'],
    ['a manifest with faults', [written('faulty.yaml', 'model: A\nphases: []\n')], 'error[no-phases]'],
    [
      'an unknown audit in a comment',
      [written('unknown.md', '# A\n\n<!-- carboncard-audit pue-below-on: off -->\n')],
      'unknown.md:3:1: error[unknown-audit]',
    ],
  ])('ends with 2 and says why: %s', async (_, argv, said) => {
    const { code, stdout, stderr } = await typed(argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });
});
