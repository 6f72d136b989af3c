import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './blocks.js';

const kinds = readdirSync(join(root, 'scripts/new'));
const id = 'moon-dust';

/** A copy of the repository, in which one entry of each kind is laid. */
const copy = mkdtempSync(join(tmpdir(), 'carboncard-new-'));
const copied = ['src', 'test', 'scripts', 'templates', 'docs', 'fixtures', 'reports', 'package.json', 'tsconfig.json', 'vitest.config.ts'];
const lay = (...words: readonly string[]) => spawnSync(process.execPath, ['scripts/new.mjs', ...words], { cwd: copy, encoding: 'utf8' });
const run = (tool: string, ...words: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'node_modules', tool), ...words], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });

const laid = new Map<string, ReturnType<typeof lay>>();

beforeAll(() => {
  for (const name of [...copied, 'biome.json', '.gitignore', '.dependency-cruiser.mjs'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const kind of kinds) laid.set(kind, lay(kind, id));
}, 240_000);
afterAll(() => rmSync(copy, { recursive: true }));

describe('npm run new', () => {
  it('has a kind for each checklist', () => {
    const checklists = [...readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').matchAll(/^### Add an? (\w+)$/gm)].map(([, kind]) => kind);
    expect(kinds.toSorted()).toEqual(checklists.toSorted());
    expect(kinds).toHaveLength(8);
  });

  it.each(kinds)('lays %s: files and entries in its tables', (kind) => {
    const { status, stdout, stderr } = laid.get(kind) ?? lay(kind, id);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const [, files = ''] = /^New: (.+)$/m.exec(stdout) ?? [];
    for (const file of files.split(', ')) expect(existsSync(join(copy, file)), file).toBe(true);
    const [, tests = ''] = /^Next: npx vitest run --project unit (.+)$/m.exec(stdout) ?? [];
    for (const test of tests.split(' ')) expect(existsSync(join(copy, test)), test).toBe(true);
    const own = files.split(', ').filter((file) => file.endsWith('.test.ts'));
    expect(own.every((file) => tests.split(' ').some((test) => file.startsWith(test)))).toBe(true);
  });

  it.each([
    ['a tracker', 'src/trackers/moon-dust.ts', 'export const messages = {'],
    ['a tracker', 'src/verbs/shared/diagnostic-ids.ts', "import type { messages as moonDustMessages } from '../../trackers/moon-dust.js';"],
    ['a tracker', 'src/verbs/shared/diagnostic-ids.ts', '  | typeof moonDustMessages'],
    ['a tracker', 'docs/trackers/moon-dust.md', '# Moon dust'],
    ['a tracker', 'scripts/trackers/examples.mjs', "  'moon-dust': { log: 'example.csv' },"],
    [
      'a tracker',
      'docs/trackers/README.md',
      '| [moon dust](moon-dust.md) | `moon-dust` | what it includes, and whether it was measured | what the log lacks |',
    ],
    ['an audit', 'docs/audits/README.md', '| [moon-dust](moon-dust.md) | warning | What does the audit ask, in one line? |'],
    ['an output', 'docs/formats/README.md', '| [`moon-dust`](moon-dust.md) | `carbon.moon-dust` | who reads it |'],
    ['an output', 'docs/formats/moon-dust.md', '# Moon dust'],
    ['an output', 'test/unit/outputs/text-is-text.test.ts', "  'moon-dust': (files) => [...files.values()].join('\\n'),"],
  ])('lays %s: a line of %s', (_, file, line) => {
    const lines = readFileSync(join(copy, file), 'utf8').split('\n');
    expect(lines.filter((other) => other.replace(/;$/, '') === line.replace(/;$/, ''))).toHaveLength(1);
  });

  it('keeps the table of audits in the order of `--list`', () => {
    const { status, stdout } = run(
      'vitest/vitest.mjs',
      'run',
      '--project',
      'unit',
      'test/unit/audits/pages.test.ts',
      '-t',
      'the list of pages',
    );
    expect(status, stdout).toBe(0);
  }, 240_000);

  it('lays what compiles and is formatted', () => {
    const types = run('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json');
    expect(types.stdout).toBe('');
    const lint = run('@biomejs/biome/bin/biome', 'ci', 'src', 'test');
    expect(lint.status, lint.stdout + lint.stderr).toBe(0);
  }, 240_000);

  it('keeps the layers', () => {
    const layers = run('dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.mjs', 'src');
    expect(layers.status, layers.stdout).toBe(0);
  }, 240_000);

  it('lays tests that fail, each with what is left to do', () => {
    const { stdout, stderr } = run('vitest/vitest.mjs', 'run', '--project', 'unit', id);
    for (const kind of kinds) {
      const source = /AssertionError: (?:Write|Fill in|Return|Render)[^\n]*/g;
      const messages = [...(stdout + stderr).matchAll(source)].map(([message]) => message);
      const [, files = ''] = /^New: (.+)$/m.exec(laid.get(kind)?.stdout ?? '') ?? [];
      const own = files.split(', ').filter((file) => /^(?:src|fixtures)\//.test(file));
      expect(
        own.some((file) => messages.some((message) => message.includes(file))),
        `${kind}: ${messages.join('\n')}`,
      ).toBe(true);
    }
  }, 240_000);

  it.each([
    ['an id that exists', ['audit', id], `audits/${id}.`],
    ['an id in another table', ['component', 'dynamic'], 'src/components/dynamic.ts exists already.'],
    ['an id in camel case', ['audit', 'moonDust'], 'kebab case'],
    ['an id that leaves its folder', ['audit', '../moon'], 'kebab case'],
    ['a word of the language', ['verb', 'import'], 'reserved'],
    ['no id', ['audit'], 'kebab case'],
    ['an unknown kind', ['gadget', id], 'Unknown kind “gadget”. Kinds: tracker, factor, component, audit, chart, section, output, verb.'],
  ])('refuses %s', (_, words, why) => {
    const { status, stderr } = lay(...words);
    expect(status).toBe(2);
    expect(stderr).toContain(why);
  });
});
