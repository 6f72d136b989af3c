import { error, suggested } from './message.js';

/** What a file that a person names should be; `file` where a card, a manifest and an assessment will all do. */
export type FileKind = 'manifest' | 'model card' | 'file' | 'log';
const examples: Readonly<Record<FileKind, string>> = {
  'manifest': 'carboncard.yaml',
  'model card': 'README.md',
  'file': 'README.md',
  'log': 'emissions.csv',
};
const texts: Readonly<Record<FileKind, string>> = {
  'manifest': 'YAML or JSON',
  'model card': 'Markdown',
  'file': 'Markdown, YAML or JSON',
  'log': 'text',
};
const absent: Readonly<Record<FileKind, string>> = {
  'manifest': 'Name a manifest in YAML or JSON, or start one with `carboncard init`',
  'model card': 'the README.md of the model, or another card in Markdown',
  'file': 'a model card, a manifest or an assessment.json',
  'log': "a tracker's log, such as CodeCarbon's emissions.csv",
};

/** What can be wrong with a file that a person named. */
export const fileMessages = {
  notFound: (file: string, kind: FileKind, suggestion?: string) =>
    error('not-found', `There is no file ${file}.`, { expected: absent[kind], ...suggested(suggestion) }),
  anotherKind: (file: string, found: FileKind) =>
    error('another-kind', `${file} is a ${found}, by its name.`, { expected: insteadOf(file, found) }),
  isFolder: (file: string, kind: FileKind) =>
    error('is-a-folder', `${file} is a folder.`, { expected: `a ${kind}, such as ${examples[kind]} in it` }),
  noPermission: (file: string) => error('no-permission', `${file} can't be read: permission denied.`),
  notRegular: (file: string) => error('not-a-file', `${file} is not a regular file.`),
  unreadable: (file: string, reason: string) => error('unreadable', `${file} can't be read: ${reason}.`),
  tooLarge: (file: string, size: string, limit: string, kind: FileKind) =>
    error('too-large', `${file} has ${size}, too large for a ${kind}.`, {
      expected: kind === 'manifest' ? `at most ${limit}; logs are named in the manifest, not put in it` : `at most ${limit}`,
    }),
  notText: (file: string, kind: FileKind) =>
    error('not-text', `${file} is not UTF-8 text.`, { expected: `${texts[kind]}, saved as UTF-8` }),
  nulByte: () => error('nul-byte', 'The file holds a NUL byte, so it is not text.', { expected: 'text, saved as UTF-8' }),
  emptyFile: (kind: FileKind = 'manifest') =>
    error('empty-file', `The ${kind} is empty.`, {
      expected: kind === 'manifest' ? 'Write `model:`, `hardware:`, `duration:`, `location:` and `year:`, a line each' : absent[kind],
    }),
} as const;

/** The command that takes the file that was named. */
function insteadOf(file: string, found: FileKind): string {
  if (found === 'log') return `Start a manifest from this log with \`carboncard init ${file}\``;
  if (found === 'model card') return `Write a section into this card with \`carboncard card ${file}\``;
  return `Name the model's README.md: \`carboncard card README.md -m ${file}\` writes the section from this manifest`;
}
