import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { codeOf } from '../system-error.js';
import type { BrowserHome } from './home.js';

/** How a browser ended. */
export interface Ending {
  /** `exit code 127`, `SIGILL`, or the system's error where it did not even start: `EACCES`. */
  readonly how: string;
  /** The end of what it printed, on one line. */
  readonly words: string;
}

/** Messages to and from the browser, as puppeteer takes them. */
export interface Transport {
  onmessage?: (message: string) => void;
  onclose?: () => void;
  readonly send: (message: string) => void;
  readonly close: () => void;
}

/** A browser that was started. It may be about to end: `ended` tells. */
export interface BrowserProcess {
  readonly transport: Transport;
  /** Comes when it has ended, in whatever way; never fails. */
  readonly ended: Promise<Ending>;
  /** Ends it and its helpers at once. */
  readonly kill: () => void;
}

/**
 * Starts a browser that is spoken to over a pipe: no port is opened, and it ends when this process ends, however it ends.
 *
 * @param flags In front of those for home and sandbox; `--remote-debugging-pipe` among them.
 */
export function startBrowser({ executable, profile, environment, sandbox }: BrowserHome, flags: readonly string[]): BrowserProcess {
  const args = [...flags, `--user-data-dir=${profile}`, ...(sandbox ? [] : ['--no-sandbox']), 'about:blank'];
  let child: ChildProcess;
  try {
    child = spawn(executable, args, {
      env: { ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
      // A group of its own, so that its helpers are stopped with it.
      detached: process.platform !== 'win32',
    });
  } catch (error) {
    return { transport: closedTransport(), ended: Promise.resolve({ how: codeOf(error), words: '' }), kill: () => undefined };
  }
  const words = lastLines(child);
  const ended = new Promise<Ending>((done) => {
    child.once('error', (error) => done({ how: codeOf(error), words: words() }));
    child.once('close', (code, signal) => done({ how: signal ?? `exit code ${code ?? 'unknown'}`, words: words() }));
    // Helpers that live on keep its pipes open.
    child.once('exit', (code, signal) => {
      setTimeout(() => done({ how: signal ?? `exit code ${code ?? 'unknown'}`, words: words() }), 500).unref();
    });
  });
  return { transport: transportOf(child), ended, kill: () => kill(child) };
}

/** How a browser ended; where it goes on, what it answered. */
export async function endingOf(browser: BrowserProcess, error: unknown): Promise<Ending> {
  const goesOn: Ending = { how: error instanceof Error ? error.message : String(error), words: '' };
  // The connection may break before the process has ended.
  return (await within(2000, browser.ended)) ?? goesOn;
}

/** What comes in time; nothing where it does not. */
export async function within<T>(milliseconds: number, promise: Promise<T> | undefined): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Each message ends with a NUL. */
function transportOf(child: ChildProcess): Transport {
  const to = child.stdio[3] as Writable | null | undefined;
  const from = child.stdio[4] as Readable | null | undefined;
  let parts: Buffer[] = [];
  const transport: Transport = {
    send: (message) => void to?.write(`${message}\0`),
    close: () => void to?.end(),
  };
  from?.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      const message = Buffer.concat([...parts, chunk.subarray(start, end)]).toString('utf8');
      [parts, start] = [[], end + 1];
      // Each in a turn of its own, as over a socket.
      setImmediate(() => transport.onmessage?.(message));
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
  });
  from?.once('close', () => transport.onclose?.());
  // A browser that ended meanwhile; `ended` tells.
  for (const stream of [to, from]) stream?.on('error', () => undefined);
  return transport;
}

function closedTransport(): Transport {
  return { send: () => undefined, close: () => undefined };
}

/** Characters and lines that are kept of what a browser prints. */
const maxLength = 4000;
const maxLines = 4;

function lastLines({ stdout, stderr }: ChildProcess): () => string {
  let text = '';
  for (const stream of [stdout, stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString('utf8')).slice(-maxLength);
    });
    stream?.on('error', () => undefined);
  }
  return () => {
    const lines = text.split('\n').map((line) => line.trim());
    return lines
      .filter((line) => line !== '')
      .slice(-maxLines)
      .join(' ');
  };
}
