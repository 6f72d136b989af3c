import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../cache-folder.js';
import { privateFolder } from '../chromium/ownership.js';
import { removeAbandoned, settled, temporaryFor } from '../write/temporary.js';
import { digestOf } from './reads.js';

/** Notes that a run leaves for the next, in a folder of this user's own. A note that is missing or damaged costs time, and no more. */
export interface Records {
  /** What was written, unchanged; nothing where the note is missing, cut off or changed. Another version may have written it. */
  readonly read: (key: readonly string[]) => object | undefined;
  readonly write: (key: readonly string[], value: object) => Promise<void>;
}

/**
 * Opens the notes of a kind of thing.
 *
 * @param kind A word: the name of their folder in the cache.
 * @returns `undefined` where the cache is not a private folder of this user.
 */
export async function openRecords(
  kind: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Records | undefined> {
  const cache = cacheFolder(environment);
  if (cache === undefined || (await privateFolder(cache)) !== undefined) return undefined;
  const folder = join(cache, kind);
  const fileOf = (key: readonly string[]): string => join(folder, `${digestOf(key.join('\0')).slice(0, 40)}.note`);
  let cleaned: Promise<void> | undefined;
  return {
    read: (key) => {
      try {
        return noteIn(readFileSync(fileOf(key), 'utf8'));
      } catch {
        return undefined;
      }
    },
    write: async (key, value) => {
      const file = fileOf(key);
      const temporary = temporaryFor(file);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        cleaned ??= removeAbandoned(folder);
        await cleaned;
        await writeFile(temporary, noteOf(value), { mode: 0o600, flag: 'wx' });
        await rename(temporary, file);
      } catch {
        // The next run makes it again.
        await rm(temporary, { force: true }).catch(() => undefined);
      } finally {
        settled([temporary]);
      }
    },
  };
}

/** A line with the digest of what follows, so that a note is as it was written, or none. */
function noteOf(value: object): string {
  const text = JSON.stringify(value);
  return `${digestOf(text)}\n${text}`;
}

function noteIn(note: string): object | undefined {
  const end = note.indexOf('\n');
  const text = note.slice(end + 1);
  return digestOf(text) === note.slice(0, end) ? (JSON.parse(text) as object) : undefined;
}
