import { Writable } from 'node:stream';
import { openTerminal, type Terminal } from '../../../src/cli/terminal.js';

export interface Screen {
  readonly terminal: Terminal;
  readonly stdout: () => string;
  readonly stderr: () => string;
}

export interface ScreenOptions {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly env?: { readonly [name: string]: string | undefined } | undefined;
  /** What stdout answers to a write. */
  readonly refusal?: string | undefined;
}

/** A terminal that keeps what it is told. */
export function screen({ isTTY = false, columns = 80, env = {}, refusal }: ScreenOptions = {}): Screen {
  const kept = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => {
    const writable = new Writable({
      write(chunk, _encoding, done) {
        if (name === 'stdout' && refusal !== undefined) {
          done(Object.assign(new Error(`${refusal}: refused`), { code: refusal }));
          return;
        }
        kept[name] += String(chunk);
        done();
      },
    });
    return Object.assign(writable, { isTTY, columns });
  };
  const terminal = openTerminal({ stdout: stream('stdout'), stderr: stream('stderr'), env });
  return { terminal, stdout: () => kept.stdout, stderr: () => kept.stderr };
}
