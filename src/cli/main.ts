import type { ExitCode } from './exit-codes.js';

void main();

/** Everything is loaded in here, so that a person gets a sentence where it can't be, and never Node's stack trace. */
async function main(): Promise<void> {
  try {
    const [{ exitCodes }, { machineFault }, { openTerminal }] = await Promise.all([
      import('./exit-codes.js'),
      import('./machine-fault.js'),
      import('./terminal.js'),
    ]);
    const terminal = openTerminal(process);
    const isDebug = process.env['CARBONCARD_DEBUG'] === '1';

    /** Says what went wrong where no diagnostic can be printed any more, and gives the exit code. */
    const lastWords = (error: unknown): ExitCode => {
      const fault = machineFault(error);
      if (fault === undefined) terminal.talk(`error[bug]: Unexpected error: ${error instanceof Error ? error.message : String(error)}`);
      else terminal.talk(`error[missing-on-machine]: ${fault.message}\n  note: To fix it: ${fault.remedy}`);
      if (isDebug && error instanceof Error) terminal.talk(error.stack ?? '');
      return fault === undefined ? exitCodes.bug : exitCodes.missing;
    };

    // An error outside every promise, such as an error event in a library. The process can't go on after it.
    process.on('uncaughtException', (error) => {
      process.exit(lastWords(error));
    });

    try {
      const [{ quietLibraries }, { run }, { openPrompts }] = await Promise.all([
        import('./quiet-libraries.js'),
        import('./run.js'),
        import('./prompts.js'),
      ]);
      // Node warns of its experimental features; the person can do nothing about it. Libraries print by themselves.
      if (!isDebug) {
        process.removeAllListeners('warning');
        quietLibraries();
      }
      process.exitCode = await run(process.argv.slice(2), { terminal, prompts: () => openPrompts(process), env: process.env });
    } catch (error) {
      process.exitCode = lastWords(error);
    }
  } catch (error) {
    process.emitWarning(`carboncard can't be loaded: ${error instanceof Error ? error.message : String(error)}`);
    // `exitCodes.missing`, which may be what could not be loaded.
    process.exitCode = 3;
  }
}
