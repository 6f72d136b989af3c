/** Characters for each call: more arguments than some engines take would fail. */
const pieceLength = 8192;

/**
 * Bytes as text, on every machine in the same way, a page in a browser included.
 *
 * @example base64(new Uint8Array([99, 97, 114, 100])) //=> 'Y2FyZA=='
 */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += pieceLength) text += String.fromCharCode(...bytes.subarray(at, at + pieceLength));
  return btoa(text);
}
