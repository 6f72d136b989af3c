import { Command } from 'commander';
import { version } from '../assessment/version.js';
import { type CommandDeclaration, commands } from './command-table.js';
import { helpWords } from './command-words.js';
import type { Context } from './context.js';

/** The command line: its commands, none of them loaded. */
export function commandLine(context: Context): Command {
  const { terminal } = context;
  const program = new Command('carboncard')
    .description("Turn the records of a model's runs into the carbon section of its model card: Markdown, PDF, JSON")
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: terminal.result,
      writeErr: terminal.talk,
      // `outcomeOf` reports it, with the nearest valid word.
      outputError: () => undefined,
      getErrHelpWidth: () => terminal.columns,
      getOutHelpWidth: () => terminal.columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(`${helpWords.name} [command]`, helpWords.description)
    .addHelpText('after', exampleText('carboncard render carboncard.yaml -o reports'));
  for (const declaration of commands) addCommand(program, declaration, context);
  return program;
}

/** Of an unknown word after `help`, commander prints the general help, and no error. */
export function checkHelpOf(program: Command, [first, word]: readonly string[]): void {
  if (first !== helpWords.name || word === undefined || word.startsWith('-')) return;
  const known = [helpWords.name, ...program.commands.map((command) => command.name())];
  if (!known.includes(word)) program.error(`error: unknown command '${word}'`, { code: 'commander.unknownCommand' });
}

function addCommand(program: Command, { name, description, argument, options, more, example, load }: CommandDeclaration, context: Context) {
  const command = program.command(name).description(description);
  if (argument !== undefined) command.argument(argument.name, argument.description, argument.default);
  for (const { flags, description: words, parse, default: value } of options) {
    if (parse === undefined) command.option(flags, words);
    else command.option<unknown>(flags, words, (typed, before) => parse(typed, before), value);
  }
  if (more !== undefined) command.addHelpText('after', `\n${more}`);
  command.addHelpText('after', exampleText(example));
  command.action(async (...values: readonly unknown[]) => {
    const action = await load();
    // Commander hands over the argument, if one is declared, and then the options.
    const [typed, chosen] = argument === undefined ? [undefined, values[0]] : values;
    await action(typed as never, chosen as never, isQuiet(chosen) ? quieted(context) : context);
  });
}

function isQuiet(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'quiet' in options && options.quiet === true;
}

/** Says nothing but errors beside the result. */
function quieted(context: Context): Context {
  return {
    ...context,
    terminal: { ...context.terminal, talk: () => undefined, progress: () => undefined },
    report: (diagnostics) => context.report(diagnostics.filter(({ severity }) => severity === 'error')),
  };
}

function exampleText(example: string): string {
  return `\nExample:\n  ${example}`;
}
