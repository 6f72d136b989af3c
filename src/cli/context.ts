import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type * as index from '../index.js';
import type { ExitCode } from './exit-codes.js';
import type { Terminal } from './terminal.js';

/** What the commands use of the public API. */
export type Api = Pick<typeof index, 'formats' | 'renderManifests'>;

/** What a command needs from outside. */
export interface Context {
  readonly terminal: Terminal;
  readonly env: { readonly [name: string]: string | undefined };
  /** Loaded by the command that needs it, since charts and browsers hang on it. */
  readonly api: () => Promise<Api>;
  /** What the process ends with where nothing goes wrong after it: the thing checked is not so. */
  readonly end: (code: ExitCode) => void;
  /** Says diagnostics to the person, each with its source line. */
  readonly tell: (diagnostics: readonly Diagnostic[]) => Promise<void>;
}
