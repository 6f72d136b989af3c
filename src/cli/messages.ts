import { error, listed, note, suggested } from '../diagnostics/message.js';
import type { FileError, WriteError, WriteProblem } from '../io/files.js';

/** What the command line alone reports: of what was typed, of the machine, and of its own bugs. */
export const messages = {
  unknownCommand: (word: string, commands: readonly string[], suggestion?: string) =>
    error('unknown-command', `Unknown command \`${word}\`.`, {
      expected: `one of ${listed(commands)}`,
      ...suggested(suggestion),
    }),
  unknownOption: (flag: string, command: string, suggestion?: string) =>
    error('unknown-option', `Unknown option \`${flag}\` of \`${command}\`.`, {
      expected: `an option that \`${command} --help\` lists`,
      ...suggested(suggestion),
    }),
  unknownFormat: (word: string, formats: readonly string[], suggestion?: string) =>
    error('unknown-format', word === '' ? 'Empty format.' : `Unknown format \`${word}\`.`, {
      expected: `one or more of ${formats.join(',')}`,
      ...suggested(suggestion),
    }),
  formatsNowhere: () => error('usage', 'Formats without a folder: nothing is written.', { expected: 'Add `-o <dir>`' }),
  listComparesNothing: () =>
    error('usage', '`--list` with models or a folder: the list compares nothing.', { expected: 'Use `carboncard compare --list` alone' }),
  unknownShell: (word: string, known: readonly string[], suggestion?: string) =>
    error('unknown-shell', `Unknown shell \`${word}\`.`, { expected: `one of ${listed(known)}`, ...suggested(suggestion) }),
  nothingToAudit: () =>
    error('usage', 'Which file?', { expected: 'Name a model card, a manifest or an assessment.json, as in `carboncard audit README.md`' }),
  outWithoutSince: () =>
    error('usage', '`-o` of `explain` is used with `--since` alone.', { expected: 'Add `--since v1.0`, or remove `-o`' }),
  oneFormat: (flag: string) => error('one-format', `Contradictory formats: \`--json\` and \`${flag}\`.`, { expected: 'one of them' }),
  notTogether: (flag: string, other: string) =>
    error('usage', `Contradictory options: \`${flag}\` and \`${other}\`.`, { expected: 'one of them' }),
  indexOfManifests: () =>
    error('usage', 'Contradictory: manifests and `--index`, which makes the index of all reports in the folder.', {
      expected: '`--index` with `-o DIR` alone, or manifests without it',
    }),
  notOpened: (file: string, why: 'no-terminal' | 'no-program') =>
    note(
      'not-opened',
      `${file} was not opened: ${why === 'no-terminal' ? 'nobody is at a terminal' : 'no program of this system took it'}.`,
    ),
  manifestAsLine: (file: string) =>
    error('usage', `${file} is a file, and no line of a manifest.`, {
      expected: `Name the manifest after \`-m\`: \`carboncard explain -m ${file}\``,
    }),
  missingArgument: (argument: string, example: string, command: string) =>
    error('usage', `Which ${argument}?`, { expected: `Name it, as in \`${example}\`; \`${command} --help\` has the rest` }),
  /** What to do where no manifest was named. @param isOption Whether the command takes one after `-m`. */
  noManifestHere: (command: string, isOption: boolean) => ({
    expected: `Go to the folder of carboncard.yaml, name it${isOption ? ' with -m' : `, as in \`carboncard ${command} FILE\``}, or start one with \`carboncard init\``,
  }),
  missingValue: (flags: string, command: string) =>
    error('usage', `Missing value of \`${flags}\`.`, { expected: `See \`${command} --help\`` }),
  usage: (message: string, command: string) =>
    error('usage', `${message.charAt(0).toUpperCase()}${message.slice(1)}.`, {
      expected: `See \`${command} --help\``,
    }),
  missing: (message: string, remedy: string) => error('missing-on-machine', message, { note: `To fix it: ${remedy}` }),
  unreadable: ({ path, problem }: FileError) => ({
    ...error(`file-${problem.kind}`, `The file can't be read: ${problem.kind.replaceAll('-', ' ')}.`),
    file: path,
  }),
  /** @param option The option that names the output: `-o DIR`; absent where the command has none. */
  unwritable: ({ problem }: WriteError, option?: string) =>
    error(`write-${problem.kind}`, writeFault(problem), {
      expected: `${writeRemedies[problem.kind]}${option === undefined ? '' : `: \`${option}\``}`,
      note: problem.code === undefined ? undefined : `The system's error is ${problem.code}.`,
    }),
  resultLost: (reason: string) => error('result-lost', `The result can't be written to standard output: ${reason}.`),
  bug: (reason: string) =>
    error('bug', `Unexpected error: ${reason}`, {
      note: 'This is a bug in carboncard. Set CARBONCARD_DEBUG=1 to see where.',
    }),
} as const;

function writeFault({ kind, path }: WriteProblem): string {
  return kind === 'no-folder' ? `There is no folder ${path}.` : `${path} can't be written: ${writeReasons[kind]}.`;
}

const writeReasons: Readonly<Record<Exclude<WriteProblem['kind'], 'no-folder'>, string>> = {
  'no-permission': 'permission denied',
  occupied: 'something else has that name',
  'link-outside': 'a symbolic link leads out of the folder',
  'hard-links': 'the file has other names (hard links), which would keep the old content',
  owner: 'the file belongs to another user or group, and would become yours',
  changed: 'another program saved the file meanwhile',
  'in-use': 'the file is mounted by itself, or open in another program',
  'name-too-long': 'the name is too long',
  'no-space': 'no space is left',
  'read-only-disk': 'the disk is read-only',
  unwritable: 'the system refused',
};

const writeRemedies: Readonly<Record<WriteProblem['kind'], string>> = {
  'no-permission': 'a folder that you may write to',
  'no-folder': 'a folder that exists',
  occupied: 'Move the other file away, or write to another folder',
  'link-outside': 'a folder without such links',
  'hard-links': 'Make it a file of its own: copy it, and give the copy its name',
  owner: 'Run carboncard as the owner of the file, or make it yours: copy it, and give the copy its name',
  changed: 'Save it in the other program, and run the command again',
  'in-use': 'Mount the folder of the file, or close the other program',
  'name-too-long': 'a shorter `slug`, or another folder',
  'no-space': 'Free space, or use a folder on another disk',
  'read-only-disk': 'a folder on another disk',
  unwritable: 'a folder that can be written to',
};
