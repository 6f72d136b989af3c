import { FileError } from './text-file.js';

/**
 * All that comes on standard input.
 *
 * @throws {FileError} Where it is more than that.
 */
export async function readStandardInput({ maxBytes }: { readonly maxBytes: number }): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new FileError('-', { kind: 'too-large', bytes, maxBytes });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
