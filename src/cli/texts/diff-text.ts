import { plain } from '../../units/format.js';
import type { Paint, Style } from '../terminal.js';
import { visible } from './visible.js';

const styles: Readonly<Record<string, Style>> = { '-': 'red', '+': 'green', '@': 'dim' };

/** A unified diff for a terminal: in colour where it has some, and obeyed by none. */
export function paintedDiff(diff: string, paint: Paint): string {
  return diff
    .split('\n')
    .map((line) => {
      const style = styles[line.charAt(0)];
      return style === undefined ? shown(line) : paint(shown(line), style);
    })
    .join('\n');
}

/** Without the no-break spaces and word joiners of our figures, which a person can't see. */
function shown(line: string): string {
  return visible(plain(line));
}
