import { InputError } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';
import { type CommandWords, helpWords, shells } from '../command-words.js';
import type { Context } from '../context.js';
import { messages } from '../messages.js';
import { bashCompletion } from '../texts/completion/bash.js';
import { fishCompletion } from '../texts/completion/fish.js';
import { zshCompletion } from '../texts/completion/zsh.js';

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const satisfies Record<
  (typeof shells)[number],
  unknown
>;

/** Prints the script that completes commands, options, values and files in a shell. */
export function completion(name: string, _options: object, { terminal, commands }: Context): void {
  const shell = shells.find((known) => known === name);
  if (shell === undefined) throw new InputError([messages.unknownShell(name, shells, nearest(name, shells)[0])]);
  terminal.result(scripts[shell]([...commands, help(commands)]));
}

/** What commander adds. */
function help(commands: readonly CommandWords[]): CommandWords {
  return { ...helpWords, argument: { name: '[command]', description: '', takes: commands.map(({ name }) => name) }, options: [] };
}
