import type { Position } from '../diagnostics/diagnostic.js';

/** Line and column of an offset. A line ends in LF, CRLF or CR, as Markdown has it. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
