import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** Bytes that are read at a time. */
const highWaterMark = 1 << 20;

/** The size and the SHA-256 of a file of any size. */
export async function fileDigest(file: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of createReadStream(file, { highWaterMark }) as AsyncIterable<Buffer>) {
    hash.update(piece);
    bytes += piece.byteLength;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** The SHA-256 of a text. */
export function textDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
