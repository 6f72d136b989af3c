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
