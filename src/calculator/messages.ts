import { error } from '../diagnostics/message.js';

/** What a page says of the files that a manifest names. */
export const messages = {
  notGiven: (name: string) =>
    error('file-not-given', `The manifest names the file ${name}, which is not on this page.`, {
      expected: `Drop ${lastPart(name)} on the page, or choose it`,
      note: 'A page cannot read files by their names. It reads a dropped file on this machine, and sends nothing.',
    }),
} as const;

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
