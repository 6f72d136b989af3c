/** A text whose beginning was read ahead, from its beginning. */
export async function* rejoined(beginning: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield beginning;
  yield* { [Symbol.asyncIterator]: () => rest };
}
