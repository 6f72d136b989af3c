import type { Diagnostic } from '../assessment/diagnostic.js';

export type { Diagnostic, Position, Severity } from '../assessment/diagnostic.js';

/** Errors that a person can fix, all found at once. Carries diagnostics instead of a stack trace. */
export class InputError extends Error {
  override readonly name = 'InputError';
  constructor(
    readonly diagnostics: readonly Diagnostic[],
    options?: ErrorOptions,
  ) {
    super(diagnostics.map((d) => d.message).join('\n'), options);
  }
}

/** Something that the machine lacks (a browser, say), with the command that fixes it. */
export class MissingError extends Error {
  override readonly name = 'MissingError';
  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}
