import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { messages } from '../diagnostics/messages.js';
import { placeOf, WriteError, writeNew } from '../io/files.js';
import { draft, type LoggedGroups, starter } from '../trackers/draft.js';
import { createGroups } from '../trackers/groups.js';
import { known, type LogOptions, readLog } from './read-logs.js';

export interface InitOptions extends LogOptions {
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
  const read: (LoggedGroups & { readonly file: string; readonly title: string })[] = [];
  for (const file of new Set(logs)) {
    try {
      const groups = createGroups();
      const { tracker, diagnostics: odd } = await readLog(file, options, ({ run }) => groups.add(run));
      diagnostics.push(...odd);
      read.push({ file, log: placeOf(file).name, title: tracker.title, groups: groups.list() });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(...error.diagnostics);
    }
  }
  if (faults.length > 0) throw new InputError(faults);
  const text = read.length === 0 ? starter(options) : draft(read, options, known);
  try {
    await writeNew(options.out, text);
  } catch (error) {
    if (error instanceof WriteError && error.problem.kind === 'occupied') throw new InputError([messages.manifestThere(options.out)]);
    throw error;
  }
  return {
    file: options.out,
    text,
    logs: read.map(({ file, title, groups }) => ({ file, tracker: title, runs: groups.reduce((sum, { runs }) => sum + runs, 0) })),
    diagnostics,
  };
}
