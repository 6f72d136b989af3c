import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { noteRead } from './known/reads.js';
import { codeOf, isExhausted } from './system-error.js';

/** Why a file can't be read as text. Positions count from 1; columns in UTF-16 units, as those of `Diagnostic`. */
export type FileProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'folder' }
  | { readonly kind: 'no-permission' }
  /** A device, a pipe, a socket: such a thing may never end. */
  | { readonly kind: 'not-regular' }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly maxBytes: number }
  | { readonly kind: 'empty' }
  /** `encoding` where the bytes look like that encoding; else the first byte that is not valid UTF-8. */
  | { readonly kind: 'not-utf8'; readonly encoding: 'UTF-16' | 'UTF-32' }
  | { readonly kind: 'not-utf8'; readonly byte: number; readonly line: number; readonly column: number }
  | { readonly kind: 'nul-byte'; readonly line: number; readonly column: number }
  /** Any other error of the system, by its code: `EIO`, `ELOOP`. */
  | { readonly kind: 'unreadable'; readonly code: string };

export class FileError extends Error {
  override readonly name = 'FileError';
  constructor(
    readonly path: string,
    readonly problem: FileProblem,
  ) {
    super(`${path}: ${problem.kind}`);
  }
}

/**
 * The text of a UTF-8 file, without its byte order mark.
 *
 * @param path As the person wrote it; it is in the error too.
 * @param limits `maxBytes` is compared before anything is read.
 * @throws {FileError} With the one reason why not.
 */
export async function readTextFile(path: string, limits: { readonly maxBytes: number }): Promise<string> {
  return textOf(path, await readBytes(path, limits));
}

/**
 * The text of a UTF-8 file character for character: with its byte order mark, empty if it is.
 *
 * @throws {FileError} With the one reason why not; never `empty` or `nul-byte`.
 */
export async function readExactText(path: string, limits: { readonly maxBytes: number }): Promise<string> {
  return exactText(path, await readBytes(path, limits));
}

/** Bytes as text that gives the same bytes when it is written. */
export function exactText(path: string, bytes: Buffer): string {
  const encoding = wideEncoding(bytes);
  if (encoding !== undefined) throw new FileError(path, { kind: 'not-utf8', encoding });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FileError(path, firstInvalid(bytes));
  }
}

/**
 * The bytes of a regular file.
 *
 * @throws {FileError} With the one reason why not; never `empty`, `not-utf8` or `nul-byte`.
 */
export async function readBytes(path: string, limits: { readonly maxBytes: number }): Promise<Buffer> {
  try {
    const bytes = await bytesOf(path, limits);
    noteRead('file', path, bytes);
    return bytes;
  } catch (error) {
    noteRead('file', path, undefined);
    throw error;
  }
}

async function bytesOf(path: string, limits: { readonly maxBytes: number }): Promise<Buffer> {
  let handle: FileHandle | undefined;
  try {
    // Asked before opening, since opening a device or a pipe can already do something.
    refuse(path, await stat(path), limits.maxBytes);
    // And not blocking, with a second look: the path may by now be a pipe.
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    refuse(path, await handle.stat(), limits.maxBytes);
    return await readUpTo(path, handle, limits.maxBytes);
  } catch (error) {
    if (error instanceof FileError || isExhausted(error)) throw error;
    throw new FileError(path, readProblem(error));
  } finally {
    await handle?.close();
  }
}

function refuse(path: string, stats: Stats, maxBytes: number): void {
  if (stats.isDirectory()) throw new FileError(path, { kind: 'folder' });
  if (!stats.isFile()) throw new FileError(path, { kind: 'not-regular' });
  if (stats.size > maxBytes) throw new FileError(path, { kind: 'too-large', bytes: stats.size, maxBytes });
}

/** Reads what is there, whatever the size was: files of /proc have size 0, and a log may grow meanwhile. */
async function readUpTo(path: string, handle: FileHandle, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for (;;) {
    const { bytesRead, buffer } = await handle.read({ buffer: Buffer.allocUnsafe(65536) });
    if (bytesRead === 0) return Buffer.concat(chunks);
    bytes += bytesRead;
    if (bytes > maxBytes) throw new FileError(path, { kind: 'too-large', bytes, maxBytes });
    chunks.push(buffer.subarray(0, bytesRead));
  }
}

/** Why a file can't be read, by what the system says. */
export function readProblem(error: unknown): FileProblem {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'not-found' };
  if (code === 'EISDIR') return { kind: 'folder' };
  if (code === 'EACCES' || code === 'EPERM') return { kind: 'no-permission' };
  // A socket, or a device without its hardware.
  if (code === 'ENXIO') return { kind: 'not-regular' };
  return { kind: 'unreadable', code };
}

function textOf(path: string, bytes: Buffer): string {
  const encoding = wideEncoding(bytes);
  if (encoding !== undefined) throw new FileError(path, { kind: 'not-utf8', encoding });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileError(path, firstInvalid(bytes));
  }
  if (text === '') throw new FileError(path, { kind: 'empty' });
  const nul = text.indexOf('\0');
  if (nul !== -1) throw new FileError(path, { kind: 'nul-byte', ...positionAtEnd(text.slice(0, nul)) });
  return text;
}

/** UTF-16 and UTF-32 by their marks; unmarked UTF-16 by the NUL beside an ASCII character, which any manifest begins with. */
export function wideEncoding(bytes: Buffer): 'UTF-16' | 'UTF-32' | undefined {
  const start = bytes.subarray(0, 4).toString('hex');
  if (start === 'fffe0000' || start === '0000feff') return 'UTF-32';
  if (start.startsWith('fffe') || start.startsWith('feff')) return 'UTF-16';
  if (/^(?!00)..00(?!00)..00$/.test(start) || /^00(?!00)..00(?!00)..$/.test(start)) return 'UTF-16';
  return undefined;
}

/** The longest prefix that may begin a UTF-8 text ends before the first wrong byte; found by halving. */
function firstInvalid(bytes: Buffer): FileProblem {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (decodePrefix(bytes, middle) === undefined) invalid = middle;
    else valid = middle;
  }
  const text = decodePrefix(bytes, valid) ?? '';
  // The decoder keeps back the beginning of a character, which is what to blame, and takes the mark away.
  const mark = bytes.subarray(0, 3).toString('hex') === 'efbbbf' ? 3 : 0;
  const byte = bytes[mark + Buffer.byteLength(text)] ?? 0;
  return { kind: 'not-utf8', byte, ...positionAtEnd(text) };
}

function decodePrefix(bytes: Buffer, length: number): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
  } catch {
    return undefined;
  }
}

function positionAtEnd(text: string): { line: number; column: number } {
  const lines = text.split(/\r?\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
