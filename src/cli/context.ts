import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Ask } from '../verbs/init.js';
import type { CommandWords } from './command-words.js';
import type { ExitCode } from './exit-codes.js';
import type { Terminal } from './terminal.js';

/** What a command needs from outside. */
export interface Context {
  readonly terminal: Terminal;
  /** Opens what asks the person; gives nothing where nobody is at a terminal. */
  readonly prompts?: (() => Ask | undefined) | undefined;
  readonly env: { readonly [name: string]: string | undefined };
  /** Every command, for completion. */
  readonly commands: readonly CommandWords[];
  /** Sets the exit code of a command that ran and whose answer is no. */
  readonly end: (code: ExitCode) => void;
  /** The exit code of an error and what is printed of it, for a command that goes on after it. */
  readonly outcomeOf: (error: unknown) => Promise<{ readonly code: ExitCode; readonly diagnostics: readonly Diagnostic[] }>;
  /** Prints diagnostics for the person, each with its source line. */
  readonly report: (diagnostics: readonly Diagnostic[]) => Promise<void>;
}
