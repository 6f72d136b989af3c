import { textBeside } from '../io/text-beside.js';
import { type LibraryId, libraryIds } from './ids.js';

/** The manifest of each model. The files are read here; the bundle holds the result of this call, as text. */
export function manifestTexts(): Readonly<Record<LibraryId, string>> {
  const texts = libraryIds.map((id) => [id, textBeside(new URL(`models/${id}.yaml`, import.meta.url))]);
  return Object.fromEntries(texts) as Record<LibraryId, string>;
}
