import { type Diagnostic, InputError } from '../../diagnostics/diagnostic.js';
import { type FileKind, fileMessages } from '../../diagnostics/file-messages.js';
import type { Message } from '../../diagnostics/message.js';
import { nearest } from '../../diagnostics/nearest.js';
import { FileError, type FileProblem, placeOf } from '../../io/files.js';
import { namesIn } from '../../io/template-files.js';
import { messages } from './messages.js';

/**
 * Reads a file that a person named.
 *
 * @param file As the person named it.
 * @throws {InputError} With what is wrong with the file, in the words of the kind of file that it should be.
 */
export async function readNamed<Result>(file: string, kind: FileKind, read: () => Promise<Result>): Promise<Result> {
  const result = await attempt(file, kind, read);
  const found = kindByName(file);
  if (found !== undefined && isMistaken(kind, found)) throw new InputError([{ ...fileMessages.anotherKind(file, found), file }]);
  return result;
}

async function attempt<Result>(file: string, kind: FileKind, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.problem.kind !== 'not-found') throw new InputError([faultOf(file, error.problem, kind)]);
    throw new InputError([{ ...fileMessages.notFound(file, kind, await neighbour(file)), file }]);
  }
}

/** A file beside the one that is not there, with nearly its name. */
async function neighbour(file: string): Promise<string | undefined> {
  const { folder, name } = placeOf(file);
  const [near] = nearest(name, (await namesIn(folder)) ?? []);
  return near === undefined || folder === '.' ? near : `${folder}/${near}`;
}

const kindsByName: readonly (readonly [RegExp, FileKind])[] = [
  [/\.(?:md|markdown)$/i, 'model card'],
  [/\.ya?ml$/i, 'manifest'],
  [/\.(?:csv|tsv|log|jsonl)$/i, 'log'],
];

/** What a file is that has one of the usual names. */
function kindByName(file: string): FileKind | undefined {
  return kindsByName.find(([name]) => name.test(file))?.[1];
}

/** A log may have any name, and an audit takes cards and manifests alike. */
function isMistaken(kind: FileKind, found: FileKind): boolean {
  if (kind === 'log') return false;
  return kind === 'file' ? found === 'log' : found !== kind;
}

function faultOf(file: string, problem: FileProblem, kind: FileKind): Diagnostic {
  if (kind === 'log' && isPickle(problem)) return { ...messages.pickle(), file };
  const at = 'line' in problem ? { line: problem.line, column: problem.column } : problem.kind === 'empty' ? { line: 1, column: 1 } : {};
  return { ...sentenceOf(file, problem, kind), file, ...at };
}

function sentenceOf(file: string, problem: FileProblem, kind: FileKind): Message {
  switch (problem.kind) {
    case 'not-found':
      return fileMessages.notFound(file, kind);
    case 'folder':
      return fileMessages.isFolder(file, kind);
    case 'no-permission':
      return fileMessages.noPermission(file);
    case 'not-regular':
      return fileMessages.notRegular(file);
    case 'too-large':
      return fileMessages.tooLarge(file, `${Math.ceil(problem.bytes / 1e6)} MB`, `${problem.maxBytes / 1e6} MB`, kind);
    case 'empty':
      return fileMessages.emptyFile(kind);
    case 'not-utf8':
      return fileMessages.notText(file, kind);
    case 'nul-byte':
      return fileMessages.nulByte();
    case 'unreadable':
      return fileMessages.unreadable(file, problem.code);
  }
}

/** The first byte of a pickle since Python 2.3, which begins no text. */
function isPickle(problem: FileProblem): boolean {
  return problem.kind === 'not-utf8' && 'byte' in problem && problem.byte === 0x80 && problem.line === 1;
}
