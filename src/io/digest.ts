import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** Bytes that are read at a time. */
const highWaterMark = 1 << 20;

export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
  /** Whether a compressed file ends where it should. */
  readonly isWhole: boolean;
}

/**
 * The size and the SHA-256 of a file of any size.
 *
 * @param compression Of a compressed file, whose end is looked for meanwhile: DuckDB reads one that was cut as far as it goes.
 */
export async function fileDigest(file: string, compression: 'gzip' | 'zstd' | undefined): Promise<FileDigest> {
  const hash = createHash('sha256');
  const end = compression === 'gzip' ? gzipEnd() : compression === 'zstd' ? zstdEnd() : undefined;
  let bytes = 0;
  for await (const piece of createReadStream(file, { highWaterMark }) as AsyncIterable<Buffer>) {
    hash.update(piece);
    bytes += piece.byteLength;
    await end?.add(piece);
  }
  return { bytes, sha256: hash.digest('hex'), isWhole: (await end?.isThere()) ?? true };
}

/** The SHA-256 of a text. */
export function textDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Finds out whether a compressed stream is whole. */
interface StreamEnd {
  readonly add: (piece: Buffer) => Promise<void>;
  readonly isThere: () => Promise<boolean>;
}

/** A gzip stream is whole where all of it can be read, and its checksum is right. */
function gzipEnd(): StreamEnd {
  const stream = createGunzip();
  let isBroken = false;
  const ended = new Promise<boolean>((done) => {
    stream.on('error', () => {
      isBroken = true;
      done(false);
    });
    stream.on('end', () => done(true));
  });
  stream.resume();
  return {
    add: async (piece) => {
      if (isBroken || stream.write(piece)) return;
      await Promise.race([ended, new Promise((done) => stream.once('drain', done))]);
    },
    isThere: () => {
      if (!isBroken) stream.end();
      return ended;
    },
  };
}

const frameMark = 0xfd2fb528;

/**
 * A zstd stream is whole where its last frame ends with a last block. Only the headers of blocks are looked at: a frame has a mark, a
 * description of 1 to 13 bytes, blocks behind 3 bytes each (bit 0 says whether it is the last), and perhaps a checksum of 4 bytes.
 *
 * @see RFC 8878, section 3.1.1
 */
function zstdEnd(): StreamEnd {
  let rest: Buffer = Buffer.alloc(0);
  let state: 'frame' | 'block' | 'broken' = 'frame';
  let [skip, hasChecksum] = [0, false];
  const take = (): boolean => {
    if (state === 'frame') {
      if (rest.length < 5) return false;
      const mark = rest.readUInt32LE(0);
      const isSkippable = mark >>> 4 === 0x184d2a5;
      if (isSkippable && rest.length < 8) return false;
      if (isSkippable) skip = 8 + rest.readUInt32LE(4);
      else if (mark !== frameMark) state = 'broken';
      else {
        const descriptor = rest[4] ?? 0;
        const [sizeFlag, isSingle] = [descriptor >> 6, (descriptor & 0x20) !== 0];
        hasChecksum = (descriptor & 4) !== 0;
        skip = 5 + (isSingle ? 0 : 1) + ([0, 1, 2, 4][descriptor & 3] ?? 0) + ([isSingle ? 1 : 0, 2, 4, 8][sizeFlag] ?? 0);
        state = 'block';
      }
    } else {
      if (rest.length < 3) return false;
      const header = rest.readUIntLE(0, 3);
      const [isLast, type, size] = [(header & 1) === 1, (header >> 1) & 3, header >> 3];
      skip = 3 + (type === 1 ? 1 : size) + (isLast && hasChecksum ? 4 : 0);
      if (isLast) state = 'frame';
    }
    return state !== 'broken';
  };
  const advance = (): void => {
    for (;;) {
      const step = Math.min(skip, rest.length);
      rest = rest.subarray(step);
      skip -= step;
      if (skip > 0 || state === 'broken' || !take()) return;
    }
  };
  return {
    add: async (piece) => {
      rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      advance();
    },
    isThere: async () => state === 'frame' && skip === 0 && rest.length === 0,
  };
}
