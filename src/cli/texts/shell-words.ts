import { visible } from './visible.js';

/** A word of a command line, in quotes where a shell would split it. */
export function quoted(word: string): string {
  return /^[\w./:=,@%+-]+$/.test(word) ? word : `'${visible(word).replaceAll("'", "'\\''")}'`;
}
