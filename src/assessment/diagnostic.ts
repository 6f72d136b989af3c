/** `error` stops the run; `warning` needs a look; `note` is a default, a fallback or an assumption that the report prints. */
export type Severity = 'error' | 'warning' | 'note';

/** A place in a text; line and column count from 1, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One message for the person: what was found, where, and what was expected. */
export interface Diagnostic {
  /** Stable kebab-case name, for scripts. */
  readonly id: string;
  /** `error` stops the run; `warning` needs a look; `note` is a default, a fallback or an assumption. */
  readonly severity: Severity;
  /** What was found, in a sentence. */
  readonly message: string;
  /** Path of the value in the manifest: `phases[0].energy`. */
  readonly path?: string | undefined;
  /** All paths, where one note is about several places; `path` is the first. */
  readonly paths?: readonly string[] | undefined;
  /** Titles of the phases that these places are in. */
  readonly phases?: readonly string[] | undefined;
  /** The file, where it is not the manifest alone. */
  readonly file?: string | undefined;
  /** Line, from 1. */
  readonly line?: number | undefined;
  /** Column, from 1. */
  readonly column?: number | undefined;
  /** What to write instead: an imperative or an example. */
  readonly expected?: string | undefined;
  /** The nearest valid value. */
  readonly suggestion?: string | undefined;
  /** More about it: a source, a consequence. */
  readonly note?: string | undefined;
}
