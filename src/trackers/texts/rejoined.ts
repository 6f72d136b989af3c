import type { LogText } from '../tracker.js';

/** A text whose beginning was read ahead, from its beginning. */
export async function* rejoined(beginning: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield beginning;
  yield* { [Symbol.asyncIterator]: () => rest };
}

/** Characters from which the shape of a text can be told. */
const enough = 8192;

/** The beginning of a text, and all of it. */
export async function beginningOf(text: LogText): Promise<{ readonly beginning: string; readonly whole: LogText }> {
  const rest = text[Symbol.asyncIterator]();
  const pieces: string[] = [];
  let length = 0;
  for (let piece = await rest.next(); piece.done !== true; piece = await rest.next()) {
    pieces.push(piece.value);
    length += piece.value.length;
    if (length >= enough) break;
  }
  const beginning = pieces.join('');
  return { beginning, whole: rejoined(beginning, rest) };
}
