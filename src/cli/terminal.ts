import { startOf, visible, withoutCommands } from './texts/visible.js';

/** The part of `process` that a terminal uses; tests provide their own. */
export interface Streams {
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined };
  readonly env: { readonly [name: string]: string | undefined };
}

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34 } as const;
export type Style = keyof typeof codes;
export type Paint = (text: string, ...styles: readonly Style[]) => string;

/** The only way to stdout and stderr. Results go to one, talk to the other. */
export interface Terminal {
  /** Lines of the result, for a person or a program. */
  readonly result: (text: string) => void;
  /** Commands to a build server, such as annotations. In all other lines, what looks like one is only text. */
  readonly command: (text: string) => void;
  /** Text of the result, byte for byte. */
  readonly copy: (text: string) => void;
  /** Lines for the person at the terminal. */
  readonly talk: (text: string) => void;
  /** One line that the next one overwrites, on a terminal only; removed before anything else is written. */
  readonly progress: (line: string) => void;
  /** Whether that line is shown. */
  readonly showsProgress: boolean;
  /** Colours, where the stream is a terminal that wants them. */
  readonly paintResult: Paint;
  readonly paintTalk: Paint;
  /** Whether a person looks at it. */
  readonly isInteractive: boolean;
  /** Cells of a line of talk. */
  readonly columns: number;
  /** Waits until all is written; returns the error of stdout, if any. A reader that left early is not an error. */
  readonly finish: () => Promise<Error | undefined>;
}

/** Width where there is no terminal. */
const defaultColumns = 100;

export function openTerminal({ stdout, stderr, env }: Streams): Terminal {
  let failure: Error | undefined;
  let isProgressShown = false;
  const closed = new Set<NodeJS.WritableStream>();
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: Error) => {
      closed.add(stream);
      const isReaderGone = 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
      if (stream === stdout && !isReaderGone) failure ??= error;
    });
  }
  const write = (stream: NodeJS.WritableStream, text: string): void => {
    if (!closed.has(stream)) stream.write(text);
  };
  const clearProgress = (): void => {
    if (isProgressShown) write(stderr, '\r\u001b[K');
    isProgressShown = false;
  };
  const showsProgress = stderr.isTTY === true && env['TERM'] !== 'dumb';
  const columns = stderr.columns !== undefined && stderr.columns > 0 ? Math.max(40, stderr.columns) : defaultColumns;
  return {
    result(text) {
      clearProgress();
      write(stdout, withoutCommands(withNewline(text)));
    },
    command(text) {
      clearProgress();
      write(stdout, withNewline(text));
    },
    copy(text) {
      clearProgress();
      write(stdout, text);
    },
    talk(text) {
      clearProgress();
      write(stderr, withoutCommands(withNewline(text)));
    },
    progress(line) {
      if (!showsProgress) return;
      // A line that wraps would stay: only its last row is overwritten.
      write(stderr, `\r\u001b[K${startOf(visible(line), columns - 1)}`);
      isProgressShown = true;
    },
    showsProgress,
    paintResult: painter(stdout, env),
    paintTalk: painter(stderr, env),
    isInteractive: stderr.isTTY === true && (env['CI'] ?? '') === '',
    columns,
    async finish() {
      clearProgress();
      await Promise.all([stdout, stderr].map((stream) => flushed(stream, closed)));
      return failure;
    },
  };
}

function withNewline(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

function painter(stream: Streams['stdout'], env: Streams['env']): Paint {
  // no-color.org: the variable is set and not empty.
  const isPlain = stream.isTTY !== true || env['TERM'] === 'dumb' || (env['NO_COLOR'] ?? '') !== '';
  if (isPlain) return (text) => text;
  return (text, ...styles) => `\u001b[${styles.map((style) => codes[style]).join(';')}m${text}\u001b[0m`;
}

function flushed(stream: NodeJS.WritableStream, closed: ReadonlySet<NodeJS.WritableStream>): Promise<void> {
  if (closed.has(stream)) return Promise.resolve();
  return new Promise((done) => stream.write('', () => done()));
}
