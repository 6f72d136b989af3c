import type { Diagnostic, Severity } from './diagnostic.js';

/** What a diagnostic says, without the place that it speaks of. */
export interface Message extends Pick<Diagnostic, 'id' | 'severity' | 'message' | 'expected' | 'suggestion' | 'note'> {}

/** What a message says beside its sentence. */
export type Details = Pick<Message, 'expected' | 'suggestion' | 'note'>;

const message =
  (severity: Severity) =>
  (id: string, text: string, details: Details = {}): Message => ({ id, severity, message: text, ...details });

export const error = message('error');
export const warning = message('warning');
export const note = message('note');

/** Words in a sentence: `a, b, c`. */
export const listed = (words: readonly string[]): string => words.join(', ');

/** The nearest valid value, where there is one. */
export const suggested = (suggestion: string | undefined): Details => (suggestion === undefined ? {} : { suggestion });
