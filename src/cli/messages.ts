import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileError, WriteError, WriteProblem } from '../io/files.js';

const error = (id: string, message: string, rest: Partial<Diagnostic> = {}): Diagnostic => ({
  id,
  severity: 'error',
  message,
  ...rest,
});
const suggested = (suggestion: string | undefined): Partial<Diagnostic> => (suggestion === undefined ? {} : { suggestion });

/** What only the command line has to say; all else is in diagnostics/messages.ts. */
export const messages = {
  unknownCommand: (word: string, commands: readonly string[], suggestion?: string) =>
    error('unknown-command', `There is no command \`${word}\`.`, {
      expected: `one of ${commands.join(', ')}`,
      ...suggested(suggestion),
    }),
  unknownOption: (flag: string, command: string, suggestion?: string) =>
    error('unknown-option', `\`${command}\` has no option \`${flag}\`.`, {
      expected: `an option that \`${command} --help\` lists`,
      ...suggested(suggestion),
    }),
  unknownFormat: (word: string, formats: readonly string[], suggestion?: string) =>
    error('unknown-format', word === '' ? 'A format is empty.' : `There is no format \`${word}\`.`, {
      expected: `one or more of ${formats.join(',')}`,
      ...suggested(suggestion),
    }),
  unknownSchema: (word: string, known: readonly string[], suggestion?: string) =>
    error('unknown-schema', `Unknown schema \`${word}\`.`, { expected: `one of ${known.join(', ')}`, ...suggested(suggestion) }),
  nothingToAudit: () =>
    error('usage', 'No file was named.', { expected: 'a model card, a manifest or an assessment.json: `carboncard audit README.md`' }),
  oneFormat: (flag: string) => error('one-format', `\`--json\` and \`${flag}\` ask for two formats.`, { expected: 'one of them' }),
  unknownFactor: (query: string, candidates: readonly string[]) =>
    error('unknown-factor', `Nothing is known as \`${query}\`.`, {
      expected: 'a country, a cloud region, a device, each perhaps with a year; or what `carboncard factors` lists',
      ...suggested(candidates.length === 0 ? undefined : candidates.join(', ')),
    }),
  noFactorYear: (label: string, year: number, years: readonly string[]) =>
    error('no-grid-year', `No grid intensity of ${label} is known within 3 years of ${year}.`, {
      expected: years.length === 0 ? 'another place' : `a year near those there are, ${years[0]} to ${years.at(-1)}`,
    }),
  usage: (message: string, command: string) =>
    error('usage', `${message.charAt(0).toUpperCase()}${message.slice(1)}.`, {
      expected: `what \`${command} --help\` says`,
    }),
  missing: (message: string, remedy: string) => error('missing-on-machine', message, { note: `To mend it: ${remedy}` }),
  unreadable: ({ path, problem }: FileError) =>
    error(`file-${problem.kind}`, `This can't be read: ${problem.kind.replaceAll('-', ' ')}.`, { file: path }),
  unwritable: ({ problem }: WriteError) =>
    error(`write-${problem.kind}`, `${problem.path} can't be written: ${writeReasons[problem.kind]}.`, {
      expected: writeRemedies[problem.kind],
      ...(problem.code === undefined ? {} : { note: `The system says ${problem.code}.` }),
    }),
  resultLost: (reason: string) => error('result-lost', `The result can't be written to standard output: ${reason}.`),
  bug: (reason: string) =>
    error('bug', `Something went wrong that should not: ${reason}`, {
      note: 'This is a mistake in carboncard. CARBONCARD_DEBUG=1 shows where.',
    }),
} as const;

const writeReasons: Readonly<Record<WriteProblem['kind'], string>> = {
  'no-permission': 'permission denied',
  occupied: 'something else stands there',
  'link-outside': 'a symbolic link leads out of the folder',
  'name-too-long': 'the name is too long',
  'no-space': 'no space is left',
  'read-only-disk': 'the disk is read-only',
  unwritable: 'the system refused',
};

const writeRemedies: Readonly<Record<WriteProblem['kind'], string>> = {
  'no-permission': 'a folder that you may write to: `-o DIR`',
  occupied: 'another folder: `-o DIR`; or what stands there moved away',
  'link-outside': 'a folder without such links: `-o DIR`',
  'name-too-long': 'a shorter `slug`, or another folder: `-o DIR`',
  'no-space': 'room on the disk, or a folder on another one: `-o DIR`',
  'read-only-disk': 'a folder on another disk: `-o DIR`',
  unwritable: 'a folder that can be written to: `-o DIR`',
};
