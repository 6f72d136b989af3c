import { fatal, type LogReport } from '../log-report.js';
import { messages } from '../messages.js';
import type { LogText } from '../tracker.js';

/** Characters of a line, more than any line of a log has. */
const maxLine = 1_000_000;

export interface TextLine {
  readonly line: number;
  readonly text: string;
}

/**
 * The lines of a text, as many at a time as come with a piece of it. Empty lines are skipped.
 *
 * @param onUnfinished Called with the number of the last line where it does not end with a line break; reports it by default.
 * @throws {InputError} Where a line never ends.
 */
export async function* textLines(
  text: LogText,
  log: LogReport,
  onUnfinished: (line: number) => void = (line) => log.report({ ...messages.unfinishedRow(), line }),
): AsyncGenerator<readonly TextLine[]> {
  let [line, rest, length] = [1, [] as string[], 0];
  const checked = (added: number): void => {
    length += added;
    if (length > maxLine) throw fatal(messages.rowTooLong('1 MB'), line);
  };
  for await (const piece of text) {
    const lines: TextLine[] = [];
    const parts = piece.split('\n');
    for (const [at, part] of parts.entries()) {
      checked(part.length);
      if (at === parts.length - 1) {
        rest.push(part);
        break;
      }
      const whole = clean(rest.length === 0 ? part : rest.join('') + part, line);
      if (whole !== '') lines.push({ line, text: whole });
      if (rest.length > 0) rest = [];
      line += 1;
      length = 0;
    }
    if (lines.length > 0) yield lines;
    if (log.isFull()) return;
  }
  const last = clean(rest.join(''), line);
  if (last === '') return;
  onUnfinished(line);
  yield [{ line, text: last }];
}

function clean(text: string, line: number): string {
  const own = line === 1 ? text.replace(/^\uFEFF/, '') : text;
  return own.endsWith('\r') ? own.slice(0, -1) : own;
}
