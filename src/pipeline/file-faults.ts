import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type FileKind, messages, type Sentence } from '../diagnostics/messages.js';
import type { FileProblem } from '../io/files.js';

/** What is wrong with a file that a person named, told for the kind of file that it should be. */
export function faultOf(file: string, problem: FileProblem, kind: FileKind): Diagnostic {
  const at = 'line' in problem ? { line: problem.line, column: problem.column } : problem.kind === 'empty' ? { line: 1, column: 1 } : {};
  return { ...sentenceOf(file, problem, kind), file, ...at };
}

function sentenceOf(file: string, problem: FileProblem, kind: FileKind): Sentence {
  switch (problem.kind) {
    case 'not-found':
      return messages.notFound(file, kind);
    case 'folder':
      return messages.isFolder(file, kind);
    case 'no-permission':
      return messages.noPermission(file);
    case 'not-regular':
      return messages.notRegular(file);
    case 'too-large':
      return messages.tooLarge(file, `${Math.ceil(problem.bytes / 1e6)} MB`, `${problem.maxBytes / 1e6} MB`, kind);
    case 'empty':
      return messages.emptyFile(kind);
    case 'not-utf8':
      return messages.notText(file, kind);
    case 'nul-byte':
      return messages.nulByte();
    case 'unreadable':
      return messages.unreadable(file, problem.code);
  }
}
