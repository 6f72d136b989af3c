import { type BigIntStats, constants } from 'node:fs';
import { access, lstat, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '../system-error.js';
import type { CacheFault } from './messages.js';

/** Makes the folder if need be. Gives why it can't be used: it can't be made, or others could put their own program into it. */
export async function privateFolder(folder: string): Promise<CacheFault | undefined> {
  try {
    await makeFolders(folder);
  } catch (error) {
    const code = codeOf(error);
    // A link to nowhere, or a file, is in the way.
    if (code !== 'EEXIST' && code !== 'ENOTDIR' && code !== 'ENOENT') return 'unwritable';
  }
  const facts = await lstat(folder, { bigint: true }).catch(() => undefined);
  if (facts === undefined) return 'unwritable';
  if (facts.isSymbolicLink()) return 'link';
  if (!facts.isDirectory()) return 'not-a-folder';
  if (isOurs(facts)) return undefined;
  return isWritableByOthers(facts) ? 'open' : 'not-yours';
}

/** Makes a folder and those above it. Node does not end where a file system, such as /proc, takes none and says that one above is missing. */
async function makeFolders(folder: string): Promise<void> {
  const make = (): Promise<void> => mkdir(folder, { mode: 0o700 });
  try {
    await make();
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolders(dirname(folder)).catch((above: unknown) => {
      if (codeOf(above) !== 'EEXIST') throw above;
    });
    await make();
  }
}

/** Owned by this user and writable by nobody else. */
export function isOurs(facts: BigIntStats): boolean {
  const uid = process.getuid?.();
  return (uid === undefined || facts.uid === BigInt(uid)) && !isWritableByOthers(facts);
}

function isWritableByOthers({ mode }: BigIntStats): boolean {
  return (mode & 0o022n) !== 0n;
}

/** Whether the file, which has the permission, can't be run: the file system allows no programs. */
export async function isOnNoexec(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => false,
    (error: unknown) => codeOf(error) === 'EACCES',
  );
}
