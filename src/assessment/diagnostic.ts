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
  readonly path?: string | undefined;
  /** All paths, where one note is of several places; `path` is the first. */
  readonly paths?: readonly string[] | undefined;
  /** Titles of the phases that those places are in. */
  readonly phases?: readonly string[] | undefined;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** What would have been right. */
  readonly expected?: string | undefined;
  /** The nearest valid value. */
  readonly suggestion?: string | undefined;
  /** More to know: a source, a consequence. */
  readonly note?: string | undefined;
}
