/** What a library would print by itself. Only a terminal of `openTerminal` writes for the program. */
const methods = ['debug', 'dir', 'error', 'info', 'log', 'trace', 'warn'] as const;

/** Takes the console away from libraries: their words would stand among results, and mean nothing to the person. */
export function quietLibraries(): void {
  const quiet = (): void => undefined;
  Object.assign(globalThis.console, Object.fromEntries(methods.map((name) => [name, quiet])));
}
