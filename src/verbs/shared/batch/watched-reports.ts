import { type Diagnostic, InputError } from '../../../diagnostics/diagnostic.js';
import { attempting } from '../../../io/known/reads.js';
import type { Touched } from '../../../io/watch/places.js';
import type { RenderContext } from '../../../render/context.js';
import type { OnProgress } from '../progress.js';
import { readRenderContext } from '../render-context.js';
import { attemptReport } from './make-report.js';
import { type BatchPlan, planBatch, type Refused } from './plan.js';
import { openPrinter, type Printer } from './printer.js';
import type { BatchReport, MakeOptions } from './report.js';
import { isOfOne } from './run-batch.js';
import { type WatchedReads, watchedReads } from './watched-reads.js';
import { writeDiffering } from './write-report.js';

/** What a look at the files found. */
export interface Look {
  /** Reports that were written, with the files that changed; and those that are as they were, where they had none before. */
  readonly reports: readonly BatchReport[];
  /** Manifests that have no report since this look, or still have none after a change. */
  readonly refused: readonly Refused[];
  /** What is odd about this machine. */
  readonly diagnostics: readonly Diagnostic[];
  /** What stopped the look, so that no report is up to date: a broken template, a pattern without a file, a full disk. */
  readonly error?: unknown;
}

/** Manifests whose reports are kept up to date in this process. */
export interface WatchedReports {
  /** Makes again what a change made out of date. Nothing is thrown. */
  readonly look: (touched: Touched) => Promise<Look>;
  /** Where a change can make a report out of date, since the last look. */
  readonly folders: () => ReadonlySet<string>;
}

/** A manifest after the last attempt to make its report. */
interface Known {
  readonly reads?: WatchedReads | undefined;
  /** The templates and fonts that it was made with. */
  readonly context?: RenderContext | undefined;
  report?: BatchReport | undefined;
  /** Its faults, where it has no report. */
  fault?: string | undefined;
}

export interface WatchedOptions extends MakeOptions {
  readonly onProgress?: OnProgress | undefined;
}

/** What is remembered from one look to the next. */
interface State {
  readonly patterns: readonly string[];
  readonly options: WatchedOptions;
  readonly known: Map<string, Known>;
  plan?: WatchedReads | undefined;
  templates?: { readonly reads: WatchedReads; readonly context: RenderContext | undefined } | undefined;
  /** The fault that stopped the last look. */
  stop?: string | undefined;
}

type IsHeld = (file: string) => Promise<boolean>;

export function openWatchedReports(patterns: readonly string[], options: WatchedOptions): WatchedReports {
  const state: State = { patterns, options, known: new Map() };
  const { known } = state;
  return {
    look: async (touched) => {
      const remarks = new Map<string, Diagnostic>();
      const printer = openPrinter({ onProgress: options.onProgress, report: (remark) => void remarks.set(remark.id, remark) });
      try {
        const look = await changedSince(state, touched, printer);
        state.stop = undefined;
        return { ...look, diagnostics: [...remarks.values()] };
      } catch (error) {
        const [last, fault] = [state.stop, faultText(error)];
        state.stop = fault;
        // Made again by the next look that nothing stops.
        for (const [file, { reads }] of known) known.set(file, { reads });
        return { reports: [], refused: [], diagnostics: [...remarks.values()], error: fault === last ? undefined : error };
      } finally {
        await printer.close();
      }
    },
    folders: () => {
      const all = [state.plan, state.templates?.reads, ...[...known.values()].map(({ reads }) => reads)];
      return new Set(all.flatMap((reads) => reads?.folders() ?? []));
    },
  };
}

/** plan → templates → make what is out of date, one after the other. */
async function changedSince(state: State, touched: Touched, printer: Printer): Promise<Omit<Look, 'diagnostics'>> {
  const { known, stop } = state;
  const held = new Map<string, Promise<boolean>>();
  const isHeld: IsHeld = (file) => {
    const answer = held.get(file) ?? Promise.resolve(known.get(file)?.reads?.hold(touched) ?? false);
    held.set(file, answer);
    return answer;
  };
  const { files, refused } = await planned(state, isHeld);
  const context = await contextNow(state, touched);
  const own = new Set([...files, ...refused.map(({ manifest }) => manifest)]);
  for (const file of [...known.keys()]) if (!own.has(file)) known.delete(file);
  const look = { reports: [] as BatchReport[], refused: [] as Refused[] };
  for (const one of refused) {
    const fault = faultText(one.error);
    if (known.get(one.manifest)?.fault !== fault) look.refused.push(one);
    known.set(one.manifest, { fault });
  }
  for (const file of files) {
    const before = known.get(file);
    if (before?.context === context && (before.report ?? before.fault) !== undefined && (await isHeld(file))) continue;
    const now = await remade(state, file, context, printer);
    if ('error' in now) look.refused.push(now);
    else if (now.state === 'written' || before?.report === undefined || stop !== undefined) look.reports.push(now);
  }
  return look;
}

async function planned(state: State, isHeld: IsHeld): Promise<BatchPlan> {
  const slugOf = async (file: string): Promise<string | undefined> =>
    (await isHeld(file)) ? state.known.get(file)?.report?.slug : undefined;
  const attempt = await attempting(() => planBatch(state.patterns, { outDir: state.options.outDir }, slugOf));
  state.plan = await watchedReads(attempt);
  return resultOf(attempt.outcome);
}

async function contextNow(state: State, touched: Touched): Promise<RenderContext> {
  const { templates, options } = state;
  if (templates?.context !== undefined && (await templates.reads.hold(touched))) return templates.context;
  const attempt = await attempting(() => readRenderContext(options.templates));
  state.templates = { reads: await watchedReads(attempt), context: 'result' in attempt.outcome ? attempt.outcome.result : undefined };
  return resultOf(attempt.outcome);
}

/** Makes one report, and writes of it what differs. */
async function remade({ known, options }: State, file: string, context: RenderContext, printer: Printer): Promise<BatchReport | Refused> {
  const { outcome, ...attempt } = await attemptReport(file, options, { ...context, page: printer.page() }, options.onProgress);
  const now: Known = { reads: await watchedReads(attempt), context };
  known.set(file, now);
  try {
    now.report = await writeDiffering(resultOf(outcome));
    return now.report;
  } catch (error) {
    if (!isOfOne(error)) throw error;
    now.fault = faultText(error);
    return { manifest: file, error };
  }
}

function resultOf<Result>(outcome: { readonly result: Result } | { readonly error: unknown }): Result {
  if ('error' in outcome) throw outcome.error;
  return outcome.result;
}

/** Two faults with one text are one for a person. */
function faultText(error: unknown): string {
  return error instanceof InputError ? JSON.stringify(error.diagnostics) : String(error);
}
