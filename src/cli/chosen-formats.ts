import { InputError } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Format } from '../index.js';
import { messages } from './messages.js';

/** The formats that lists name, each once, in our order; nothing where none was typed. */
export function chosenFormats(lists: readonly string[] | undefined, known: readonly Format[]): readonly Format[] | undefined {
  if (lists === undefined) return undefined;
  const words = lists.flatMap((list) => list.split(',')).map((word) => word.trim());
  const unknown = words.filter((word) => !known.some((format) => format === word));
  if (unknown.length > 0) {
    const meant = (word: string): string | undefined => (word === '' ? undefined : nearest(word, known)[0]);
    throw new InputError([...new Set(unknown)].map((word) => messages.unknownFormat(word, known, meant(word))));
  }
  return known.filter((format) => words.includes(format));
}
