import { MissingError } from '../diagnostics/diagnostic.js';
import { error, listed } from '../diagnostics/message.js';
import type { Ending } from '../io/chromium/browser-process.js';
import { UnprintedError } from './browser-page.js';

/** What can be wrong with a template, or with a style sheet of the user's. */
export const messages = {
  brokenTemplate: (reason: string) => error('broken-template', `Invalid template: ${reason}`, { expected: 'Markdown with Handlebars' }),
  /** @param families As the style sheet names them. */
  fontNotLoaded: (families: readonly string[]) =>
    error('font-not-loaded', `Fonts of the style sheet do not load: ${listed(families.map(unquoted))}.`, {
      expected: 'Put each font into the style sheet, `src: url("data:font/woff2;base64,…")`: no file and no address is read from it',
    }),
} as const;

/** Headings that documents bring themselves; those of their sections are in the templates. */
export const headings = {
  report: (model: string): string => `Carbon footprint of ${model}`,
  /** The Hub's own. */
  section: 'Environmental Impact',
  folded: 'The whole report: components, uncertainty, method, inputs, sources',
} as const;

/** CSS gives a family with its quotation marks where it has some. */
function unquoted(family: string): string {
  return `“${family.replace(/^(["'])([\s\S]*)\1$/, '$2')}”`;
}

export function browserNotStarted(executable: string, ending: Ending): MissingError {
  return new MissingError(
    `The browser ${executable} does not start: ${endingText(ending)}`,
    /free space|no space/i.test(ending.words)
      ? 'export TMPDIR=/a/folder/with/space'
      : 'export CARBONCARD_BROWSER=/path/to/chrome   # another browser',
  );
}

export function browserEnded(executable: string, ending: Ending): UnprintedError {
  return new UnprintedError(
    `The browser ${executable} failed twice while it printed the PDF: ${endingText(ending)}`,
    'Free memory and disk space, and run the command again   # or: --format md,json,charts, without the PDF',
  );
}

/** Signals by which a browser ends, and what sends them. */
const signals: Readonly<Record<string, string>> = {
  SIGKILL: 'something stopped it, most often since memory ran out',
  SIGILL: 'it is built for another processor',
  SIGTRAP: 'it gave up by itself',
  SIGABRT: 'it gave up by itself',
  SIGSEGV: 'it crashed',
  SIGBUS: 'it crashed, most often since the disk is full',
  SIGSYS: 'the system forbids a call that it needs',
};

/** `it ended by SIGILL (it is built for another processor). Its last words: …` */
function endingText({ how, words }: Ending): string {
  const reason = signals[how] === undefined ? '' : ` (${signals[how]})`;
  const fate = how.startsWith('SIG') ? `it ended by ${how}${reason}` : how.startsWith('exit') ? `it ended with ${how}` : how;
  return words === '' ? fate : `${fate}. Its last words: ${words}`;
}
