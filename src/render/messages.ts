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

/** What a page on a screen says beside the report itself. */
export const screenWords = {
  contents: 'Contents',
  /** A table that scrolls by itself, named by the heading above it. */
  table: (heading: string): string => `Table: ${heading}`,
  facts: { summary: 'Figures of this chart', mark: 'Item', shown: 'Figure' },
  beside: 'Written into the same folder as this page:',
  madeBy: (version: string): string => `Made by carboncard ${version}.`,
} as const;

/** CSS gives a family with its quotation marks where it has some. */
function unquoted(family: string): string {
  return `“${family.replace(/^(["'])([\s\S]*)\1$/, '$2')}”`;
}

const another = 'export CARBONCARD_BROWSER=/path/to/chrome';

export function browserNotStarted(executable: string, ending: Ending): MissingError {
  return new MissingError(
    `The browser ${executable} does not start: ${endingText(ending)}`,
    saidRemedies.find(([words]) => words.test(ending.words))?.[1] ?? remedies[ending.how] ?? `${another}   # another browser`,
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
  SIGTRAP: 'it gave up by itself, most often since the memory or a limit of the shell does not suffice',
  SIGABRT: 'it gave up by itself, most often since the memory or a limit of the shell does not suffice',
  SIGSEGV: 'it crashed',
  SIGBUS: 'it crashed, most often since the disk is full',
  SIGSYS: 'the system forbids a call that it needs',
  SIGXFSZ: 'the shell limits the size of files',
  SIGXCPU: 'the shell limits the processor time',
};

const moreMemory = `Free memory, or raise the limits that \`ulimit -a\` prints   # or: ${another}`;

/** What to do about what the browser said last. */
const saidRemedies: readonly (readonly [words: RegExp, remedy: string])[] = [
  [/free space|no space/i, 'export TMPDIR=/a/folder/with/space'],
  [/too many open files/i, 'ulimit -n 1024'],
];

/** What to do about a signal; for others, another browser may start. */
const remedies: Readonly<Record<string, string>> = {
  SIGKILL: moreMemory,
  SIGTRAP: moreMemory,
  SIGABRT: moreMemory,
  SIGXFSZ: `ulimit -f unlimited   # or: ${another}`,
  SIGXCPU: `ulimit -t unlimited   # or: ${another}`,
};

/** `it ended by SIGILL (it is built for another processor). Its last words: …` */
function endingText({ how, words }: Ending): string {
  const reason = signals[how] === undefined ? '' : ` (${signals[how]})`;
  const fate = how.startsWith('SIG') ? `it ended by ${how}${reason}` : how.startsWith('exit') ? `it ended with ${how}` : how;
  return words === '' ? fate : `${fate}. Its last words: ${words}`;
}
