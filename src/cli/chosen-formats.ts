import { InputError } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { type OutputId, outputIds, outputNames } from '../outputs/ids.js';
import { messages } from './messages.js';

/**
 * The formats that `--format` names, each once, in the order of the registry; nothing where the option was not given.
 *
 * @param lists As typed: `md,json`, once for each time that the option was given.
 * @throws {InputError} With every unknown word.
 */
export function chosenFormats(lists: readonly string[] | undefined): readonly OutputId[] | undefined {
  return chosenOf(outputIds, lists, formatMeant);
}

/**
 * Those of some words that an option names, in the order of the words; nothing where the option was not given.
 *
 * @param meant The word that somebody means who types another one.
 */
export function chosenOf<Id extends string>(
  ids: readonly Id[],
  lists: readonly string[] | undefined,
  meant: (word: string) => string | undefined = () => undefined,
): readonly Id[] | undefined {
  if (lists === undefined) return undefined;
  const words = lists.flatMap((list) => list.split(',')).map((word) => word.trim());
  const unknown = words.filter((word) => !ids.some((id) => id === word));
  if (unknown.length > 0) {
    const suggestion = (word: string): string | undefined => (word === '' ? undefined : (meant(word) ?? nearest(word, ids)[0]));
    throw new InputError([...new Set(unknown)].map((word) => messages.unknownFormat(word, ids, suggestion(word))));
  }
  return ids.filter((id) => words.includes(id));
}

/** `tex` for `LaTeX`. */
function formatMeant(word: string): OutputId | undefined {
  const asked = word.toLowerCase().replaceAll(/[\s-]+/g, '_');
  return outputIds.find((id) => outputNames[id]?.includes(asked) === true);
}
