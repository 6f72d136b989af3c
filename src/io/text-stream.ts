import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { noteStream } from './known/reads.js';
import { codeOf, isExhausted } from './system-error.js';
import { FileError } from './text-file.js';

/**
 * The text of a UTF-8 file in pieces, however large it is, without its byte order mark.
 *
 * @param limits `hasNul` lets NUL bytes pass: Markdown may hold them.
 * @throws {FileError} While it is read, with the one reason why not: no UTF-8, a NUL byte, a folder, no permission.
 */
export async function* textStream(path: string, { hasNul = false }: { readonly hasNul?: boolean } = {}): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  const decoded = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new FileError(path, { kind: 'not-utf8', byte: bytes?.[0] ?? 0, line, column: 1 });
    }
  };
  noteStream(path);
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) throw new FileError(path, { kind: 'folder' });
    if (!stats.isFile()) throw new FileError(path, { kind: 'not-regular' });
    for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
      const start = bytes.subarray(0, 2).toString('hex');
      if (line === 1 && (start === 'fffe' || start === 'feff')) throw new FileError(path, { kind: 'not-utf8', encoding: 'UTF-16' });
      // No text begins with it, and what does may hold NUL bytes too.
      if (line === 1 && bytes[0] === 0x80) throw new FileError(path, { kind: 'not-utf8', byte: 0x80, line: 1, column: 1 });
      const nul = hasNul ? -1 : bytes.indexOf(0);
      if (nul >= 0) throw new FileError(path, { kind: 'nul-byte', line: line + lineBreaks(bytes.subarray(0, nul)), column: 1 });
      yield decoded(bytes);
      line += lineBreaks(bytes);
    }
    yield decoded();
  } catch (error) {
    if (error instanceof FileError || isExhausted(error) || !(error instanceof Error) || !('code' in error)) throw error;
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new FileError(path, { kind: 'not-found' });
    if (code === 'EACCES' || code === 'EPERM') throw new FileError(path, { kind: 'no-permission' });
    throw new FileError(path, { kind: 'unreadable', code });
  }
}

function lineBreaks(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte === 10) count++;
  return count;
}
