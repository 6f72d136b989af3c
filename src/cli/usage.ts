import type { CommanderError } from 'commander';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { messages } from './messages.js';

/** A command and its options, as `--help` shows them. */
export interface CommandNames {
  readonly name: string;
  readonly flags: readonly string[];
}

/**
 * What a wrong command line has wrong, with the nearest right one. Commander tells the kind by a code, but the word
 * only inside its sentence, in quotation marks.
 */
export function usageDiagnostic(error: CommanderError, argv: readonly string[], commands: readonly CommandNames[]): Diagnostic {
  const names = commands.map(({ name }) => name);
  const command = commands.find(({ name }) => name === argv.find((word) => names.includes(word)));
  const called = command === undefined ? 'carboncard' : `carboncard ${command.name}`;
  const sentence = error.message.replace(/^error: /, '').replace(/\.$/, '');
  const word = /'([^']*)'/.exec(sentence)?.[1] ?? '';
  if (error.code === 'commander.unknownCommand') return messages.unknownCommand(word, names, commandFor(word, names));
  if (error.code === 'commander.unknownOption') {
    const flag = word.replace(/=.*$/s, '');
    const known = ['--help', ...(command?.flags ?? ['--version'])];
    // One dash and a word is a slip too: `-format`.
    return messages.unknownOption(flag, called, nearest(flag.replace(/^-+/, '--'), known)[0]);
  }
  return messages.usage(sentence, called);
}

/** A manifest where the command should be is an easy slip. */
function commandFor(word: string, names: readonly string[]): string | undefined {
  if (/\.(ya?ml|json)$/i.test(word)) return `carboncard render ${word}`;
  return nearest(word, names)[0];
}
