import { type Diagnostic, InputError, MissingError } from '../../../diagnostics/diagnostic.js';
import { FileError, type FileProblem } from '../../../io/text-file.js';
import { WriteError, type WriteProblem } from '../../../io/write/write-error.js';
import { FontError, UnprintedError } from '../../../render/browser-page.js';

/** An error as plain data: between threads an error of a class of its own arrives without its fields. */
export type PlainError =
  | { readonly kind: 'input'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'missing'; readonly message: string; readonly remedy: string }
  | { readonly kind: 'unprinted'; readonly message: string; readonly remedy: string }
  | { readonly kind: 'file'; readonly path: string; readonly problem: FileProblem }
  | { readonly kind: 'write'; readonly problem: WriteProblem }
  | { readonly kind: 'font'; readonly families: readonly string[] }
  | { readonly kind: 'other'; readonly message: string; readonly stack?: string | undefined; readonly facts: object };

/** What `machineFault` reads of an error of the system. */
const systemFacts = ['code', 'syscall', 'path'] as const;

export function plainError(error: unknown): PlainError {
  if (error instanceof InputError) return { kind: 'input', diagnostics: error.diagnostics };
  if (error instanceof UnprintedError) return { kind: 'unprinted', message: error.message, remedy: error.remedy };
  if (error instanceof MissingError) return { kind: 'missing', message: error.message, remedy: error.remedy };
  if (error instanceof FileError) return { kind: 'file', path: error.path, problem: error.problem };
  if (error instanceof WriteError) return { kind: 'write', problem: error.problem };
  if (error instanceof FontError) return { kind: 'font', families: error.families };
  if (!(error instanceof Error)) return { kind: 'other', message: String(error), facts: {} };
  const facts = Object.fromEntries(Object.entries(error).filter(([key, value]) => isFact(key) && typeof value === 'string'));
  return { kind: 'other', message: error.message, stack: error.stack, facts };
}

function isFact(key: string): boolean {
  return systemFacts.some((known) => known === key);
}

export function errorOf(plain: PlainError): Error {
  switch (plain.kind) {
    case 'input':
      return new InputError(plain.diagnostics);
    case 'missing':
      return new MissingError(plain.message, plain.remedy);
    case 'unprinted':
      return new UnprintedError(plain.message, plain.remedy);
    case 'file':
      return new FileError(plain.path, plain.problem);
    case 'write':
      return new WriteError(plain.problem);
    case 'font':
      return new FontError(plain.families);
    case 'other': {
      const error = Object.assign(new Error(plain.message), plain.facts);
      if (plain.stack !== undefined) error.stack = plain.stack;
      return error;
    }
  }
}
