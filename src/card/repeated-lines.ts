/** Lines that are the same but for blanks around them: no card that is written for readers repeats one as often. */
export const maxSameLines = 5000;

/** Counts lines of a text that repeat. */
export class RepeatedLines {
  readonly #seen = new Map<string, { readonly first: number; count: number }>();

  /** Where a line was first, when it has been there too often. */
  firstOf(line: string, at: number): number | undefined {
    const text = line.trim();
    const seen = this.#seen.get(text) ?? { first: at, count: 0 };
    if (seen.count === 0) this.#seen.set(text, seen);
    seen.count += 1;
    return seen.count > maxSameLines ? seen.first : undefined;
  }
}

/** The lines of a text from an offset on, and where each begins. A line ends in LF, CRLF or CR, as Markdown has it. */
export function* linesFrom(text: string, start: number): Generator<{ readonly line: string; readonly at: number }> {
  const breaks = /\r\n|\r|\n/g;
  breaks.lastIndex = start;
  let at = start;
  for (let found = breaks.exec(text); found !== null; found = breaks.exec(text)) {
    yield { line: text.slice(at, found.index), at };
    at = breaks.lastIndex;
  }
  yield { line: text.slice(at), at };
}
