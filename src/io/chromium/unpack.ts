import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { libraries } from './archive.js';
import { type CacheEntry, stampOf, writeCacheRecord } from './cache-record.js';
import { isOnNoexec } from './ownership.js';
import type { Pack } from './pack.js';

/** Programs can't be run from the file system of a folder. */
export class NoexecError extends Error {
  override readonly name = 'NoexecError';
}

/**
 * Unpacks program and libraries into an empty private folder; the record comes last, so that without it nothing counts.
 *
 * @throws {NoexecError} Where they could not be run there; before they are unpacked, which takes seconds.
 */
export async function unpack(pack: Pack, folder: string): Promise<void> {
  const program = await inflated(join(pack.folder, 'chromium.br'));
  const entries = [await written(folder, 'chromium', program)];
  await mkdir(join(folder, 'lib'), { mode: 0o700 });
  for (const { name, data } of libraries(await collected(await inflated(join(pack.folder, 'al2023.tar.br'))))) {
    entries.push(await written(folder, `lib/${name}`, Readable.from([data])));
  }
  await writeCacheRecord(folder, { fingerprint: pack.fingerprint, entries });
}

async function inflated(file: string): Promise<Readable> {
  // Loaded here, since a browser is unpacked once.
  const { createBrotliDecompress } = await import('node:zlib');
  const source = createReadStream(file, { highWaterMark: 1 << 20 });
  const inflate = createBrotliDecompress({ chunkSize: 1 << 20 });
  source.once('error', (error) => inflate.destroy(error));
  return source.pipe(inflate);
}

async function collected(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(bufferOf(chunk));
  return Buffer.concat(chunks);
}

function bufferOf(chunk: unknown): Buffer {
  if (chunk instanceof Uint8Array) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  throw new TypeError('a stream of bytes gave something else');
}

/** Writes a program file, on the disk for good before it counts, hashed on the way from the package. */
async function written(folder: string, name: string, content: Readable): Promise<CacheEntry> {
  const hash = createHash('sha256');
  const handle = await open(join(folder, name), 'wx', 0o700);
  try {
    if (await isOnNoexec(join(folder, name))) throw new NoexecError(folder);
    let size = 0;
    for await (const chunk of content) {
      const bytes = bufferOf(chunk);
      hash.update(bytes);
      await handle.writeFile(bytes);
      size += bytes.length;
    }
    await handle.sync();
    return { name, size, sha256: hash.digest('hex'), stamp: stampOf(await handle.stat({ bigint: true })) };
  } finally {
    content.destroy();
    await handle.close();
  }
}
