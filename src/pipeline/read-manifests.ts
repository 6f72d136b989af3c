import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { messages, type Sentence } from '../diagnostics/messages.js';
import { FileError, type FileProblem, readTextFile } from '../io/files.js';
import type { Manifest } from '../manifest/manifest.js';
import { parseManifest } from '../manifest/parse.js';

/** Logs are named in a manifest, not put in it: more than this is another kind of file. */
const maxBytes = 5_000_000;

/**
 * Reads manifests, all of them before anything else is done.
 *
 * @throws {InputError} With every fault of every file.
 */
export async function readManifests(files: readonly string[]): Promise<readonly Manifest[]> {
  const faults: Diagnostic[] = [];
  const manifests: Manifest[] = [];
  for (const file of files) {
    const read = await readManifest(file);
    if ('faults' in read) faults.push(...read.faults);
    else manifests.push(read.manifest);
  }
  faults.push(...sameSlugs(manifests));
  if (faults.length > 0) throw new InputError(faults);
  return manifests;
}

async function readManifest(file: string): Promise<{ readonly manifest: Manifest } | { readonly faults: readonly Diagnostic[] }> {
  try {
    return { manifest: parseManifest(await readTextFile(file, { maxBytes }), file) };
  } catch (error) {
    if (error instanceof InputError) return { faults: error.diagnostics };
    const fault = faultOf(file, error);
    if (fault !== undefined) return { faults: [fault] };
    throw error;
  }
}

/**
 * Why a file can't be read, for the person who named it; nothing where the error is another one.
 *
 * @param expected What the file should be, where that is no manifest.
 */
export function faultOf(file: string, error: unknown, expected?: string): Diagnostic | undefined {
  if (!(error instanceof FileError)) return undefined;
  const { problem } = error;
  const at = 'line' in problem ? { line: problem.line, column: problem.column } : problem.kind === 'empty' ? { line: 1, column: 1 } : {};
  const sentence = sentenceOf(file, problem);
  return { ...sentence, ...(expected !== undefined && sentence.expected !== undefined && { expected }), file, ...at };
}

function sentenceOf(file: string, problem: FileProblem): Sentence {
  switch (problem.kind) {
    case 'not-found':
      return messages.notFound(file);
    case 'folder':
      return messages.isFolder(file);
    case 'no-permission':
      return messages.noPermission(file);
    case 'not-regular':
      return messages.notRegular(file);
    case 'too-large':
      return messages.tooLarge(file, `${Math.ceil(problem.bytes / 1e6)} MB`, `${problem.maxBytes / 1e6} MB`);
    case 'empty':
      return messages.emptyFile();
    case 'not-utf8':
      return messages.notText(file);
    case 'nul-byte':
      return messages.nulByte();
    case 'unreadable':
      return messages.unreadable(file, problem.code);
  }
}

/** Folders that differ in case alone are one on some machines. */
function sameSlugs(manifests: readonly Manifest[]): readonly Diagnostic[] {
  const owners = new Map<string, Manifest>();
  return manifests.flatMap((manifest): Diagnostic[] => {
    const key = manifest.slug.toLowerCase();
    const owner = owners.get(key);
    owners.set(key, owner ?? manifest);
    if (owner === undefined) return [];
    const position = manifest.positionOf('slug') ?? manifest.positionOf('model');
    return [
      {
        ...messages.sameSlug(manifest.slug, owner.file ?? 'another manifest'),
        ...(manifest.file !== undefined && { file: manifest.file }),
        ...position,
      },
    ];
  });
}
