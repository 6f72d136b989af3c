/** In place of the unpacker of WOFF2, which fontkit loads: the page reads TrueType alone. */
export default function decompress(): never {
  throw new TypeError('The page reads no WOFF2');
}
