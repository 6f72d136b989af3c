import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const manifest = 'model: Small\nhardware: 2 x A100 80GB\nduration: 40 h\nlocation: France\nyear: 2022\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-machine-'));
  chmodSync(folder, 0o755);
  writeFileSync(path('carboncard.yaml'), manifest);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string): string => join(folder, name);

interface Place {
  /** A command of the shell in front, such as a limit. */
  readonly before?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
}

/** Runs the program from a shell. `$CARBONCARD` is the program. */
function shell(command: string, { before = '', env = {}, uid }: Place = {}) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `${before}\n${command}`], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE: process.execPath, MAIN: main, ...env },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  return { status, stdout, stderr };
}

const carboncard = (words: string, place?: Place) => shell(`"$NODE" "$MAIN" ${words}`, place);

const isRoot = process.getuid?.() === 0;
const nobody = 65_534;
const canBeNobody = isRoot && spawnSync(process.execPath, [main, '--version'], { uid: nobody, gid: nobody }).status === 0;
const canMount = isRoot && spawnSync('sh', ['-c', 'd=$(mktemp -d) && mount -t tmpfs tmpfs $d && umount $d; rmdir $d']).status === 0;

const canUnshare = isRoot && spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', '-o', 'ro', 'tmpfs', '/dev/shm']).status === 0;

/** Mounts a small file system of its own for the work. */
function mounted(name: string, options: string, work: (mount: string) => void): void {
  mkdirSync(path(name));
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path(name)]).status).toBe(0);
  try {
    work(path(name));
  } finally {
    spawnSync('umount', ['-l', path(name)]);
  }
}

const noStack = /^ +at .*:\d+:\d+/m;

describe('a machine that lacks something is answered with exit 3 and what to do', () => {
  it.each([
    ['is not there', 'nowhere', 'there is no such folder'],
    ['is a file', 'carboncard.yaml', 'it is not a folder'],
  ])('where the temporary folder %s', (_, name, why) => {
    const { status, stderr } = carboncard('render --format pdf', { env: { TMPDIR: path(name) } });
    expect([status, stderr]).toEqual([3, expect.stringContaining(`No temporary files can be written in ${path(name)}: ${why}`)]);
    expect(stderr).toContain('To fix it: export TMPDIR=');
    expect(readdirSync(folder)).toEqual(['carboncard.yaml']);
  });

  it.each([24, 32, 40])('where only %i files may be open', (limit) => {
    const { status, stderr } = carboncard('render', { before: `ulimit -n ${limit}` });
    expect([status, stderr]).toEqual([3, expect.stringMatching(/too many open files[\s\S]*\n +note: To fix it: ulimit -n/i)]);
    expect(stderr).not.toMatch(noStack);
  });

  it('where the working folder is gone', () => {
    const { status, stderr } = carboncard('render', { before: 'mkdir gone; cd gone; rmdir ../gone' });
    expect(status).toBeGreaterThan(1);
    expect(status).toBeLessThan(4);
    expect(stderr).not.toMatch(noStack);
  });

  it.runIf(canMount)('where the disk is full, with nothing written', () => {
    mounted('out', 'size=64k', (out) => {
      const { status, stderr } = carboncard('render --format md,json,charts -o out');
      expect([status, stderr]).toEqual([3, expect.stringContaining('error[write-no-space]')]);
      expect(readdirSync(out)).toEqual([]);
    });
    mounted('tmp', 'size=4k,nr_inodes=2', (tmp) => {
      writeFileSync(join(tmp, 'full'), 'x'.repeat(4096));
      const { status, stderr } = carboncard('render --format pdf -o other', { env: { TMPDIR: tmp } });
      expect([status, stderr]).toEqual([3, expect.stringContaining('no space is left')]);
    });
  });

  it.runIf(canMount)('where the cache and the temporary folder allow no programs', () => {
    mounted('noexec', 'noexec,size=1m', (mount) => {
      const env = { XDG_CACHE_HOME: mount, TMPDIR: mount };
      const { status, stderr } = carboncard('render --format pdf', { env });
      expect([status, stderr]).toEqual([3, expect.stringContaining('does not allow programs (noexec)')]);
      // Of the browser nothing; what the templates were parsed to is a note like others.
      expect(readdirSync(join(mount, 'carboncard'))).toEqual(['texts']);
      expect(readdirSync(mount)).toEqual(['carboncard']);
    });
  });

  it('where a browser ends before it answers, with nothing of the report written', () => {
    writeFileSync(path('browser'), '#!/bin/sh\n(sleep 0.1; kill -KILL $$) &\nexec sleep 5\n', { mode: 0o755 });
    mkdirSync(path('tmp'));
    const { status, stderr } = carboncard('render', { env: { CARBONCARD_BROWSER: path('browser'), TMPDIR: path('tmp') } });
    expect([status, stderr]).toEqual([3, expect.stringMatching(/it ended by SIGKILL[\s\S]*To fix it: /)]);
    expect(readdirSync(path('tmp'))).toEqual([]);
    expect(readdirSync(folder)).not.toContain('reports');
  });

  it('where nobody reads on, or the result can’t be kept', () => {
    expect(shell('"$NODE" "$MAIN" factors 2>err | head -c 1; cat err >&2')).toMatchObject({ status: 0, stderr: '' });
    expect(carboncard('schema >/dev/full')).toMatchObject({ status: 3, stderr: expect.stringContaining('error[result-lost]') });
    for (const closed of ['>&-', '2>&-', '>&- 2>&-', '<&-']) {
      const { status, stderr } = carboncard(`schema ${closed}`);
      expect([0, 3]).toContain(status);
      expect(stderr).not.toMatch(noStack);
    }
  });
});

