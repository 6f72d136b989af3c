/** Characters of the longest text that is read as a name; the longest name of the tables has under 100. */
export const maxNameLength = 200;

/**
 * A text as the name of hardware, each blank once; nothing where it is longer than any name. Names are read by expressions that try
 * many splits, so that the time for an endless text would grow with its square.
 *
 * @example asName(' 8 x\tA100 ') //=> '8 x A100'
 */
export function asName(text: string): string | undefined {
  const name = text.replace(/\s+/g, ' ').trim();
  return name.length > maxNameLength ? undefined : name;
}
