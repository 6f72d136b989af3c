import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { action, root, runAction } from './runner.js';

vi.setConfig({ testTimeout: 240_000 });

const temporary = mkdtempSync(join(tmpdir(), 'carboncard-action-'));
afterAll(() => rmSync(temporary, { recursive: true }));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const manifest = readFileSync(join(root, 'fixtures/cards/small-lm/carboncard.yaml'), 'utf8');

function git(folder: string, ...words: readonly string[]): void {
  const { status, stderr } = spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
}

/** A repository with the card of `fixtures/cards/small-lm`, as it was before or after carboncard. */
function repository(state: 'before' | 'after', at = '.'): string {
  const folder = mkdtempSync(join(temporary, 'repository-'));
  mkdirSync(join(folder, at), { recursive: true });
  cpSync(join(root, 'fixtures/cards/small-lm', state), join(folder, at), { recursive: true });
  writeFileSync(join(folder, at, 'carboncard.yaml'), manifest);
  // Without the PDF, for which a browser would be started in each job.
  if (state === 'after') {
    const words = [join(root, 'dist/cli/main.js'), 'card', 'README.md', '--format', 'md,json,charts', '--quiet'];
    expect(spawnSync(process.execPath, words, { cwd: join(folder, at) }).status).toBe(0);
  }
  git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'Add a model');
  return folder;
}

describe('the action on a card that is up to date', () => {
  const folder = repository('after');
  const job = runAction(folder, temporary, { format: 'md,json,charts' });

  it('is green, and annotates no error', () => {
    expect(job.log).toContain('Up to date');
    expect([job.code, job.annotations.filter((line) => line.startsWith('::error'))]).toEqual([0, []]);
    expect(job.ran).toEqual(['Install carboncard', 'Check', 'Audit']);
    expect(job.outputs).toMatchObject({ 'up-to-date': 'true', changed: '' });
  });

  it('installs the version of the action', () => {
    expect(job.log).toMatch(new RegExp(`^npm install .* carboncard@${version.replaceAll('.', '\\.')}$`, 'm'));
  });

  it('shows totals, parts as bars, and the picture of the commit in the summary', () => {
    expect(job.summary).toContain('### carboncard check: up to date');
    expect(job.summary).toMatch(/^\| small-lm-125m \| (\d+).kg.CO₂e \| \1.kg.CO₂e \| \d+–\u2060?\d+.kg.CO₂e \|$/m);
    expect(job.summary).toMatch(/^\| Computing \| \d+.kg.CO₂e \| \d+.% \| █+ \|$/m);
    expect(job.summary).toMatch(
      /^!\[[^\]]+\]\(https:\/\/github\.com\/an-org\/a-model\/raw\/0123456789abcdef0123456789abcdef01234567\/carbon\/breakdown\.png\)$/m,
    );
    expect(job.summary).not.toContain('data:');
  });

  it('leaves the findings as SARIF outside the repository, and the repository as it was', () => {
    const { sarif = '' } = job.outputs;
    expect(sarif.startsWith(folder)).toBe(false);
    expect(JSON.parse(readFileSync(sarif, 'utf8'))).toMatchObject({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'carboncard' } } }],
    });
    git(folder, 'diff', '--exit-code');
  });
});

