import { error } from '../diagnostics/message.js';

/** What can be wrong with what the process is given. */
export const messages = {
  invalidEpoch: (text: string) =>
    error('source-date-epoch-invalid', `Invalid SOURCE_DATE_EPOCH: ${JSON.stringify(text)}.`, {
      expected: 'whole seconds since 1970-01-01 UTC, such as 1767225600',
    }),
} as const;
