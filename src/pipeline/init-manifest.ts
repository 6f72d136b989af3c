import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { messages } from '../diagnostics/messages.js';
import { findCountry } from '../factors/grid/index.js';
import { findDevice } from '../factors/hardware/index.js';
import { FileError, placeOf, textStream, WriteError, writeNew } from '../io/files.js';
import { type DraftOptions, draft, type LoggedRuns, starter } from '../trackers/draft.js';
import { recognised, trackers } from '../trackers/index.js';
import { overlaps } from '../trackers/overlaps.js';
import type { RunRecord } from '../trackers/record.js';
import { faultOf } from './file-faults.js';

export interface InitOptions {
  readonly out: string;
  readonly model?: string | undefined;
  readonly hardware?: string | undefined;
  readonly time?: string | undefined;
  readonly place?: string | undefined;
  readonly year?: string | undefined;
}

export interface InitiatedManifest {
  readonly file: string;
  readonly text: string;
  readonly logs: readonly { readonly file: string; readonly tracker: string; readonly runs: number }[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Begins a manifest, from logs where there are some. What is there is never overwritten.
 *
 * @throws {InputError} With every fault of every log, or where the manifest is there already, and nothing written.
 */
export async function initManifest(logs: readonly string[], options: InitOptions): Promise<InitiatedManifest> {
  const faults: Diagnostic[] = [];
  const diagnostics: Diagnostic[] = [];
  const read: (LoggedRuns & { readonly file: string })[] = [];
  for (const file of new Set(logs)) {
    try {
      read.push({ file, ...(await readLog(file, diagnostics)) });
    } catch (error) {
      if (error instanceof InputError) faults.push(...error.diagnostics.map((diagnostic) => ({ ...diagnostic, file })));
      else if (error instanceof FileError) faults.push(faultOf(file, error.problem, 'log'));
      else throw error;
    }
  }
  if (faults.length > 0) throw new InputError(faults);
  const all: DraftOptions = {
    ...options,
    knowsDevice: (name) => findDevice(name).found !== undefined,
    knowsCountry: (code) => findCountry(code).found !== undefined,
  };
  const text = read.length === 0 ? starter(all) : draft(read, all);
  try {
    await writeNew(options.out, text);
  } catch (error) {
    if (error instanceof WriteError && error.problem.kind === 'occupied') throw new InputError([messages.manifestThere(options.out)]);
    throw error;
  }
  return {
    file: options.out,
    text,
    logs: read.map(({ file, title, runs }) => ({ file, tracker: title, runs: runs.length })),
    diagnostics,
  };
}

async function readLog(file: string, diagnostics: Diagnostic[]): Promise<LoggedRuns> {
  const text = textStream(file)[Symbol.asyncIterator]();
  const beginning = await text.next();
  const first = beginning.done === true ? '' : beginning.value;
  if (first === '') throw new FileError(file, { kind: 'empty' });
  const [tracker, ...others] = recognised(first);
  const titles = Object.values(trackers).map(({ title }) => title);
  if (tracker === undefined) {
    await text.return?.(undefined);
    throw new InputError([messages.unknownLog(pointerIn(first), titles)]);
  }
  if (others.length > 0) throw new InputError([messages.severalFormats([tracker, ...others].map(({ title }) => title))]);
  const whole = {
    async *[Symbol.asyncIterator]() {
      yield first;
      yield* { [Symbol.asyncIterator]: () => text };
    },
  };
  const runs: RunRecord[] = [];
  const odd: Diagnostic[] = [];
  for await (const finding of tracker.read(whole)) {
    if ('run' in finding) runs.push(finding.run);
    else odd.push(finding.diagnostic);
  }
  diagnostics.push(...[...odd, ...overlaps(runs)].map((diagnostic) => ({ ...diagnostic, file })));
  return { log: placeOf(file).name, title: tracker.title, runs };
}

/** What stands in for a file that is kept elsewhere. */
function pointerIn(text: string): string | undefined {
  if (text.startsWith('version https://git-lfs.github.com/')) return 'git LFS';
  if (/^(?:\/annex\/|\.git\/annex\/|(?:\.\.\/)*\.git\/annex\/)/.test(text)) return 'git-annex';
  return undefined;
}
