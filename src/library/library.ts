import type { LibraryEntry } from './entry.js';
import { type LibraryId, libraryIds } from './ids.js';

export type { LibraryEntry, PublishedFigure } from './entry.js';
export { type LibraryId, libraryIds } from './ids.js';

/** The manifest of a published model, as somebody would write it from the publication. */
export interface LibraryModel {
  readonly id: LibraryId;
  /** For diagnostics and sources: no path of a file on this machine. */
  readonly file: string;
  readonly text: string;
}

/** Whether a word names a model of the library. */
export function isLibraryId(word: string): word is LibraryId {
  return (libraryIds as readonly string[]).includes(word);
}

/**
 * The models that a person may mean: the one of that id or name, in whatever case and with whatever hyphens; else all whose id or name
 * begins with these words. `OPT` is `opt-175b`; `Llama 2` may be three.
 */
export async function findLibraryModels(asked: string): Promise<readonly LibraryId[]> {
  const wanted = wordsIn(asked);
  if (wanted.length === 0) return [];
  const named = (await listLibrary()).map(({ id, name }) => ({ id, names: [wordsIn(id), wordsIn(name)] }));
  const having = (test: (words: readonly string[]) => boolean): readonly LibraryId[] =>
    named.filter(({ names }) => names.some(test)).map(({ id }) => id);
  const same = having((words) => words.join('') === wanted.join(''));
  return same.length > 0 ? same : having((words) => wanted.every((word, n) => words[n] === word));
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** The manifest of a model. All of them are loaded with the first. */
export async function readLibraryModel(id: LibraryId): Promise<LibraryModel> {
  const { manifestTexts } = await import('./manifests-at-build.js');
  return { id, file: `library/${id}.yaml`, text: manifestTexts()[id] };
}

/** What the library has, in the order of `libraryIds`, without reading a manifest. */
export async function listLibrary(): Promise<readonly (LibraryEntry & { readonly id: LibraryId })[]> {
  const { entryRows } = await import('./entry-rows.js');
  return libraryIds.map((id) => ({ id, ...entryRows[id] }));
}
