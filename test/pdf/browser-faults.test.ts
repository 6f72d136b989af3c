import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MissingError } from '../../src/diagnostics/diagnostic.js';
import { type BrowserHome, withBrowserHome } from '../../src/io/chromium/home.js';
import { FontError, type PrintingPage, withBrowser } from '../../src/render/browser.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Long enough that printing it takes seconds. */
const long = `<!doctype html><title>Long</title><main>${'<p>A paragraph of a long report.</p>'.repeat(8_000)}</main>`;

/** A browser that notes the process of each start, and its page. */
function noted<T>(work: (page: PrintingPage, starts: () => readonly number[]) => Promise<T>): Promise<T> {
  const file = join(folder, 'starts');
  rmSync(file, { force: true });
  const starts = (): readonly number[] => {
    try {
      return readFileSync(file, 'utf8').trim().split('\n').map(Number);
    } catch {
      return [];
    }
  };
  return withBrowserHome((home) => {
    const executable = script('noted', `echo $$ >> '${file}'\nexec '${home.executable}' "$@"`);
    return withBrowser({ ...home, executable }, (browser) => browser.withPage((page) => work(page, starts)));
  });
}

function script(name: string, body: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${body}\n`, { mode: 0o700 });
  return file;
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Kills processes of the n-th start, a moment after its page has one. */
async function killAtStart(n: number, starts: () => readonly number[], pidsOf: (browser: number) => readonly number[]): Promise<void> {
  while (starts().length < n || renderersOf(starts()[n - 1] ?? 0).length === 0) await pause(20);
  await pause(300);
  const pids = pidsOf(starts()[n - 1] ?? 0);
  if (pids.length === 0) throw new Error('There is nothing to kill.');
  for (const pid of pids) process.kill(pid, 'SIGKILL');
}

describe.runIf(process.platform === 'linux')('a browser that ends while it prints', () => {
  it('is started once more, and prints', async () => {
    const { pdf, count } = await noted(async (page, starts) => {
      const printing = page.print(long);
      await killAtStart(1, starts, (browser) => [browser]);
      return { pdf: await printing, count: starts().length };
    });
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(count).toBe(2);
  });

  it('is started once more where only the process of its page ends', async () => {
    const { pdf, count } = await noted(async (page, starts) => {
      const printing = page.print(long);
      await killAtStart(1, starts, renderersOf);
      return { pdf: await printing, count: starts().length };
    });
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(count).toBe(2);
  });

  it('is something missing the second time, with the signal; the next document is printed', async () => {
    await noted(async (page, starts) => {
      const printing = page.print(long);
      // On a busy machine the second may not have come to its page.
      const failed = expect(printing).rejects.toThrow(
        /noted (?:failed twice while it printed the PDF|does not start): it ended by SIGKILL \(.*memory/,
      );
      await killAtStart(1, starts, (browser) => [browser]);
      await killAtStart(2, starts, (browser) => [browser]);
      await failed;
      await expect(printing).rejects.toBeInstanceOf(MissingError);
      expect(Buffer.from((await page.print('<p>short')).subarray(0, 5)).toString()).toBe('%PDF-');
    });
  });
});

/** The processes below a browser's that draw its pages. */
function renderersOf(browser: number): readonly number[] {
  const parents = new Map<number, number>();
  const renderers: number[] = [];
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
      if (readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('--type=renderer')) renderers.push(Number(name));
    } catch {
      // It has ended meanwhile.
    }
  }
  const isBelow = (pid: number): boolean => pid === browser || (pid > 1 && isBelow(parents.get(pid) ?? 0));
  return renderers.filter(isBelow);
}

describe('a font that does not load', () => {
  it.each([
    ['an address', 'url(https://example.org/face.woff2)'],
    ['a file', 'url(face.woff2)'],
    ['damaged', 'url(data:font/woff2;base64,AAAA)'],
  ])('is named: %s', async (_, source) => {
    const html = `<style>@font-face { font-family: "My Face"; src: ${source}; } p { font-family: "My Face"; }</style><p>text`;
    const failed = withBrowserHome((home) => withBrowser(home, (browser) => browser.withPage((page) => page.print(html))));
    await expect(failed).rejects.toThrow(FontError);
    await expect(failed).rejects.toMatchObject({ families: [expect.stringContaining('My Face')] });
  });
});

describe.runIf(process.platform === 'linux')('a browser that does not start says how it ended', () => {
  const trial = (executable: string): Promise<void> => {
    const home: BrowserHome = { executable, profile: join(folder, 'profile'), environment: { PATH: '/usr/bin:/bin' }, sandbox: false };
    return withBrowser(home, async () => undefined);
  };

  it.each([
    ['killed', 'echo "first\nlast words" >&2; kill -KILL $$', /: it ended by SIGKILL \(.*\)\. Its last words: first last words$/],
    ['made for another processor', 'kill -ILL $$', /: it ended by SIGILL \(it is built for another processor\)$/],
    ['short of address space', 'kill -TRAP $$', /: it ended by SIGTRAP \(it gave up by itself, .*limit of the shell.*\)$/, 'ulimit -a'],
    ['not allowed to write large files', 'kill -XFSZ $$', /: it ended by SIGXFSZ \(.*size of files\)$/, 'ulimit -f unlimited'],
    ['without its libraries', 'echo "libnss3.so: cannot open shared object file" >&2; exit 127', /with exit code 127\. .*libnss3/],
    ['on a full disk', 'echo "write: No space left on device"; exit 1', /with exit code 1\. .*No space left/, 'TMPDIR'],
  ])('%s', async (name, body, message, remedy = 'CARBONCARD_BROWSER') => {
    const started = trial(script(name.replaceAll(' ', '-'), body));
    await expect(started).rejects.toThrow(message);
    await expect(started).rejects.toMatchObject({ remedy: expect.stringContaining(remedy) });
  });

  it('that is no program, or may not be run', async () => {
    const file = join(folder, 'text');
    writeFileSync(file, 'text', { mode: 0o600 });
    await expect(trial(file)).rejects.toThrow(/does not start: EACCES/);
  });
});
