import { access, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { noteRead } from './known/reads.js';
import { FileError, readBytes } from './text-file.js';

/**
 * Which of some files are not in a folder as they should be: other bytes, or none that can be read.
 *
 * @param files Content by path in the folder.
 */
export async function differingFiles(folder: string, files: ReadonlyMap<string, Uint8Array | string>): Promise<readonly string[]> {
  const differing: string[] = [];
  for (const [name, content] of files) {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    const old = await bytesIn(`${folder}/${name}`, bytes.byteLength);
    if (old === undefined || !old.equals(bytes)) differing.push(name);
  }
  return differing;
}

/** The bytes of a file that has at most so many. */
async function bytesIn(path: string, maxBytes: number): Promise<Buffer | undefined> {
  try {
    return await readBytes(path, { maxBytes });
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

/** The path behind links; the path itself where there is nothing. */
export async function realPath(path: string): Promise<string> {
  const real = await realpath(path).catch(() => path);
  noteRead('real', path, real);
  return real;
}

/** Folder and name of a file. */
export function placeOf(path: string): { readonly folder: string; readonly name: string } {
  return { folder: dirname(path), name: basename(path) };
}

/** A file that another one names: from its folder on, or absolute. */
export function fileFrom(namedIn: string | undefined, name: string): string {
  return namedIn === undefined || isAbsolute(name) ? name : join(dirname(namedIn), name);
}

/** The way from a folder to a file, with forward slashes. */
export function wayTo(folder: string, file: string): string {
  return relative(folder, file).replaceAll('\\', '/');
}

export async function isThere(path: string): Promise<boolean> {
  const answer = await access(path).then(
    () => true,
    () => false,
  );
  noteRead('there', path, String(answer));
  return answer;
}
