import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Ask } from '../verbs/init.js';
import { commands } from './command-table.js';
import type { Context } from './context.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { outcomeOf } from './outcome.js';
import { checkHelpOf, commandLine } from './program.js';
import type { Terminal } from './terminal.js';

/** What the process provides; tests provide their own. */
export interface Surroundings {
  readonly terminal: Terminal;
  /** Opens what asks the person; gives nothing where nobody is at a terminal. Node loads much for the input, which few commands read. */
  readonly prompts?: (() => Ask | undefined) | undefined;
  readonly env: { readonly [name: string]: string | undefined };
}

/** Largest file whose lines are shown below its diagnostics. */
const maxSourceBytes = 5_000_000;

/**
 * Runs one command line, and prints its result and its diagnostics.
 *
 * @param argv Without the names of Node and of the program.
 * @returns What the process should end with. Nothing is thrown.
 */
export async function run(argv: readonly string[], { terminal, prompts, env }: Surroundings): Promise<ExitCode> {
  const isJson = argv.includes('--json');
  let code: ExitCode = exitCodes.done;
  const end = (ending: ExitCode): void => {
    code = ending;
  };
  const context: Context = {
    terminal,
    prompts,
    env,
    commands,
    end,
    outcomeOf: (error) => outcomeOf(error, argv, program),
    report: (diagnostics) => print(diagnostics, terminal),
  };
  const program = commandLine(context);
  try {
    checkHelpOf(program, argv);
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    const outcome = await outcomeOf(error, argv, program);
    code = outcome.code;
    if (isJson && outcome.diagnostics.length > 0) {
      const { visibleJson } = await import('./texts/visible.js');
      terminal.result(visibleJson({ diagnostics: outcome.diagnostics }));
    } else {
      await context.report(outcome.diagnostics);
    }
    if (code === exitCodes.bug && env['CARBONCARD_DEBUG'] === '1' && error instanceof Error) {
      terminal.talk(error.stack ?? String(error));
    }
  }
  const lost = await terminal.finish();
  if (lost === undefined) return code;
  const { messages } = await import('./messages.js');
  await context.report([messages.resultLost(lost.message)]);
  return code === exitCodes.done || code === exitCodes.notSo ? exitCodes.missing : code;
}

async function print(diagnostics: readonly Diagnostic[], terminal: Terminal): Promise<void> {
  if (diagnostics.length === 0) return;
  const { diagnosticsText } = await import('./texts/diagnostic-text.js');
  const { readTextFile } = await import('../io/text-file.js');
  terminal.talk(
    await diagnosticsText(diagnostics, {
      // A file that can't be read has a diagnostic of its own.
      sourceOf: (file) => readTextFile(file, { maxBytes: maxSourceBytes }).catch(() => undefined),
      paint: terminal.paintTalk,
      columns: terminal.columns,
    }),
  );
}
