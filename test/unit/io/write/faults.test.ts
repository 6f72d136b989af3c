import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { WriteError, writeNew, writeWhole } from '../../../../src/io/files.js';

/** Calls of the system that still go well, and the error of the one after them. */
let fault: { left: number; readonly code: string } | undefined;
let calls = 0;

function failing(): void {
  calls += 1;
  if (fault === undefined) return;
  fault.left -= 1;
  if (fault.left < 0) {
    const { code } = fault;
    fault = undefined;
    throw Object.assign(new Error(code), { code });
  }
}

const methods: ReadonlySet<string | symbol> = new Set(['chmod', 'chown', 'writeFile', 'sync']);

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const failingHandle = (handle: FileHandle): FileHandle =>
    new Proxy(handle, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]): Promise<unknown> => {
          if (methods.has(name)) failing();
          return Reflect.apply(value, target, args) as unknown;
        };
      },
    });
  const open: typeof real.open = async (...args) => {
    failing();
    return failingHandle(await real.open(...args));
  };
  const link: typeof real.link = async (...args) => {
    failing();
    return real.link(...args);
  };
  return { ...real, open, link };
});

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const renameSync: typeof real.renameSync = (...args) => {
    failing();
    real.renameSync(...args);
  };
  return { ...real, renameSync };
});

const root = mkdtempSync(join(tmpdir(), 'carboncard-faults-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Every entry below a folder: of files the text and the permissions. */
function tree(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names.map((name) => {
      const facts = lstatSync(join(folder, name));
      return [name, facts.isFile() ? `${(facts.mode & 0o7777).toString(8)} ${readFileSync(join(folder, name), 'utf8')}` : 'folder'];
    }),
  );
}

let count = 0;
function folderWith(files: ReadonlyMap<string, string>): string {
  count += 1;
  const folder = join(root, `${count}`);
  mkdirSync(folder);
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
    chmodSync(join(folder, name), 0o640);
  }
  return folder;
}

const texts = fc.dictionary(fc.constantFrom('a.md', 'b.json', 'charts/c.svg', 'charts/d/e.png'), fc.string({ maxLength: 20 }), {
  minKeys: 1,
});
const codes = fc.constantFrom('ENOSPC', 'EDQUOT', 'EIO', 'EMFILE', 'EACCES', 'EBUSY', 'EROFS');

/** How many calls writing makes where none fails. */
async function callsOf(work: () => Promise<void>): Promise<number> {
  calls = 0;
  await work();
  return calls;
}

describe('whatever call of the system fails', () => {
  it('a set of files is written whole, or nothing of it', async () => {
    await fc.assert(
      fc.asyncProperty(texts, texts, codes, fc.nat(), async (before, after, code, nth) => {
        const files = new Map(Object.entries(after));
        const old = new Map(Object.entries(before));
        const whole = folderWith(old);
        const most = await callsOf(() => writeWhole(whole, files));
        const folder = folderWith(old);
        const untouched = tree(folder);
        fault = { left: nth % (most + 1), code };
        const error: unknown = await writeWhole(folder, files).then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        fault = undefined;
        if (error === undefined) expect(tree(folder)).toEqual(tree(whole));
        else {
          expect(error).toBeInstanceOf(WriteError);
          expect(tree(folder)).toEqual(untouched);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('a new file is written whole, or not', async () => {
    await fc.assert(
      fc.asyncProperty(codes, fc.nat({ max: 4 }), async (code, left) => {
        const folder = folderWith(new Map());
        fault = { left, code };
        const error: unknown = await writeNew(join(folder, 'a.yaml'), 'text').then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        fault = undefined;
        if (error !== undefined) expect(error).toBeInstanceOf(WriteError);
        expect(Object.values(tree(folder))).toEqual(error === undefined ? [expect.stringMatching(/^\d+ text$/)] : []);
      }),
      { numRuns: 40 },
    );
  });

  it('a new file needs no hard links, and takes nobody’s place without them', async () => {
    for (const code of ['EPERM', 'EOPNOTSUPP']) {
      const folder = folderWith(new Map());
      fault = { left: 3, code };
      await writeNew(join(folder, 'a.yaml'), 'text');
      expect(Object.keys(tree(folder))).toEqual(['a.yaml']);
      fault = { left: 3, code };
      await expect(writeNew(join(folder, 'a.yaml'), 'other')).rejects.toThrow(WriteError);
      expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('text');
    }
  });
});
