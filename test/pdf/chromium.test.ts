import { execFile, type PromiseWithChild } from 'node:child_process';
import { chmod, mkdir, mkdtemp, open, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MissingError } from '../../src/diagnostics/diagnostic.js';
import { type BrowserProgram, findBrowser, withBrowserHome } from '../../src/io/chromium/index.js';
import { withBrowser } from '../../src/render/browser.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carboncard-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Variables = Readonly<Record<string, string>>;

const built = JSON.stringify(new URL('../../build/io/chromium/index.js', import.meta.url).href);
const asking = `const { findBrowser } = await import(${built}); process.stdout.write(JSON.stringify(await findBrowser()));`;
const homing = `const { withBrowserHome } = await import(${built}); await withBrowserHome(async () => undefined);`;

/** Runs a script in a process of its own: in one process the answer is remembered. */
function started(script: string, variables: Variables): PromiseWithChild<{ stdout: string }> {
  const env = { PATH: process.env['PATH'] ?? '', ...variables };
  return promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env });
}

async function found(variables: Variables): Promise<BrowserProgram> {
  return JSON.parse((await started(asking, variables)).stdout) as BrowserProgram;
}

async function withHome(variables: Variables): Promise<void> {
  await started(homing, variables);
}

/** The PDF of a small report, printed by the program; nothing else is in its folder. */
async function printed(out: string, variables: Variables): Promise<string> {
  const [main, manifest] = ['../../dist/cli/main.js', '../../fixtures/runs/least/carboncard.yaml'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const env = { PATH: process.env['PATH'] ?? '', ...variables };
  await promisify(execFile)(process.execPath, [main ?? '', 'render', manifest ?? '', '--format', 'pdf', '-o', out], { env });
  const [name = ''] = await readdir(out);
  expect(await readdir(join(out, name))).toEqual(['carbon.pdf']);
  return readFile(join(out, name, 'carbon.pdf'), 'latin1');
}

/** Kills a process as soon as a part of the browser is in a folder of that one. */
async function killedWhileUnpacking(variables: Variables, where: string): Promise<void> {
  const unpacking = started(asking, variables);
  let isOver = false;
  const over = unpacking
    .catch(() => undefined)
    .finally(() => {
      isOver = true;
    });
  while (!isOver) {
    const names = await readdir(where).catch(() => []);
    const inside = await Promise.all(names.map((name) => readdir(join(where, name)).catch((): string[] => [])));
    if (inside.some((files) => files.includes('chromium'))) unpacking.child.kill('SIGKILL');
    await new Promise((done) => setTimeout(done, 5));
  }
  await over;
}

/** Unpacked browsers in a cache, and what is left of others; not the notes on reports beside them. */
async function browsersIn(cacheFolder: string): Promise<readonly string[]> {
  const names = await readdir(join(cacheFolder, 'carboncard'));
  return names.filter((name) => !['reports', 'indexes', 'texts'].includes(name));
}

describe('a browser that is named', () => {
  it('is taken', async () => {
    expect(await findBrowser({ CARBONCARD_BROWSER: process.execPath })).toEqual({ executable: process.execPath, origin: 'named' });
    expect(await findBrowser({ PUPPETEER_EXECUTABLE_PATH: process.execPath })).toMatchObject({ executable: process.execPath });
  });

  it('has to be there, else the answer says what to do', async () => {
    const asked = findBrowser({ CARBONCARD_BROWSER: join(folder, 'nothing') });
    await expect(asked).rejects.toThrow(MissingError);
    await expect(asked).rejects.toMatchObject({ remedy: expect.stringContaining('unset CARBONCARD_BROWSER') });
  });
});

// The package holds a binary for this platform only.
describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the browser that npm brings', () => {
  const cache = (): string => join(folder, 'cache');
  const browser = async (): Promise<BrowserProgram> => found({ XDG_CACHE_HOME: cache() });

  it('is unpacked whole by ten processes that print at once, into a folder of one’s own, and once only after that', async () => {
    const temporary = join(folder, 'ten-tmp');
    await mkdir(temporary);
    const pdfs = await Promise.all(
      Array.from({ length: 10 }, (_, n) => printed(join(folder, `ten-${n}`), { XDG_CACHE_HOME: cache(), TMPDIR: temporary })),
    );
    expect(pdfs[0]).toMatch(/^%PDF-/);
    expect(new Set(pdfs).size).toBe(1);
    expect(await readdir(temporary)).toEqual([]);
    const one = await browser();
    expect(one.origin).toBe('bundled');
    expect(await browsersIn(cache())).toEqual([expect.stringMatching(/^chromium-[\d.]+-linux-x64$/)]);
    expect((await stat(dirname(one.executable))).mode & 0o777).toBe(0o700);
    expect(await readdir(one.libraries ?? '')).toContain('libnss3.so');
    const before = await stat(one.executable, { bigint: true });
    await browser();
    expect((await stat(one.executable, { bigint: true })).ctimeNs).toBe(before.ctimeNs);
  }, 240_000);

  it('is whole where processes were killed while they unpacked it; the next one removes what they left', async () => {
    const root = join(folder, 'killed');
    const temporary = join(folder, 'killed-tmp');
    await Promise.all([root, temporary].map((path) => mkdir(path)));
    await killedWhileUnpacking({ XDG_CACHE_HOME: root }, join(root, 'carboncard'));
    // Without a home it is unpacked into the temporary folder.
    await killedWhileUnpacking({ TMPDIR: temporary }, temporary);
    expect(await readdir(join(root, 'carboncard'))).toEqual([expect.stringMatching(/\.partial$/)]);
    expect(await readdir(temporary)).toHaveLength(1);
    const { executable } = await found({ XDG_CACHE_HOME: root });
    expect(await readdir(join(root, 'carboncard'))).toEqual([basename(dirname(executable))]);
    await withHome({ XDG_CACHE_HOME: root, TMPDIR: temporary });
    expect(await readdir(temporary)).toEqual([]);
  }, 120_000);

  it('is kept when it was only touched', async () => {
    const { executable } = await browser();
    const { ino } = await stat(executable);
    await utimes(executable, 1, 1);
    await browser();
    expect((await stat(executable)).ino).toBe(ino);
  });

  it('is unpacked again when a byte of it changed, its date set back', async () => {
    const { executable } = await browser();
    const { ino, atime, mtime } = await stat(executable);
    const handle = await open(executable, 'r+');
    await handle.write(Buffer.from([0xff]), 0, 1, 1_000_000);
    await handle.close();
    await utimes(executable, atime, mtime);
    await browser();
    expect((await stat(executable)).ino).not.toBe(ino);
    expect(await browsersIn(cache())).toHaveLength(1);
  });

  it('is unpacked again beside a library that is not its own, or without a manifest', async () => {
    for (const harm of [
      async (lib: string) => writeFile(join(lib, 'libevil.so'), ''),
      async (lib: string) => rm(join(lib, '..', 'manifest.json')),
    ]) {
      const { libraries = '' } = await browser();
      await harm(libraries);
      await browser();
      const names = await readdir(libraries);
      expect(names).toContain('libnss3.so');
      expect(names).not.toContain('libevil.so');
    }
  }, 120_000);

  it('is not looked for where others can write, nor behind a link', async () => {
    const open = join(folder, 'open');
    await mkdir(join(open, 'carboncard'), { recursive: true });
    await chmod(join(open, 'carboncard'), 0o777);
    const linked = join(folder, 'linked');
    await mkdir(linked);
    await symlink(join(open, 'carboncard'), join(linked, 'carboncard'));
    for (const root of [open, linked]) {
      const { executable, remarks } = await found({ XDG_CACHE_HOME: root });
      expect(executable.startsWith(folder)).toBe(false);
      const fault = root === open ? 'other users can write to it' : 'it is a symbolic link';
      expect(remarks).toMatchObject([
        { id: 'cache-not-used', severity: 'warning', message: expect.stringContaining(fault), file: join(root, 'carboncard') },
      ]);
      // That process has ended, and with it what it unpacked for itself.
      await expect(stat(executable)).rejects.toThrow();
    }
    expect(await readdir(join(open, 'carboncard'))).toEqual([]);
  }, 120_000);
});

