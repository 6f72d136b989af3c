import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type * as index from '../index.js';
import type { Ask } from '../verbs/init.js';
import type { ExitCode } from './exit-codes.js';
import type { Terminal } from './terminal.js';

/** What the commands use of the public API. */
export type Api = Pick<typeof index, 'checkReports' | 'formats' | 'renderManifests' | 'textDiff' | 'updateModelCard'>;

/** What a command needs from outside. */
export interface Context {
  readonly terminal: Terminal;
  /** Puts questions to the person; nothing where nobody sits at a terminal. */
  readonly ask?: Ask | undefined;
  readonly env: { readonly [name: string]: string | undefined };
  /** Loaded by the command that needs it, since charts and browsers hang on it. */
  readonly api: () => Promise<Api>;
  /** What the process is to end with, where all went well and the answer is no. */
  readonly end: (code: ExitCode) => void;
  /** Says diagnostics to the person, each with its source line. */
  readonly tell: (diagnostics: readonly Diagnostic[]) => Promise<void>;
}
