import { differingFiles, FileError, isThere, readExactText } from '../../../io/files.js';
import type { OutputFiles } from '../../../outputs/output.js';
import { textDiff } from '../text-diff.js';
import { figureIn } from './figure-in.js';
import { type MetadataChange, metadataChange } from './metadata-change.js';

/** A file on disk that is not what would be written. */
export interface StaleFile {
  readonly file: string;
  readonly isMissing: boolean;
  /** An earlier run wrote it, and it would be removed. */
  readonly isLeft?: boolean | undefined;
  /** From what is there to what would be written, where people can read it. */
  readonly diff?: string | undefined;
  /** The total that the file states, where it has one. */
  readonly before?: string | undefined;
  /** The total that would be written. */
  readonly after?: string | undefined;
  /** The emissions in a card's front matter, in grams, where they would change. */
  readonly metadata?: MetadataChange | undefined;
}

const limits = { maxBytes: 50_000_000 };

/** The files that are not on disk as they should be, byte for byte. */
export async function staleFiles(folder: string, files: OutputFiles): Promise<readonly StaleFile[]> {
  const names = await differingFiles(folder, files);
  return Promise.all(names.map((name) => staleFile(folder === '.' ? name : `${folder}/${name}`, files.get(name))));
}

async function staleFile(file: string, expected: Uint8Array | string | undefined): Promise<StaleFile> {
  if (!(await isThere(file))) return { file, isMissing: true };
  const isReadable = typeof expected === 'string' && !file.endsWith('.svg') && !file.endsWith('.vl.json');
  const found = isReadable ? await textIfReadable(file) : undefined;
  return isReadable && found !== undefined ? staleText(file, found, expected) : { file, isMissing: false };
}

/** A text on disk that is not the one that would be written. */
export function staleText(file: string, found: string, expected: string): StaleFile {
  const figures = { before: figureIn(found), after: figureIn(expected) };
  return { file, isMissing: false, diff: textDiff(found, expected, 0), ...figures, metadata: metadataChange(found, expected) };
}

/** The text of a file; nothing where it can't be read. */
export async function textIfReadable(file: string): Promise<string | undefined> {
  try {
    return await readExactText(file, limits);
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}
