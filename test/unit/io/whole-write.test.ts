import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WriteError, type WriteProblem, writeWhole } from '../../../src/io/files.js';
import { temporaryFor } from '../../../src/io/temporary.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = (entries: Readonly<Record<string, string | Uint8Array>>) => new Map(Object.entries(entries));

/** Every file below the folder, with its text. */
function tree(): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const plain = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(plain.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

async function problemOf(action: Promise<void>): Promise<WriteProblem | undefined> {
  try {
    await action;
    return undefined;
  } catch (error) {
    if (error instanceof WriteError) return error.problem;
    throw error;
  }
}

describe('a set of files', () => {
  it('is written with its folders', async () => {
    await writeWhole(join(folder, 'a/b'), files({ 'x.md': 'ü', 'charts/y.svg': Uint8Array.from([0x3c]) }));
    expect(tree()).toEqual({ 'a/b/x.md': 'ü', 'a/b/charts/y.svg': '<' });
  });

  it('takes the place of what was there, and leaves the rest', async () => {
    writeFileSync(join(folder, 'x.md'), 'old');
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    chmodSync(join(folder, 'x.md'), 0o640);
    await writeWhole(folder, files({ 'x.md': 'new' }));
    expect(tree()).toEqual({ 'x.md': 'new', 'mine.txt': 'mine' });
    expect(statSync(join(folder, 'x.md')).mode & 0o777).toBe(0o640);
  });

  it('does not touch a file that has its content', async () => {
    writeFileSync(join(folder, 'x.md'), 'same');
    utimesSync(join(folder, 'x.md'), 1000, 1000);
    await writeWhole(folder, files({ 'x.md': 'same', 'y.md': 'new' }));
    expect(statSync(join(folder, 'x.md')).mtimeMs).toBe(1_000_000);
  });

  it('has names as long as the system takes', async () => {
    const name = 'n'.repeat(255);
    await writeWhole(folder, files({ [name]: 'x' }));
    expect(tree()).toEqual({ [name]: 'x' });
  });
});

describe('where one of them cannot be written, none is', () => {
  it('since a folder is there', async () => {
    writeFileSync(join(folder, 'a.md'), 'old');
    mkdirSync(join(folder, 'b.md'));
    const problem = await problemOf(writeWhole(folder, files({ 'a.md': 'new', 'b.md': 'new' })));
    expect(problem).toEqual({ kind: 'occupied', path: join(folder, 'b.md') });
    expect(tree()).toEqual({ 'a.md': 'old' });
  });

  it('since a file is where a folder is needed', async () => {
    writeFileSync(join(folder, 'charts'), 'a file');
    const problem = await problemOf(writeWhole(folder, files({ 'a.md': 'new', 'charts/use.svg': 'new' })));
    expect(problem).toEqual({ kind: 'occupied', path: join(folder, 'charts') });
    expect(await problemOf(writeWhole(join(folder, 'charts/below'), files({ a: 'new' })))).toMatchObject({
      kind: 'occupied',
    });
    expect(tree()).toEqual({ charts: 'a file' });
  });

  it('since a name is too long; the folders made for it go again', async () => {
    const problem = await problemOf(writeWhole(join(folder, 'new/deep'), files({ 'a.md': 'new', ['n'.repeat(256)]: 'new' })));
    expect(problem).toMatchObject({ kind: 'name-too-long', code: 'ENAMETOOLONG' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.runIf(process.getuid?.() !== 0)('since the folder, or a file in it, is write-protected', async () => {
    writeFileSync(join(folder, 'a.md'), 'old');
    chmodSync(join(folder, 'a.md'), 0o444);
    expect(await problemOf(writeWhole(folder, files({ 'a.md': 'new' })))).toMatchObject({ kind: 'no-permission' });
    chmodSync(folder, 0o555);
    expect(await problemOf(writeWhole(folder, files({ 'b.md': 'new' })))).toMatchObject({ kind: 'no-permission' });
    chmodSync(folder, 0o755);
    expect(tree()).toEqual({ 'a.md': 'old' });
  });
});

describe('links', () => {
  it('out of the folder are refused, for files and for folders', async () => {
    mkdirSync(join(folder, 'in'));
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out/kept.md'), 'kept');
    symlinkSync('../out', join(folder, 'in/charts'));
    symlinkSync('../out/kept.md', join(folder, 'in/a.md'));
    symlinkSync('nowhere', join(folder, 'in/b.md'));
    for (const name of ['charts/kept.md', 'a.md', 'b.md']) {
      const problem = await problemOf(writeWhole(join(folder, 'in'), files({ [name]: 'new' })));
      expect(problem?.kind).toBe('link-outside');
    }
    expect(readFileSync(join(folder, 'out/kept.md'), 'utf8')).toBe('kept');
  });

  it('inside the folder stay links, and what they lead to is written', async () => {
    mkdirSync(join(folder, 'real'));
    symlinkSync('real', join(folder, 'charts'));
    await writeWhole(folder, files({ 'charts/use.svg': 'new' }));
    expect(readFileSync(join(folder, 'real/use.svg'), 'utf8')).toBe('new');
  });

  it('may lead to the folder itself, which a person chose', async () => {
    mkdirSync(join(folder, 'real'));
    symlinkSync('real', join(folder, 'chosen'));
    await writeWhole(join(folder, 'chosen'), files({ 'a.md': 'new' }));
    expect(readFileSync(join(folder, 'real/a.md'), 'utf8')).toBe('new');
  });

  it.each(['../a.md', '/a.md', 'a/../../b', './a', 'a//b', '', '..'])('a name that leads away is our mistake: %s', async (name) => {
    await expect(writeWhole(folder, files({ [name]: 'new' }))).rejects.toThrow(RangeError);
  });
});

describe('temporary files', () => {
  it('of a run that was killed are taken away, those of one that goes on stay', async () => {
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    const alive = process.ppid;
    const own = temporaryFor(join(folder, 'a.md'));
    const of = (pid: number): string => own.replace(`-${process.pid}-`, `-${pid}-`);
    for (const path of [own, of(dead), of(alive)]) writeFileSync(path, 'half');
    writeFileSync(join(folder, '.carboncard.tmp'), 'mine');
    await writeWhole(folder, files({ 'a.md': 'new' }));
    expect([existsSync(own), existsSync(of(dead)), existsSync(of(alive))]).toEqual([true, false, true]);
    expect(existsSync(join(folder, '.carboncard.tmp'))).toBe(true);
  });
});
