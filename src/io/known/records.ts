import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../cache-folder.js';
import { privateFolder } from '../chromium/ownership.js';
import { digestOf } from './reads.js';

/** Notes that a run leaves for the next, in a folder of this user's own. A note that is missing or damaged costs time, and no more. */
export interface Records {
  readonly read: (key: readonly string[]) => unknown;
  readonly write: (key: readonly string[], value: object) => Promise<void>;
}

/**
 * Opens the notes of a kind of thing.
 *
 * @param kind A word: the name of their folder in the cache.
 * @returns Nothing where there is no place for them that others can't write to.
 */
export async function openRecords(
  kind: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Records | undefined> {
  const cache = cacheFolder(environment);
  if (cache === undefined || (await privateFolder(cache)) !== undefined) return undefined;
  const folder = join(cache, kind);
  const fileOf = (key: readonly string[]): string => join(folder, `${digestOf(key.join('\0')).slice(0, 40)}.json`);
  return {
    read: (key) => {
      try {
        return JSON.parse(readFileSync(fileOf(key), 'utf8')) as unknown;
      } catch {
        return undefined;
      }
    },
    write: async (key, value) => {
      const temporary = join(folder, `${randomBytes(8).toString('hex')}.tmp`);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(temporary, JSON.stringify(value), { mode: 0o600, flag: 'wx' });
        await rename(temporary, fileOf(key));
      } catch {
        // The next run makes it again.
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
  };
}
