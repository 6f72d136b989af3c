import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { isExhausted } from '../system-error.js';
import { FileError, readProblem, wideEncoding } from '../text-file.js';

/** Bytes that show what a file is. */
const length = 65_536;

/** How a file is stored, by its first bytes: names do not matter. */
export type Stored = 'parquet' | 'gzip' | 'zstd' | 'plain';

export interface Beginning {
  readonly stored: Stored;
  /** Of a plain file, its first bytes as text. */
  readonly text: string;
  /** Of a plain file, about how many lines it has: its size in lines as long as the first ones. */
  readonly lines?: number | undefined;
}

/**
 * What a file begins with.
 *
 * @throws {FileError} With the one reason why it can't be read, or is neither text nor a format that is known.
 */
export async function beginningOfFile(file: string): Promise<Beginning> {
  const { bytes, size } = await firstBytes(file);
  if (bytes.length === 0) throw new FileError(file, { kind: 'empty' });
  if (bytes.subarray(0, 4).toString('latin1') === 'PAR1') return { stored: 'parquet', text: '' };
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return { stored: 'gzip', text: '' };
  if (bytes.length > 4 && bytes.readUInt32LE(0) === 0xfd2fb528) return { stored: 'zstd', text: '' };
  return { stored: 'plain', text: textOf(file, bytes), lines: (size / bytes.length) * bytes.filter((byte) => byte === 0x0a).length };
}

function textOf(file: string, bytes: Buffer): string {
  const encoding = wideEncoding(bytes);
  if (encoding !== undefined) throw new FileError(file, { kind: 'not-utf8', encoding });
  return bytes.toString('utf8');
}

async function firstBytes(file: string): Promise<{ readonly bytes: Buffer; readonly size: number }> {
  try {
    const facts = await stat(file);
    if (facts.isDirectory()) throw new FileError(file, { kind: 'folder' });
    // A pipe or a device may never end.
    if (!facts.isFile()) throw new FileError(file, { kind: 'not-regular' });
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
      return { bytes: buffer.subarray(0, bytesRead), size: facts.size };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof FileError || isExhausted(error)) throw error;
    throw new FileError(file, readProblem(error));
  }
}