describe('the action on a card that a person changed', () => {
  const folder = repository('after', 'models/small');
  const file = join(folder, 'models/small/README.md');
  const card = readFileSync(file, 'utf8');
  const [, total = ''] = /emitted about \*\*(\d+)/.exec(card) ?? [];
  const wrong = String(Number(total) + 100);
  writeFileSync(file, `${card.replaceAll(total, wrong)}\n## More\n\nA PUE of 0.9, by the operator.\n`);
  const job = runAction(folder, temporary, { 'working-directory': 'models/small', format: 'md,json,charts', sarif: 'out/found.sarif' });

  it('is red, and audits all the same', () => {
    expect(job.code).toBe(1);
    expect(job.ran).toEqual(['Install carboncard', 'Check', 'Audit']);
    expect(job.outputs).toMatchObject({ 'up-to-date': 'false', sarif: 'models/small/out/found.sarif' });
  });

  it('annotates the lines in question', () => {
    expect(job.annotations).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^::error file=README\.md,line=\d+,title=out-of-date::.*To update: carboncard card README\.md/),
        expect.stringMatching(/^::error file=README\.md,line=\d+,col=\d+,title=pue-below-one::/),
      ]),
    );
  });

  it('shows old and new in the summary, what to do, and what the audit found', () => {
    expect(total).not.toBe('');
    expect(job.summary).toContain('### carboncard check: not up to date');
    expect(job.summary.replaceAll(/[\u00a0\u202f\u2060]/g, ' ')).toContain(`${wrong} kg → ${total} kg CO₂e`);
    expect(job.summary).toContain('carboncard card README.md');
    expect(job.summary).toMatch(/^### carboncard audit: 3 errors$/m);
    expect(job.summary).toContain('pue-below-one');
    const found = JSON.parse(readFileSync(join(folder, 'models/small/out/found.sarif'), 'utf8')) as { runs: { results: unknown[] }[] };
    expect(found.runs[0]?.results.length).toBeGreaterThan(0);
  });
});

describe('the action with `mode: render`', () => {
  const folder = repository('before');
  const job = runAction(folder, temporary, { mode: 'render', format: 'md,json', manifests: '\n  carboncard.yaml  \n\n' });

  it('is green, and writes reports and card', () => {
    expect(job.code, job.log).toBe(0);
    expect(job.ran).toEqual(['Install carboncard', 'Check', 'Render', 'Card', 'Audit']);
    expect(job.outputs).toMatchObject({ 'up-to-date': 'false', changed: 'true' });
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('<!-- carboncard:begin');
    expect(existsSync(join(folder, 'reports/small-lm/assessment.json'))).toBe(true);
    expect(job.summary).toContain('The job has written these files again.');
  });

  it('has nothing to do the second time, whatever else is in the working tree', () => {
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'Render');
    writeFileSync(join(folder, 'notes ü.txt'), 'Of another step.\n');
    writeFileSync(join(folder, 'carboncard.yaml'), `${manifest}\n`);
    git(folder, 'add', 'carboncard.yaml');
    const again = runAction(folder, temporary, { mode: 'render', format: 'md,json' });
    expect([again.code, again.outputs['up-to-date'], again.outputs['changed']]).toEqual([0, 'true', 'false']);
  });
});

describe('the action on manifests without a card', () => {
  it('audits all that a pattern names', () => {
    const folder = repository('before');
    for (const name of ['one', 'two']) {
      mkdirSync(join(folder, 'models', name), { recursive: true });
      writeFileSync(join(folder, 'models', name, 'carboncard.yaml'), manifest.replaceAll('small-lm', `${name}-lm`));
    }
    const job = runAction(folder, temporary, { mode: 'render', format: 'md,json', card: '', manifests: 'models/*/carboncard.yaml' });
    expect(job.ran).toEqual(['Install carboncard', 'Check', 'Render', 'Card', 'Audit']);
    expect(job.log).not.toContain('Nothing to audit');
    expect(job.log).toMatch(/2 files/);
    expect([job.code, job.outputs['changed']]).toEqual([0, 'true']);
  });
});

describe('an input is text', () => {
  it('is no command of the shell, and no option', () => {
    const folder = repository('after');
    const name = 'a "$(touch made)" `touch made`; touch made #.yaml';
    const job = runAction(folder, temporary, { manifests: name, card: '', mode: 'check' });
    expect(job.code).toBe(2);
    expect(existsSync(join(folder, 'made'))).toBe(false);
    expect(job.summary).toContain('no-manifest-found');
  });

  it('names a mode that is unknown', () => {
    const job = runAction(repository('after'), temporary, { mode: 'rendr', audit: 'false' });
    expect([job.code, job.annotations]).toEqual([2, ['::error title=mode::Unknown mode. Expected: check or render.']]);
  });

  it('reaches a step through the environment alone', () => {
    const inShell = action.runs.steps.filter(({ run = '' }) => run.includes('${{'));
    expect(inShell).toEqual([]);
  });
});
