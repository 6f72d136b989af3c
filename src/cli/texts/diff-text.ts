import type { Paint, Style } from '../terminal.js';
import { visible } from './visible.js';

const styles: Readonly<Record<string, Style>> = { '-': 'red', '+': 'green', '@': 'dim' };

/** A unified diff for a terminal: in colour where it has some, and obeyed by none. */
export function paintedDiff(diff: string, paint: Paint): string {
  return diff
    .split('\n')
    .map((line) => {
      const style = styles[line.charAt(0)];
      return style === undefined ? visible(line) : paint(visible(line), style);
    })
    .join('\n');
}

/** As much of a diff as a person reads, and how much there is beyond. */
export function shortened(diff: string, lines: number): string {
  const all = diff.trimEnd().split('\n');
  if (all.length <= lines) return all.join('\n');
  return [...all.slice(0, lines), `… ${all.length - lines} more lines`].join('\n');
}
