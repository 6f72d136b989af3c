import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type FileKind, fileMessages } from '../../diagnostics/file-messages.js';
import type { Message } from '../../diagnostics/message.js';
import type { FileProblem } from '../../io/files.js';

/** What is wrong with a file that a person named, in the words of the kind of file that it should be. */
export function faultOf(file: string, problem: FileProblem, kind: FileKind): Diagnostic {
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