describe('a browser’s home', () => {
  it('holds nothing of the user’s, and is gone after', async () => {
    const environment = {
      ...process.env,
      TZ: 'Asia/Tokyo',
      LANG: 'de_DE.UTF-8',
      HTTPS_PROXY: 'http://proxy',
      CARBONCARD_BROWSER: process.execPath,
    };
    const profile = await withBrowserHome(async (home) => {
      expect(home.environment).toMatchObject({ TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' });
      expect(home.environment).not.toHaveProperty('HTTPS_PROXY');
      expect(home.environment['HOME']).not.toBe(process.env['HOME']);
      const fonts = await readFile(home.environment['FONTCONFIG_FILE'] ?? '', 'utf8');
      expect(fonts.match(/<dir>[^<]*<\/dir>/g)).toEqual([expect.stringContaining('ibm-plex-sans')]);
      expect(fonts).not.toContain('<include');
      return home.profile;
    }, environment);
    await expect(stat(dirname(profile))).rejects.toThrow();
  });

  it('is gone after a failure too', async () => {
    let profile = '';
    await expect(
      withBrowserHome(async (home) => {
        profile = home.profile;
        throw new RangeError('the work failed');
      }),
    ).rejects.toThrow('the work failed');
    await expect(stat(dirname(profile))).rejects.toThrow();
  });
});

describe.runIf(process.platform === 'linux')('starting it', () => {
  it('goes without the sandbox only where the browser says that it can’t start with it', async () => {
    await withBrowserHome(async (home) => {
      const script = join(folder, 'no-sandbox-here');
      const calls = join(folder, 'calls');
      await writeFile(
        script,
        `#!/bin/sh\necho "$@" >> '${calls}'\ncase "$*" in *--no-sandbox*) exec '${home.executable}' "$@";; esac\necho 'No usable sandbox!' >&2; exit 1\n`,
        { mode: 0o700 },
      );
      const pdf = await withBrowser({ ...home, executable: script, sandbox: true }, (browser) =>
        browser.withPage((page) => page.print('<p>text')),
      );
      expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
      const flags = (await readFile(calls, 'utf8'))
        .trim()
        .split('\n')
        .map((line) => line.includes('--no-sandbox'));
      expect(flags).toEqual([false, true]);
    });
  });

  it('says what the browser said where it fails for another reason', async () => {
    await withBrowserHome(async (home) => {
      const script = join(folder, 'broken');
      await writeFile(script, '#!/bin/sh\necho "libfoo.so.1: cannot open shared object file" >&2; exit 127\n', { mode: 0o700 });
      const started = withBrowser({ ...home, executable: script, sandbox: true }, async () => undefined);
      await expect(started).rejects.toThrow(/does not start: .*libfoo\.so\.1/);
      await expect(started).rejects.toMatchObject({ remedy: expect.stringContaining('CARBONCARD_BROWSER') });
    });
  });
});
