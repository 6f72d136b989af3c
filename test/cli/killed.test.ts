import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const preload = new URL('kill-at-rename.mjs', import.meta.url).href;
const manifest = (name: string, hours: number): string =>
  `model: ${name}\nhardware: 2 x A100 80GB\nduration: ${hours} h\nlocation: France\nyear: 2022\n`;

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'carboncard-killed-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folders = 0;
/** A folder of its own, with the files of another one. */
function copyOf(folder: string): string {
  folders += 1;
  const copy = join(root, `${folders}`);
  cpSync(folder, copy, { recursive: true });
  return copy;
}

type Tree = Readonly<Record<string, string>>;

/** Every file below a folder, with its bytes. */
function tree(folder: string): Tree {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

const isTemporary = (name: string): boolean => /(?:^|\/)\.carboncard-[^/]*\.tmp$/.test(name);

/** Runs the program; with a number, the process is killed just before its file of that number takes its place. */
function carboncard(folder: string, words: string, killAt?: number) {
  const before = killAt === undefined ? [] : ['--import', preload];
  const { status, signal, stderr } = spawnSync(process.execPath, [...before, main, ...words.split(' ')], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, KILL_AT: String(killAt) },
  });
  return { status, signal, stderr };
}

interface Scene {
  /** The folder before the command. */
  readonly folder: string;
  readonly command: string;
  /** How many files take a new place. */
  readonly files: number;
  /** What says that the work is not done. */
  readonly check?: string;
}

/** Kills the command before each of its files; what is there is old or new, and the next run writes the rest. */
function killAtEach({ folder, command, files, check }: Scene, times = Array.from({ length: files }, (_, n) => n + 1)): void {
  const old = tree(folder);
  const whole = copyOf(folder);
  expect(carboncard(whole, command)).toMatchObject({ status: 0 });
  const done = tree(whole);
  const changed = Object.keys(done).filter((name) => done[name] !== old[name]);
  expect(changed).toHaveLength(files);
  for (const n of times) {
    const place = copyOf(folder);
    expect(carboncard(place, command, n)).toMatchObject({ signal: 'SIGKILL' });
    const left = tree(place);
    for (const [name, bytes] of Object.entries(left)) if (!isTemporary(name)) expect([old[name], done[name]]).toContain(bytes);
    expect(changed.filter((name) => left[name] === done[name])).toHaveLength(n - 1);
    if (check !== undefined) expect(carboncard(place, check)).toMatchObject({ status: 1, stderr: expect.not.stringContaining('error[') });
    expect(carboncard(place, command)).toMatchObject({ status: 0 });
    expect(tree(place)).toEqual(done);
  }
}

/** A folder with the files of a command that was done, and with a manifest that was changed since. */
function changedAfter(command: string, names: readonly string[], others: Tree = {}): string {
  const folder = mkdtempSync(join(root, 'scene-'));
  for (const [name, text] of Object.entries(others)) writeFileSync(join(folder, name), text);
  for (const name of names) writeFileSync(join(folder, `${name}.yaml`), manifest(name, 40));
  expect(carboncard(folder, command)).toMatchObject({ status: 0 });
  for (const name of names) writeFileSync(join(folder, `${name}.yaml`), manifest(name, 70));
  return folder;
}

describe('a process that is killed between the renames of its files', () => {
  it('leaves each file of a report old or new; `check` says so, and the next run writes the rest', () => {
    const words = 'small.yaml --format md,json';
    const folder = changedAfter(`render ${words}`, ['small']);
    killAtEach({ folder, command: `render ${words}`, files: 3, check: `check ${words}` });
  }, 180_000);

  it('leaves no half PDF beside a section that is new', () => {
    const words = 'render small.yaml --format md,pdf';
    killAtEach({ folder: changedAfter(words, ['small']), command: words, files: 3 }, [3]);
  }, 180_000);

  it('leaves a card and what is beside it old or new, in whatever order', () => {
    const folder = changedAfter('card README.md -m small.yaml --format md', ['small'], { 'README.md': '# Small\n\nText.\n' });
    const check = 'check small.yaml --card README.md --format md';
    const old = tree(folder);
    const whole = copyOf(folder);
    carboncard(whole, 'card README.md -m small.yaml --format md');
    const files = Object.entries(tree(whole)).filter(([name, bytes]) => old[name] !== bytes).length;
    killAtEach({ folder, command: 'card README.md -m small.yaml --format md', files, check });
  }, 180_000);

  it('leaves no manifest of `init`, or the whole one', () => {
    const folder = mkdtempSync(join(root, 'init-'));
    mkdirSync(join(folder, 'sub'));
    killAtEach({ folder, command: 'init --model small -o sub/carboncard.yaml', files: 1 });
  }, 60_000);
});
