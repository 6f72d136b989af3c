/** Characters of a piece, as a file is read. */
const pieceLength = 65_536;

/** A text as its readers take it, piece by piece. */
export async function* piecesOf(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += pieceLength) yield text.slice(at, at + pieceLength);
}
