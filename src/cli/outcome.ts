import { type Command, CommanderError } from 'commander';
import { type Diagnostic, InputError, MissingError } from '../diagnostics/diagnostic.js';
import { defaultManifest } from '../io/default-paths.js';
import { commands as table } from './command-table.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { machineFault } from './machine-fault.js';

export interface Outcome {
  readonly code: ExitCode;
  readonly diagnostics: readonly Diagnostic[];
}

/** The exit code and the diagnostics of an error. The messages are loaded here: a command that succeeds doesn't need them. */
export async function outcomeOf(error: unknown, argv: readonly string[], program: Command): Promise<Outcome> {
  if (error instanceof InputError)
    return { code: exitCodes.badInput, diagnostics: await withoutManifest(error.diagnostics, argv, program) };
  const { messages } = await import('./messages.js');
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return { code: exitCodes.done, diagnostics: [] };
    // No command was typed, and help was printed.
    if (error.code === 'commander.help') return { code: exitCodes.badInput, diagnostics: [] };
    const { usageDiagnostic } = await import('./usage.js');
    const commands = program.commands.map((command) => ({
      name: command.name(),
      flags: command.options.flatMap(({ long }) => long ?? []),
      example: table.find(({ name }) => name === command.name())?.example,
    }));
    return { code: exitCodes.badInput, diagnostics: [usageDiagnostic(error, argv, commands)] };
  }
  if (error instanceof MissingError) {
    return { code: exitCodes.missing, diagnostics: [messages.missing(error.message, error.remedy)] };
  }
  const fault = machineFault(error);
  if (fault !== undefined) return { code: exitCodes.missing, diagnostics: [messages.missing(fault.message, fault.remedy)] };
  // From where they are, and not through a list of all: where loading failed once, Node may fail in its own code the second time.
  const { FileError } = await import('../io/text-file.js');
  const { WriteError } = await import('../io/write/write-error.js');
  if (error instanceof FileError) return { code: exitCodes.badInput, diagnostics: [messages.unreadable(error)] };
  if (error instanceof WriteError) {
    const isMachine = ['in-use', 'no-space', 'read-only-disk', 'unwritable'].includes(error.problem.kind);
    return {
      code: isMachine ? exitCodes.missing : exitCodes.badInput,
      diagnostics: [messages.unwritable(error, outOption(argv, program))],
    };
  }
  return { code: exitCodes.bug, diagnostics: [messages.bug(error instanceof Error ? error.message : String(error))] };
}

/** Diagnostics in which a missing default manifest has what to do with the command that was typed. */
async function withoutManifest(
  diagnostics: readonly Diagnostic[],
  argv: readonly string[],
  program: Command,
): Promise<readonly Diagnostic[]> {
  const isMissing = ({ id, file }: Diagnostic): boolean => id === 'not-found' && file === defaultManifest;
  if (!diagnostics.some(isMissing) || argv.includes(defaultManifest)) return diagnostics;
  const { messages } = await import('./messages.js');
  const command = commandTyped(argv, program);
  const fix = messages.noManifestHere(command?.name() ?? 'render', command?.options.some(({ long }) => long === '--manifest') === true);
  return diagnostics.map((diagnostic) => (isMissing(diagnostic) ? { ...diagnostic, ...fix } : diagnostic));
}

function commandTyped(argv: readonly string[], program: Command): Command | undefined {
  return argv.map((word) => program.commands.find((known) => known.name() === word)).find((found) => found !== undefined);
}

/** The option that names the output of the command that was typed: `-o DIR`, or `-o FILE`; `card` has none. */
function outOption(argv: readonly string[], program: Command): string | undefined {
  const flags = commandTyped(argv, program)?.options.find(({ long }) => long === '--out')?.flags;
  const value = flags === undefined ? undefined : /<(\w+)>/.exec(flags)?.[1];
  return value === undefined ? undefined : `-o ${value.toUpperCase()}`;
}
