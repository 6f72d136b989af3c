import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasGit, type MadeRepository, madeRepository, needsGit } from '../unit/git-repository.js';
import { blocksOf, pattern, root } from './blocks.js';

const page = 'docs/history.md';
const main = join(root, 'dist/cli/main.js');
const versions = ['v1.0', 'v1.1', 'v2.0'];

/** Examples that a repository made of fixtures/history gives: \`\`\`console fixtures/history */
const blocks = blocksOf(page).filter(({ language }) => language === 'console fixtures/history');

it(`${page} has examples`, () => {
  expect(blocks.length).toBeGreaterThan(1);
});

describe.skipIf(!hasGit)(needsGit(page), () => {
  let made: MadeRepository;
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, [main, ...words], {
      cwd: made.folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', COLUMNS: '100' },
    });

  beforeAll(() => {
    made = madeRepository();
    for (const version of versions) {
      made.write({ 'carboncard.yaml': readFileSync(join(root, `fixtures/history/${version}.yaml`), 'utf8') });
      expect(run('render', '--format', 'json').status).toBe(0);
      made.commit({});
      made.git('tag', version);
    }
  });
  afterAll(() => made.remove());

  it.each(blocks.map((block) => [`line ${block.line}`, block] as const))('shows what is printed: %s', (_, { text }) => {
    const [command = '', ...expected] = text.split('\n');
    expect(command).toMatch(/^\$ carboncard explain /);
    const { stdout, stderr } = run(...command.split(' ').slice(2));
    expect(stderr).toBe('');
    expect(`${stdout.replaceAll('\u202f', ' ').trimEnd()}\n`).toMatch(pattern(expected.join('\n').replaceAll('\u202f', ' ')));
  });
});
