import { error } from '../diagnostics/message.js';
import { lastPart } from './paths.js';

/** What a page says of the files that a manifest names. */
export const messages = {
  notGiven: (name: string) =>
    error('file-not-given', `The manifest names the file ${name}, which is not on this page.`, {
      expected: `Drop ${lastPart(name)} on the page, or choose it`,
      note: 'A page cannot read files by their names. It reads a dropped file on this machine, and sends nothing.',
    }),
  sameLastPart: (name: string, paths: readonly string[]) =>
    error('file-not-given', `The manifest names different files that are called ${name}: ${paths.join(' and ')}.`, {
      expected: 'Give the files different names, or use the command line',
      note: 'A page learns the name of a file without its folders, so it cannot tell these files apart.',
    }),
} as const;
