import { credentialVariables } from '../../io/http/credentials.js';
import type { CommandDeclaration } from '../command-table.js';
import { flagOf, helpWords } from '../command-words.js';

/** What the page says beside the commands. */
export interface ManPageFacts {
  readonly version: string;
  /** Of the factor tables, as a date: the page has the same bytes whenever it is made. */
  readonly date: string;
}

/** What programs read from the environment, and what a process may end with. */
const environment: readonly (readonly [string, string])[] = [
  ['NO_COLOR', 'Any value that is not empty turns colours off.'],
  ['SOURCE_DATE_EPOCH', 'Seconds since 1970: the date of a report whose manifest has none.'],
  ['GITHUB_ACTIONS', 'Where it is `true`, `check` and `audit` annotate the lines of a pull request.'],
  ['CARBONCARD_BROWSER', 'Path of the browser that prints PDFs, in place of the one in the package.'],
  ['XDG_CACHE_HOME', 'Folder of the cache, else `~/.cache`.'],
  [credentialVariables.token, 'Token for the server that `collect` asks.'],
  [`${credentialVariables.username}, ${credentialVariables.password}`, 'Name and password for that server.'],
  ['CARBONCARD_DEBUG', '`1` prints the stack trace of a bug.'],
];

const statuses: readonly (readonly [string, string])[] = [
  ['0', 'Done.'],
  ['1', 'What was checked is not so: a report is out of date, an audit found something.'],
  ['2', 'Bad input. All errors are printed, with file, line and column.'],
  ['3', 'Something is missing on the machine, such as space on the disk; or the server of `collect` is away.'],
  ['70', 'A bug in carboncard.'],
];

/**
 * The manual page in the macros of man(7), from the declarations that `--help` and completion are made from.
 *
 * @see https://man7.org/linux/man-pages/man7/man.7.html
 */
export function manPage(commands: readonly CommandDeclaration[], { version, date }: ManPageFacts): string {
  const names = commands.map(({ name }) => name);
  return [
    '.\\" Made by `npm run man` from the declarations of the commands.',
    `.TH CARBONCARD 1 ${quoted(date)} ${quoted(`carboncard ${version}`)} "User Commands"`,
    '.SH NAME',
    "carboncard \\- turn the records of a model's runs into the carbon section of its model card",
    '.SH SYNOPSIS',
    ...commands.map((command, index) => `${index === 0 ? '' : '.br\n'}${synopsisOf(command)}`),
    '.SH DESCRIPTION',
    text(
      'Reads records of machine-learning runs, as manifests and logs of trackers, calculates the emissions of their life cycle, and writes the carbon section of a model card, with charts, a PDF and JSON. It reads and writes files; only `collect URL` asks a server, the one that is named.',
    ),
    '.SH COMMANDS',
    ...commands.flatMap(commandLines),
    `.SS ${helpWords.name} [command]`,
    text(sentence(helpWords.description)),
    '.SH OPTIONS',
    ...item('\\fB\\-h\\fR, \\fB\\-\\-help\\fR', `Print the help of carboncard, or of a command: ${names.join(', ')}.`),
    ...item('\\fB\\-V\\fR, \\fB\\-\\-version\\fR', 'Print the version.'),
    '.SH EXIT STATUS',
    ...statuses.flatMap(([code, words]) => item(`\\fB${code}\\fR`, words)),
    '.SH ENVIRONMENT',
    ...environment.flatMap(([name, words]) => item(`\\fB${name}\\fR`, words)),
    '.SH FILES',
    ...item('\\fIcarboncard.yaml\\fR', 'The manifest, where a command names none.'),
    ...item('\\fIreports/\\fR', 'The reports, each in a folder of its own.'),
    '.SH EXAMPLES',
    ...commands.flatMap(({ example }) => ['.PP', '.EX', escaped(example), '.EE']),
    '',
  ].join('\n');
}

function synopsisOf({ name, argument }: CommandDeclaration): string {
  return `\\fBcarboncard ${name}\\fR [\\fIoption\\fR...]${argument === undefined ? '' : ` \\fI${escaped(argument.name)}\\fR`}`;
}

function commandLines({ name, description, argument, options, more }: CommandDeclaration): readonly string[] {
  return [
    `.SS ${name}${argument === undefined ? '' : ` ${escaped(argument.name)}`}`,
    text(sentence(description)),
    ...(argument === undefined ? [] : item(`\\fI${escaped(argument.name)}\\fR`, sentence(argument.description))),
    ...options.flatMap(({ flags, description: words, default: value }) =>
      item(flagText(flags), sentence(value === undefined ? words : `${words} (default: ${value})`)),
    ),
    ...(more === undefined ? [] : ['.PP', '.EX', ...more.split('\n').map(escaped), '.EE']),
  ];
}

function flagText(flags: string): string {
  const { short, long, value } = flagOf(flags);
  const words = [short, long].flatMap((word) => (word === undefined ? [] : [`\\fB${escaped(word)}\\fR`]));
  return `${words.join(', ')}${value === undefined ? '' : ` \\fI${escaped(value)}\\fR`}`;
}

function item(tag: string, words: string): readonly string[] {
  return ['.TP', tag, text(words)];
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`;
}

/** Prose, whose words in backticks are bold; a line each sentence, as man(7) asks. */
function text(words: string): string {
  return words
    .replaceAll(/([.;]) (?=[A-Z])/g, '$1\n')
    .split('\n')
    .map((line) =>
      line
        .split('`')
        .map((part, index) => (index % 2 === 1 ? `\\fB${escaped(part)}\\fR` : escaped(part)))
        .join(''),
    )
    .map(shielded)
    .join('\n');
}

/** Text as roff shows it: a backslash, a hyphen that can be copied, quotation marks that stay straight, and characters beyond ASCII. */
function escaped(words: string): string {
  const plain = words
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('`', '\\(ga')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
    .replaceAll(/[^\n -~]/gu, (character) => `\\[u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`);
  return shielded(plain);
}

/** A line that would begin with a request. */
function shielded(line: string): string {
  return /^[.']/.test(line) ? `\\&${line}` : line;
}

function quoted(words: string): string {
  return `"${escaped(words).replaceAll('"', '""')}"`;
}
