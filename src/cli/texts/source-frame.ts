import { startOf as start, visible, width } from './visible.js';

const tab = '    ';
const cut = '…';

/** A line as it shows on a terminal, and the blanks before its caret. */
export interface Frame {
  readonly text: string;
  readonly indent: string;
}

/**
 * A source line with the place of its caret, in at most `room` cells: tabs as blanks, control characters as pictures,
 * a long line cut around the caret.
 *
 * @param column From 1, in UTF-16 units; one past the end is behind the last character.
 */
export function sourceFrame(line: string, column: number, room: number): Frame {
  const at = Math.min(Math.max(column - 1, 0), line.length);
  // No character takes less than a unit, so that this much is enough, however long the line is.
  const before = shown(line.slice(Math.max(0, at - room * 2), at));
  const after = shown(line.slice(at, at + room * 2));
  const isWhole = at <= room * 2 && line.length - at <= room * 2;
  if (isWhole && width(before) + width(after) <= room) return { text: before + after, indent: blanks(width(before)) };

  const target = width(after) < room / 2 ? room - width(after) - 1 : Math.floor(room / 2);
  const isCutBefore = at > room * 2 || width(before) > target;
  const head = isCutBefore ? cut + tail(before, Math.max(1, target - 1)) : before;
  const left = room - width(head);
  const isCutAfter = line.length - at > room * 2 || width(after) > left;
  const text = head + (isCutAfter ? start(after, left - 1) + cut : after);
  return { text, indent: blanks(width(head)) };
}

function shown(text: string): string {
  return visible(text.replaceAll('\t', tab));
}

function blanks(count: number): string {
  return ' '.repeat(count);
}

/** As much of the end as fits. */
function tail(text: string, room: number): string {
  let taken = '';
  for (const character of [...text].reverse()) {
    if (width(character + taken) > room) break;
    taken = character + taken;
  }
  return taken;
}
