import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commands } from '../../../src/cli/command-table.js';
import { flagOf, shells } from '../../../src/cli/command-words.js';
import { run } from '../../../src/cli/run.js';
import { outputIds } from '../../../src/outputs/ids.js';
import { screen } from './streams.js';

const folder = mkdtempSync(join(tmpdir(), 'carboncard-'));
mkdirSync(join(folder, 'a folder'));
for (const name of ['carboncard.yaml', 'my card.md']) writeFileSync(join(folder, name), '');
afterAll(() => rmSync(folder, { recursive: true }));

async function scriptFor(shell: string): Promise<string> {
  const { terminal, stdout } = screen();
  expect(await run(['completion', shell], { terminal, env: {} })).toBe(0);
  return stdout();
}

const isInstalled = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;
const bash = await scriptFor('bash');

/** What bash offers when Tab is pressed behind the last word. */
function offered(...words: readonly string[]): readonly string[] {
  const script = `${bash}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _carboncard; for word in "\${COMPREPLY[@]}"; do printf '%s\\n' "$word"; done`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script, 'bash', 'carboncard', ...words], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

describe('completion in bash', () => {
  it('offers every command', () => {
    expect(offered('')).toEqual([...commands.map(({ name }) => name), 'help']);
    expect(offered('re')).toEqual(['render']);
    expect(offered('help', 'ch')).toEqual(['check']);
  });

  it.each(commands.map(({ name, options }) => [name, options] as const))('offers the options of %s', (name, options) => {
    expect(offered(name, '--')).toEqual(['--help', ...options.map(({ flags }) => flagOf(flags).long)]);
  });

  it('offers the formats, also behind a comma, and none twice', () => {
    expect(offered('render', '--format', '')).toEqual([...outputIds]);
    expect(offered('render', '--format', 'md,p')).toEqual(['md,pdf']);
    expect(offered('render', '--format', '=', 'md,')).toEqual(outputIds.filter((id) => id !== 'md').map((id) => `md,${id}`));
    expect(offered('audit', '--format', 's')).toEqual(['sarif']);
  });

  it('offers files where a file is meant, folders where a folder is, and nothing for free text', () => {
    expect(offered('card', 'my')).toEqual(['my card.md']);
    expect(offered('render', 'x.yaml', '-o', '')).toEqual(['a folder']);
    expect(offered('check', '--card', 'my')).toEqual(['my card.md']);
    expect([offered('explain', ''), offered('init', '--model', '')]).toEqual([[], []]);
  });
});

describe('completion', () => {
  it.each(shells.filter(isInstalled))('is a script that %s can read', async (shell) => {
    const file = join(folder, `script.${shell}`);
    writeFileSync(file, await scriptFor(shell));
    const { status, stderr } = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  it.each(['zsh', 'fish'])('in %s names each command, and each option in its words', async (shell) => {
    const script = await scriptFor(shell);
    const words = commands.flatMap(({ name, options }) => [name, ...options.map(({ flags }) => flagOf(flags).long.slice(2))]);
    expect(words.filter((word) => !script.includes(word))).toEqual([]);
  });

  it.runIf(isInstalled('fish'))('in fish offers what the last word may be', async () => {
    const complete = `${await scriptFor('fish')}\ncomplete -C 'carboncard schema '`;
    expect(spawnSync('fish', ['--no-config', '-c', complete], { encoding: 'utf8' }).stdout.trim().split('\n')).toEqual([
      'assessment',
      'manifest',
    ]);
  });

  it('names the shells for another', async () => {
    const { terminal, stderr } = screen();
    expect(await run(['completion', 'bsh'], { terminal, env: {} })).toBe(2);
    expect(stderr()).toBe('error[unknown-shell]: Unknown shell `bsh`.\n  expected: one of bash, zsh, fish\n  did you mean bash?\n');
  });
});
