/** Version of what follows; a later form of address gets another letter. */
const version = 'a';

/** An address that no browser has, or that would fill the memory when it is unpacked. */
const maxLength = 200_000;
const maxTextLength = 5_000_000;

/**
 * The text of a manifest as the part of an address behind `#`, compressed, so that a link holds a calculation. Browsers keep that part
 * to themselves: no server gets it.
 *
 * @returns Nothing where it would be longer than `textFrom` reads.
 */
export async function addressOf(text: string): Promise<string | undefined> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  const address = `${version}${btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
  return address.length > maxLength ? undefined : address;
}

/** The text that an address holds; nothing where it holds none, or one of another version. */
export async function textFrom(address: string): Promise<string | undefined> {
  const packed = address.replace(/^#/, '');
  if (!packed.startsWith(version) || packed.length > maxLength || !/^[\w-]+$/.test(packed)) return undefined;
  try {
    const letters = atob(packed.slice(1).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const text = await through(bytes, new DecompressionStream('deflate-raw'));
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch {
    return undefined;
  }
}

/** What comes out of a stream that bytes go into. */
async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  // Damaged bytes fail where they are read.
  void writer.write(bytes as Uint8Array<ArrayBuffer>).catch(() => undefined);
  void writer.close().catch(() => undefined);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (const reader = stream.readable.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > maxTextLength) throw new RangeError('The text is too long');
    pieces.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
