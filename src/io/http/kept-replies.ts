import { readFileSync } from 'node:fs';
import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../cache-folder.js';
import { privateFolder } from '../chromium/ownership.js';
import { hoursSinceChange } from '../clock.js';
import { digestOf } from '../known/reads.js';
import { removeAbandoned, settled, temporaryFor } from '../write/temporary.js';

/** What a server answered already, kept until all is answered: after Ctrl-C, or where the server went away, the next call goes on. */
export interface KeptReplies {
  /** The answer as it came; nothing where there is none, or where it was cut off. */
  readonly read: (question: string) => string | undefined;
  readonly keep: (question: string, answer: string) => Promise<void>;
  /** All of them, once they are not needed. */
  readonly remove: () => Promise<void>;
}

/** Answers of a collection that nobody took up again for so long are removed. */
const maxDays = 30;

/** Removes what killed runs left in a folder, and the old folders of other collections beside it. */
async function cleanedUp(folder: string): Promise<void> {
  await removeAbandoned(folder);
  const all = dirname(folder);
  for (const name of await readdir(all).catch(() => [])) {
    const other = join(all, name);
    const facts = other === folder ? undefined : await lstat(other).catch(() => undefined);
    if (facts?.isDirectory() === true && hoursSinceChange(facts) > maxDays * 24)
      await rm(other, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Nothing is kept: there is no private folder for it. */
const none: KeptReplies = { read: () => undefined, keep: async () => {}, remove: async () => {} };

/**
 * Opens the answers that are kept of one collection, in the cache of this user, where nobody else reads them and nobody commits them.
 *
 * @param collection What tells one collection from all others: server, query and time. Its digest is the name of the folder.
 */
export async function openKeptReplies(
  collection: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<KeptReplies> {
  const cache = cacheFolder(environment);
  if (cache === undefined || (await privateFolder(cache)) !== undefined) return none;
  const folder = join(cache, 'collect', digestOf(collection.join('\0')).slice(0, 40));
  const fileOf = (question: string): string => join(folder, `${digestOf(question).slice(0, 40)}.reply`);
  let cleaned: Promise<void> | undefined;
  return {
    read: (question) => {
      try {
        const text = readFileSync(fileOf(question), 'utf8');
        const end = text.indexOf('\n');
        return digestOf(text.slice(end + 1)) === text.slice(0, end) ? text.slice(end + 1) : undefined;
      } catch {
        return undefined;
      }
    },
    keep: async (question, answer) => {
      const file = fileOf(question);
      const temporary = temporaryFor(file);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        cleaned ??= cleanedUp(folder);
        await cleaned;
        await writeFile(temporary, `${digestOf(answer)}\n${answer}`, { mode: 0o600, flag: 'wx' });
        await rename(temporary, file);
      } catch {
        // It is asked again then.
        await rm(temporary, { force: true }).catch(() => undefined);
      } finally {
        settled([temporary]);
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }).catch(() => undefined),
  };
}
