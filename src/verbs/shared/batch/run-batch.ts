import { InputError } from '../../../diagnostics/diagnostic.js';
import { FileError, WriteError } from '../../../io/files.js';
import { processors } from '../../../io/processors.js';
import { UnprintedError } from '../../../render/browser-page.js';
import type { OnProgress } from '../progress.js';
import type { KnownReports } from './known-reports.js';
import { hasThreads, localMaker, type Maker, threadMaker } from './makers.js';
import type { Refused } from './plan.js';
import type { Printer } from './printer.js';
import type { BatchReport, MadeReport, MakeOptions } from './report.js';
import { withLeft, withRemoved, writeReport } from './write-report.js';

export interface RunOptions extends MakeOptions {
  /** Reports that are made at the same time, at most. */
  readonly jobs?: number | undefined;
  /** Whether all are made in this thread, with their assessments. */
  readonly isLocal?: boolean | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** What became of a manifest. */
export type Outcome = { readonly report: BatchReport } | Refused;

/** With more threads than this, memory costs more than the time that they save; `--jobs` may ask for more. */
const maxDefaultJobs = 8;
/** Below it a thread takes longer to start than it saves. */
const minForThreads = 4;

/**
 * Makes and writes the reports of manifests, several at a time, and keeps of each what is said about it at the end.
 *
 * @param known Where reports are noted for later runs.
 * @param onMade Called when a report is on disk.
 * @returns What became of each manifest. One that is refused stops no other.
 * @throws {Error} What stops all of them: no browser, a full disk, a bug.
 */
export async function runBatch(
  files: readonly string[],
  options: RunOptions,
  { printer, known }: { readonly printer: Printer; readonly known: KnownReports | undefined },
  onMade: (made: MadeReport) => Promise<void> = async () => undefined,
): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  const later: string[] = [];
  const finish = (file: string, outcome: Outcome): void => {
    outcomes.set(file, outcome);
    const state = 'report' in outcome ? 'written' : 'refused';
    options.onProgress?.({ kind: 'done', file, state, nth: outcomes.size, total: files.length });
  };
  const work = async (maker: Maker, file: string, isLast: boolean): Promise<void> => {
    const onStep: OnProgress = (step) => options.onProgress?.({ ...step, nth: outcomes.size + 1, total: files.length });
    try {
      const made = await withLeft(await maker.make(file, onStep), options.formats !== undefined, known);
      await writeReport(made);
      await known?.note(made);
      await onMade(made);
      finish(file, { report: withRemoved(made) });
    } catch (error) {
      if (!isOfOne(error)) throw error;
      // What ended the browser twice may have been another document.
      if (error instanceof UnprintedError && !isLast && files.length > 1) later.push(file);
      else finish(file, { manifest: file, error });
    }
  };
  const makers = await makersFor(files.length, options, printer);
  try {
    await shared(makers, files, (maker, file) => work(maker, file, false));
    await shared(makers.slice(0, 1), later, (maker, file) => work(maker, file, true));
  } finally {
    await Promise.all(makers.map((maker) => maker.end()));
  }
  return outcomes;
}

/** Threads where they pay; else makers in this one, of which one computes while the other's document is printed. */
async function makersFor(count: number, options: RunOptions, printer: Printer): Promise<readonly Maker[]> {
  const jobs = options.jobs ?? Math.min(maxDefaultJobs, processors());
  const { outDir, formats, full, whatIf, templates, sourceDateEpoch } = options;
  const make: MakeOptions = { outDir, formats, full, whatIf, templates, sourceDateEpoch };
  if (options.isLocal === true || !hasThreads || jobs === 1 || count < minForThreads) {
    const local = Array.from({ length: Math.min(jobs, 2, count) }, () => localMaker(make, printer.page()));
    return Promise.all(local);
  }
  return Promise.all(Array.from({ length: Math.min(jobs, count) }, () => threadMaker(make, printer.page())));
}

/** Each maker takes the next file when it has done one. The first error stops them, when each has ended what it does. */
async function shared(
  makers: readonly Maker[],
  files: readonly string[],
  work: (maker: Maker, file: string) => Promise<void>,
): Promise<void> {
  const queue = files[Symbol.iterator]();
  const errors: unknown[] = [];
  const loop = async (maker: Maker): Promise<void> => {
    for (let next = queue.next(); next.done !== true && errors.length === 0; next = queue.next()) {
      await work(maker, next.value).catch((error: unknown) => errors.push(error));
    }
  };
  await Promise.all(makers.map(loop));
  if (errors.length > 0) throw errors[0];
}

/** Whether an error is about one manifest, or about its folder, and not about this machine. */
export function isOfOne(error: unknown): boolean {
  if (error instanceof WriteError) return !['in-use', 'no-space', 'read-only-disk', 'unwritable'].includes(error.problem.kind);
  return error instanceof InputError || error instanceof FileError || error instanceof UnprintedError;
}
