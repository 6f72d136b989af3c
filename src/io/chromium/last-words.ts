import { type ChildProcess, spawn } from 'node:child_process';
import { codeOf } from '../system-error.js';

/** How a program ended. */
export interface Ending {
  /** `exit code 127`, `SIGILL`, or the system's error where it did not even start: `EACCES`. */
  readonly how: string;
  /** The end of what it printed, on one line. */
  readonly words: string;
}

/** Characters that are kept of what a program prints. */
const maxLength = 4000;
const maxLines = 4;

/** A program that does neither in this time has hung. */
const patience = 20_000;

/**
 * Starts a program to see why it does not stay: waits until it ends, or until it prints a sign that it runs; then it is stopped.
 *
 * @returns How it ended; nothing where it runs.
 */
export function lastWords(
  executable: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  sign: string,
): Promise<Ending | undefined> {
  // A group of its own, so that its helpers are stopped with it.
  const child = started(executable, args, env);
  if ('how' in child) return Promise.resolve(child);
  const printed = lastLines(child);
  return new Promise((done) => {
    const end = (ending: Ending | undefined): void => {
      clearTimeout(timer);
      stop(child);
      done(ending);
    };
    const timer = setTimeout(() => end({ how: `it does not answer within ${patience / 1000} s`, words: printed.words() }), patience);
    printed.onText((text) => {
      if (text.includes(sign)) end(undefined);
    });
    child.once('error', (error) => end({ how: codeOf(error), words: '' }));
    child.once('close', (code, signal) => end({ how: endingOf(code, signal), words: printed.words() }));
  });
}

/** The program's process; or how it ended where the system refused at once. */
function started(executable: string, args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess | Ending {
  try {
    return spawn(executable, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' });
  } catch (error) {
    return { how: codeOf(error), words: '' };
  }
}

/** `SIGILL`, or `exit code 127`. */
export function endingOf(code: number | null, signal: string | null): string {
  return signal ?? `exit code ${code ?? 'unknown'}`;
}

interface Printed {
  /** The last lines, in one. */
  readonly words: () => string;
  readonly onText: (listener: (text: string) => void) => void;
}

/** Keeps the end of what a program prints from now on. */
export function lastLines({ stdout, stderr }: Pick<ChildProcess, 'stdout' | 'stderr'>): Printed {
  let text = '';
  const listeners: ((text: string) => void)[] = [];
  for (const stream of [stdout, stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString('utf8')).slice(-maxLength);
      for (const listener of listeners) listener(text);
    });
  }
  return {
    words: () =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .slice(-maxLines)
        .join(' '),
    onText: (listener) => void listeners.push(listener),
  };
}

function stop(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
