import { InputError } from '../../diagnostics/diagnostic.js';
import { messages } from '../messages.js';
import type { LogText } from '../tracker.js';

/** Longer than any line of a log; lines that have lost their breaks are. */
const maxLine = 1_000_000;

export interface TextLine {
  readonly line: number;
  readonly text: string;
}

/**
 * The lines of a text, as many at a time as come with a piece of it; empty lines are passed over.
 *
 * @param unfinished Called where the last line has no break, with its number.
 * @throws {InputError} Where a line never ends.
 */
export async function* textLines(text: LogText, unfinished?: (line: number) => void): AsyncGenerator<readonly TextLine[]> {
  let [line, rest, length] = [1, [] as string[], 0];
  const checked = (added: number): void => {
    length += added;
    if (length > maxLine) throw new InputError([{ ...messages.rowTooLong('1 MB'), line, column: 1 }]);
  };
  for await (const piece of text) {
    const lines: TextLine[] = [];
    const parts = piece.split('\n');
    for (const [at, part] of parts.entries()) {
      checked(part.length);
      rest.push(part);
      if (at === parts.length - 1) break;
      const whole = clean(rest.join(''), line);
      if (whole !== '') lines.push({ line, text: whole });
      [line, rest, length] = [line + 1, [], 0];
    }
    if (lines.length > 0) yield lines;
  }
  const last = clean(rest.join(''), line);
  if (last === '') return;
  unfinished?.(line);
  yield [{ line, text: last }];
}

function clean(text: string, line: number): string {
  return (line === 1 ? text.replace(/^\uFEFF/, '') : text).replace(/\r$/, '');
}
