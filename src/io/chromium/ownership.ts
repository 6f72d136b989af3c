import type { BigIntStats } from 'node:fs';
import { lstat, mkdir } from 'node:fs/promises';

/** Makes the folder if need be. False where it can't be made, or where others could put their own program into it. */
export async function privateFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const facts = await lstat(folder, { bigint: true });
    return facts.isDirectory() && isOurs(facts);
  } catch {
    return false;
  }
}

/** Owned by this user and writable by nobody else. */
export function isOurs(facts: BigIntStats): boolean {
  const uid = process.getuid?.();
  return (uid === undefined || facts.uid === BigInt(uid)) && (facts.mode & 0o022n) === 0n;
}