describe('a machine that lacks what is not needed prints the same PDF', () => {
  const pdf = 'render --format pdf -o';
  const bytesIn = (out: string): string => readFileSync(path(`${out}/small/carbon.pdf`), 'latin1');
  beforeEach(() => {
    expect(carboncard(`${pdf} plain`)).toMatchObject({ status: 0 });
  });

  it('without the variables of a login', () => {
    expect(shell(`env -i "$NODE" "$MAIN" ${pdf} bare`)).toMatchObject({ status: 0 });
    expect(bytesIn('bare')).toBe(bytesIn('plain'));
  });

  it.runIf(canUnshare)('without shared memory', () => {
    const inside = `mount -t tmpfs -o ro tmpfs /dev/shm && exec "$NODE" "$MAIN" ${pdf} shm`;
    expect(shell(`unshare -m sh -c '${inside}'`)).toMatchObject({ status: 0 });
    expect(bytesIn('shm')).toBe(bytesIn('plain'));
  });
});

describe('a style sheet', () => {
  it('with a font that does not load is an error, with its file', () => {
    mkdirSync(path('own'));
    writeFileSync(path('own/report.css'), '@font-face { font-family: "Our Sans"; src: url(our-sans.woff2); }\n');
    const { status, stderr } = carboncard('render --templates own');
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^own\/report\.css: error\[font-not-loaded\]: .*“Our Sans”/m)]);
    expect(readdirSync(folder)).not.toContain('reports');
  });
});

describe('the file of a card', () => {
  const command = 'card README.md --format md';
  beforeEach(() => writeFileSync(path('README.md'), '# Small\n'));

  it.runIf(isRoot)('keeps its owner, group and permissions where root writes it', () => {
    chownSync(path('README.md'), 1234, 2345);
    chmodSync(path('README.md'), 0o640);
    expect(carboncard(command).status).toBe(0);
    expect(statSync(path('README.md'))).toMatchObject({ uid: 1234, gid: 2345, mode: 0o100_640 });
    expect(readFileSync(path('README.md'), 'utf8')).toContain('carboncard:begin');
  });

  it.runIf(canBeNobody)('is not taken from another user who lets others write it', () => {
    chmodSync(path('README.md'), 0o666);
    chownSync(folder, nobody, nobody);
    const { status, stderr } = carboncard(command, { uid: nobody });
    expect([status, stderr]).toEqual([2, expect.stringContaining('error[write-owner]')]);
    expect(readdirSync(folder)).toEqual(['README.md', 'carboncard.yaml']);
    expect(readFileSync(path('README.md'), 'utf8')).toBe('# Small\n');
  });

  it('with a second name is refused, and neither changes', () => {
    linkSync(path('README.md'), path('COPY.md'));
    const { status, stderr } = carboncard(command);
    expect([status, stderr]).toEqual([2, expect.stringContaining('hard links')]);
    for (const name of ['README.md', 'COPY.md']) expect(readFileSync(path(name), 'utf8')).toBe('# Small\n');
  });
});

describe('the folder of a report', () => {
  it('that is a link out of the named folder is refused', () => {
    mkdirSync(path('elsewhere'));
    mkdirSync(path('reports'));
    symlinkSync('../elsewhere', path('reports/small'));
    const { status, stderr } = carboncard('render --format md');
    expect([status, stderr]).toEqual([2, expect.stringContaining("reports/small can't be written: a symbolic link leads out")]);
    expect(readdirSync(path('elsewhere'))).toEqual([]);
  });
});
