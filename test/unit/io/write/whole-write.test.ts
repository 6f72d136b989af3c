import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WriteError, type WriteProblem, writeWhole } from '../../../../src/io/files.js';
import { temporaryFor } from '../../../../src/io/write/temporary.js';
import { writeNew } from '../../../../src/io/write/write-new.js';

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

/** Waits until a temporary file is there: the new content is on its way, and not yet in its place. */
async function onItsWay(): Promise<string> {
  for (;;) {
    const name = readdirSync(folder).find((one) => one.endsWith('.tmp'));
    if (name !== undefined) return join(folder, name);
    await new Promise((done) => setImmediate(done));
  }
}

const large = 'n'.repeat(20_000_000);

describe('a file that is replaced', () => {
  it.each([0o600, 0o640, 0o664, 0o755, 0o2750])('keeps its permissions, %i', async (mode) => {
    writeFileSync(join(folder, 'x.md'), 'old');
    chmodSync(join(folder, 'x.md'), mode);
    await writeWhole(folder, files({ 'x.md': 'new' }));
    expect(statSync(join(folder, 'x.md')).mode & 0o7777).toBe(mode);
  });

  it.runIf(process.getuid?.() === 0)('keeps its owner and its group', async () => {
    writeFileSync(join(folder, 'x.md'), 'old', { mode: 0o640 });
    chownSync(join(folder, 'x.md'), 4321, 8765);
    await writeWhole(folder, files({ 'x.md': 'new', 'charts/y.svg': 'new' }));
    expect(statSync(join(folder, 'x.md'))).toMatchObject({ uid: 4321, gid: 8765 });
    expect(tree()).toEqual({ 'charts/y.svg': 'new', 'x.md': 'new' });
  });

  it('is never readable by more people, for a moment either', async () => {
    writeFileSync(join(folder, 'x.md'), 'old');
    chmodSync(join(folder, 'x.md'), 0o600);
    const writing = writeWhole(folder, files({ 'x.md': large }));
    const path = await onItsWay();
    const modes = new Set<number>();
    for (let isWriting = true; isWriting; await new Promise((done) => setImmediate(done))) {
      const facts = statSync(path, { throwIfNoEntry: false });
      isWriting = facts !== undefined;
      if (facts !== undefined) modes.add(facts.mode & 0o777);
    }
    await writing;
    expect([...modes]).toEqual([0o600]);
  });

  it('is refused where it has other names, and these keep their content', async () => {
    writeFileSync(join(folder, 'x.md'), 'old');
    linkSync(join(folder, 'x.md'), join(folder, 'other.md'));
    expect(await problemOf(writeWhole(folder, files({ 'a.md': 'new', 'x.md': 'new' })))).toEqual({
      kind: 'hard-links',
      path: join(folder, 'x.md'),
    });
    expect(tree()).toEqual({ 'other.md': 'old', 'x.md': 'old' });
    await writeWhole(folder, files({ 'x.md': 'old' }));
  });

  it('is not replaced where it is no longer what the new content was made from', async () => {
    writeFileSync(join(folder, 'x.md'), 'saved since');
    const basedOn = new Map([['x.md', 'old']]);
    const problem = { kind: 'changed', path: join(folder, 'x.md') };
    expect(await problemOf(writeWhole(folder, files({ 'a.md': 'new', 'x.md': 'new' }), { basedOn }))).toEqual(problem);
    expect(tree()).toEqual({ 'x.md': 'saved since' });
    rmSync(join(folder, 'x.md'));
    expect(await problemOf(writeWhole(folder, files({ 'x.md': 'new' }), { basedOn }))).toEqual(problem);
  });

  it.each(['in place', 'by a rename'])('keeps what is saved %s while the new content is written', async (way) => {
    const path = join(folder, 'x.md');
    writeFileSync(path, 'old');
    const writing = problemOf(writeWhole(folder, files({ 'a.md': 'new', 'x.md': large }), { basedOn: new Map([['x.md', 'old']]) }));
    await onItsWay();
    if (way === 'in place') writeFileSync(path, 'saved');
    else {
      writeFileSync(`${path}~`, 'saved');
      renameSync(`${path}~`, path);
    }
    expect(await writing).toEqual({ kind: 'changed', path });
    expect(tree()).toEqual({ 'x.md': 'saved' });
  });
});

describe('temporary files', () => {
  const dead = spawnSync(process.execPath, ['-e', '0']).pid;
  const alive = process.ppid;

  /** Files of this process, a dead one, one that goes on, and one of another machine; each new and a week old. */
  function left(): Record<'own' | 'dead' | 'alive' | 'elsewhere' | 'old alive' | 'old elsewhere', string> {
    const of = (pid: number): string => temporaryFor(join(folder, 'a.md')).replace(`-${process.pid}-`, `-${pid}-`);
    const elsewhere = (): string => of(dead).replace(/carboncard-[0-9a-f]{8}/, 'carboncard-00000000');
    const paths = {
      own: of(process.pid),
      dead: of(dead),
      alive: of(alive),
      elsewhere: elsewhere(),
      'old alive': of(alive),
      'old elsewhere': elsewhere(),
    };
    for (const [name, path] of Object.entries(paths)) {
      writeFileSync(path, 'half');
      if (name.startsWith('old')) utimesSync(path, 1_700_000_000, 1_700_000_000);
    }
    return paths;
  }

  it.each(['a set of files', 'a new file'])('of runs that were killed go with %s, by process and age; others stay', async (what) => {
    const paths = left();
    writeFileSync(join(folder, '.carboncard.tmp'), 'mine');
    writeFileSync(join(folder, '.carboncard-notes.tmp'), 'mine');
    await (what === 'a new file' ? writeNew(join(folder, 'a.md'), 'new') : writeWhole(folder, files({ 'a.md': 'new' })));
    expect(Object.entries(paths).flatMap(([name, path]) => (existsSync(path) ? [name] : []))).toEqual(['own', 'alive', 'elsewhere']);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['.carboncard.tmp', '.carboncard-notes.tmp', 'a.md']));
  });

  it.runIf(process.getuid?.() === 0)('of other users stay, and so does what is no file', async () => {
    const paths = left();
    for (const path of Object.values(paths)) chownSync(path, 4321, 4321);
    rmSync(paths.dead);
    symlinkSync('mine', paths.dead);
    await writeWhole(folder, files({ 'a.md': 'new' }));
    expect(readdirSync(folder)).toHaveLength(7);
  });

  it('that are second names of a file do not make it one with hard links', async () => {
    writeFileSync(join(folder, 'a.md'), 'old');
    linkSync(join(folder, 'a.md'), left().dead.replace(/[0-9a-f]{16}(?=\.tmp)/, '0'.repeat(16)));
    await writeWhole(folder, files({ 'a.md': 'new' }));
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('new');
  });
});
