import type { CommanderError } from 'commander';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { messages } from './messages.js';

/** A command and its options, as `--help` shows them. */
export interface CommandNames {
  readonly name: string;
  readonly flags: readonly string[];
  readonly example?: string | undefined;
}

/**
 * What is wrong with a command line, with the nearest valid one. Commander gives the kind as a code, but the word only in
 * its sentence, in quotation marks.
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
    // One dash before a word is a common slip: `-format`.
    return messages.unknownOption(flag, called, nearest(flag.replace(/^-+/, '--'), known)[0] ?? shortFlag(flag, command));
  }
  const example = command?.example ?? called;
  if (error.code === 'commander.missingArgument') return messages.missingArgument(word, example, called);
  if (error.code === 'commander.optionMissingArgument') return messages.missingValue(word, called);
  return messages.usage(sentence, called);
}

/** `-V` for `-v`: nothing else is as near. */
function shortFlag(flag: string, command: CommandNames | undefined): string | undefined {
  return command === undefined && flag === '-v' ? '-V' : undefined;
}

/** The nearest command; `render` where a manifest is in its place. */
function commandFor(word: string, names: readonly string[]): string | undefined {
  if (/\.(ya?ml|json)$/i.test(word)) return `carboncard render ${word}`;
  return nearest(word, names)[0];
}
