import type { Diagnostic, Severity } from '../assessment/diagnostic.js';

/** What a diagnostic says, without the place that it is about. */
export interface Message<Id extends string = string> extends Details {
  readonly id: Id;
  readonly severity: Severity;
  readonly message: string;
}

/** What a message says beside its sentence. `expected` is an imperative or an example. */
export type Details = Pick<Diagnostic, 'expected' | 'suggestion' | 'note'>;

/** The ids of a table of messages, as a union. */
export type IdsOf<T> =
  T extends Message<infer Id>
    ? Id
    : T extends (...details: never) => infer Result
      ? IdsOf<Result>
      : T extends object
        ? { [Key in keyof T]: IdsOf<T[Key]> }[keyof T]
        : never;

const message =
  (severity: Severity) =>
  <const Id extends string>(id: Id, text: string, details: Details = {}): Message<Id> => ({ id, severity, message: text, ...details });

export const error = message('error');
export const warning = message('warning');
export const note = message('note');

/** Words in a sentence: `a, b, c`. */
export const listed = (words: readonly string[]): string => words.join(', ');

/** The nearest valid value, where there is one. */
export const suggested = (suggestion: string | undefined): Details => ({ suggestion });
