import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { root } from './runner.js';

vi.setConfig({ testTimeout: 120_000 });

const temporary = mkdtempSync(join(tmpdir(), 'carboncard-templates-'));
afterAll(() => rmSync(temporary, { recursive: true }));
const read = (file: string): unknown => parse(readFileSync(join(root, file), 'utf8'));

/** Programs that only write down what they were called with, and carboncard under its own name and through npx. */
const bin = join(temporary, 'bin');
mkdirSync(bin);
const calls = join(temporary, 'calls');
const main = join(root, 'dist/cli/main.js');
symlinkSync(main, join(bin, 'carboncard'));
writeFileSync(join(bin, 'npx'), `#!/bin/sh\nshift 2\nexec '${main}' "$@"\n`, { mode: 0o755 });
for (const name of ['pip', 'hf']) writeFileSync(join(bin, name), `#!/bin/sh\necho "${name} $*" >> '${calls}'\n`, { mode: 0o755 });

function run(folder: string, command: string, env: Readonly<Record<string, string>> = {}) {
  const surroundings = { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}`, NO_COLOR: '1', GITHUB_ACTIONS: '', ...env };
  return spawnSync('bash', ['-e', '-o', 'pipefail', '-c', command], { cwd: folder, encoding: 'utf8', env: surroundings });
}

/** A folder with a card that is up to date, and with one whose figures a person changed. */
function cards(): { readonly right: string; readonly wrong: string } {
  const [right, wrong] = ['right', 'wrong'].map(() => mkdtempSync(join(temporary, 'card-'))) as [string, string];
  for (const folder of [right, wrong]) {
    cpSync(join(root, 'fixtures/cards/small-lm/before/README.md'), join(folder, 'README.md'));
    const manifest = readFileSync(join(root, 'fixtures/cards/small-lm/carboncard.yaml'), 'utf8');
    writeFileSync(join(folder, 'carboncard.yaml'), `${manifest}\noutput: { formats: [md, json] }\n`);
    expect(run(folder, 'carboncard card README.md').status).toBe(0);
  }
  const card = readFileSync(join(wrong, 'README.md'), 'utf8');
  const [, total = ''] = /emitted about \*\*(\d+)/.exec(card) ?? [];
  writeFileSync(join(wrong, 'README.md'), card.replaceAll(total, String(Number(total) + 100)));
  return { right, wrong };
}

const { right, wrong } = cards();

describe('the hooks of pre-commit', () => {
  const hooks = read('.pre-commit-hooks.yaml') as readonly {
    readonly id: string;
    readonly entry: string;
    readonly args?: readonly string[];
    readonly language: string;
    readonly files?: string;
    readonly pass_filenames?: boolean;
  }[];

  it('are two, of the language that npm installs', () => {
    expect(hooks.map(({ id, language }) => [id, language])).toEqual([
      ['carboncard-check', 'node'],
      ['carboncard-audit', 'node'],
    ]);
  });

  it.each(hooks)('$id passes the card that is right, and fails the other', ({ entry, args = [], pass_filenames, files }) => {
    const command = [entry, ...args, ...(pass_filenames === false ? [] : ['README.md'])].join(' ');
    expect('README.md').toMatch(new RegExp(files ?? ''));
    expect([run(right, command).status, run(wrong, command).status]).toEqual([0, 1]);
  });
});

describe('the template for GitLab', () => {
  interface Job {
    readonly script: readonly string[];
    readonly artifacts: { readonly when: string; readonly reports: { readonly codequality: string } };
  }
  const template = read('docs/ci/gitlab.yml') as Readonly<Record<string, Job>> & { readonly variables: Readonly<Record<string, string>> };

  it.each(['carbon-check', 'carbon-audit'])('%s writes a code quality report, green and red', (name) => {
    const { script, artifacts } = template[name] as Job;
    const reports = [right, wrong].map((folder) => {
      const { status, stderr } = run(folder, script.join('\n'), template.variables);
      expect([status, stderr]).toEqual([folder === right ? 0 : 1, expect.any(String)]);
      return JSON.parse(readFileSync(join(folder, artifacts.reports.codequality), 'utf8')) as readonly Record<string, unknown>[];
    });
    const [green = [], red = []] = reports;
    expect(green.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(red.length).toBeGreaterThan(0);
    for (const issue of red)
      expect(issue).toEqual({
        description: expect.stringMatching(/./),
        check_name: expect.stringMatching(/^[a-z-]+$/),
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
        severity: expect.stringMatching(/^(?:info|minor|major)$/),
        location: { path: expect.stringMatching(/^[^./]/), lines: { begin: expect.any(Number) } },
      });
    expect(red).toContainEqual(expect.objectContaining({ severity: 'major', location: expect.objectContaining({ path: 'README.md' }) }));
    expect(artifacts.when).toBe('always');
  });

  it('leaves a summary of the check', () => {
    expect(readFileSync(join(wrong, 'carbon-summary.md'), 'utf8')).toContain('carboncard check: not up to date');
  });
});

describe('the workflow for a model on the Hub', () => {
  interface Step {
    readonly name?: string;
    readonly uses?: string;
    readonly run?: string;
    readonly with?: object;
  }
  const { jobs } = read('docs/ci/hub.yml') as { readonly jobs: { readonly render: { readonly steps: readonly Step[] } } };
  const steps = jobs.render.steps;

  it('renders with the action', () => {
    expect(steps.find(({ uses = '' }) => uses.includes('/carboncard@'))?.with).toEqual({ mode: 'render' });
  });

  it('commits and uploads the card and what is beside it, and nothing else', () => {
    const [remote, folder] = [join(temporary, 'remote.git'), join(temporary, 'clone')];
    for (const command of [`git init -q --bare -b main '${remote}'`, `git clone -q '${remote}' '${folder}'`])
      expect(run(temporary, command).status).toBe(0);
    cpSync(right, folder, { recursive: true });
    expect(
      run(
        folder,
        'git checkout -qB main && git add -A && git -c user.name=A -c user.email=a@example.org commit -qm A && git push -q -u origin main',
      ).status,
    ).toBe(0);
    writeFileSync(join(folder, 'carbon/report.md'), 'changed');
    for (const { run: command } of steps.filter(({ run: command }) => command !== undefined)) {
      const { status, stderr } = run(folder, command ?? '', { HF_REPO: 'my-org/my-model', HF_TOKEN: 'secret' });
      expect(status, stderr).toBe(0);
    }
    expect(run(folder, "git log -1 --format='%s' origin/main").stdout).toBe('Render the carbon section\n');
    const uploads = readFileSync(calls, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('hf '));
    expect(uploads.map((line) => line.split(' ').slice(0, 5).join(' '))).toEqual([
      'hf upload my-org/my-model README.md README.md',
      'hf upload my-org/my-model carbon carbon',
    ]);
    expect(existsSync(join(folder, 'carbon'))).toBe(true);
    expect(readFileSync(calls, 'utf8')).not.toContain('secret');
  });
});
