/** `error` stops the run; `warning` wants a look; `note` is a default, a fallback or an assumption that the report prints. */
export type Severity = 'error' | 'warning' | 'note';

/** Where in a text something stands; line and column count from 1, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One thing to tell the person: what it is, where, what was expected. */
export interface Diagnostic {
  /** Stable kebab-case name, for scripts. */
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  /** Path of the value in the manifest, as `phases[0].energy`. */
  readonly path?: string;
  /** All paths, where one note is of several places; `path` is the first. */
  readonly paths?: readonly string[];
  /** Titles of the phases that those places are in. */
  readonly phases?: readonly string[];
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** What would have been right. */
  readonly expected?: string;
  /** The nearest valid value. */
  readonly suggestion?: string;
  /** More to know: a source, a consequence. */
  readonly note?: string;
}

/** Errors that a person can mend, all found at once. Carries diagnostics instead of a stack trace. */
export class InputError extends Error {
  override readonly name = 'InputError';
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((d) => d.message).join('\n'));
  }
}

/** Something that the machine lacks (a browser, say), with the command that mends it. */
export class MissingError extends Error {
  override readonly name = 'MissingError';
  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error');
}
