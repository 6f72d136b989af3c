import { createTwoFilesPatch } from 'diff';

/**
 * What differs between two texts, as a unified diff without its header. Line ends are left out of it: what is
 * written follows the file's, and a carriage return would hide on a terminal.
 */
export function textDiff(before: string, after: string, context = 3): string {
  const lines = (text: string): string => text.replace(/\r\n|\r/g, '\n');
  const patch = createTwoFilesPatch('before', 'after', lines(before), lines(after), undefined, undefined, { context });
  return patch.slice(patch.indexOf('@@'));
}
