import type { Assessment } from '../assessment/assessment.js';
import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { defaultReports } from '../io/default-paths.js';
import { withoutSlash } from './shared/batch/index-files.js';
import { openKnownIndex } from './shared/batch/known-index.js';
import { type KnownReports, openKnownReports } from './shared/batch/known-reports.js';
import { otherReports } from './shared/batch/other-reports.js';
import { planBatch, type Refused, type Shard } from './shared/batch/plan.js';
import type { BatchReport, MadeReport, MakeOptions } from './shared/batch/report.js';
import { messages } from './shared/messages.js';
import type { OnProgress } from './shared/progress.js';

export type { Refused, Shard } from './shared/batch/plan.js';
export type { BatchReport } from './shared/batch/report.js';
export type { Progress } from './shared/progress.js';

/**
 * Writes the reports of any number of manifests, and keeps little of each: plan → read → parse → resolve → assess → outputs →
 * write, several at a time. A manifest with a fault stops no other, and nothing is written for it.
 *
 * @param patterns Paths, and patterns such as `models/**\/carboncard.yaml`.
 * @throws {InputError} Where a pattern matches no file, before anything is written.
 * @throws {MissingError} Where the machine lacks something, such as a browser for the PDF.
 */
export async function renderBatch(patterns: readonly string[], options: BatchOptions = {}): Promise<Batch> {
  const known = options.force === true ? undefined : await openKnownReports(options);
  const unchanged = new Map<string, BatchReport>();
  const upToDate = async (file: string): Promise<BatchReport | undefined> => {
    const report = unchanged.get(file) ?? (await known?.upToDate(file));
    if (report !== undefined) unchanged.set(file, report);
    return report;
  };
  const plan = await planBatch(patterns, options, async (file) => (await upToDate(file))?.slug);
  const rest: string[] = [];
  for (const file of plan.files) if ((await upToDate(file)) === undefined) rest.push(file);
  const { batch } = rest.length === 0 ? nothingMade : await madeBatch(rest, options, known ?? (await openKnownReports(options)));
  const made = new Map(batch.reports.map((report) => [report.manifest, report]));
  const reports = plan.files.flatMap((file) => unchanged.get(file) ?? made.get(file) ?? []);
  const whole = { ...batch, reports, refused: inOrder([...plan.refused, ...batch.refused]) };
  return withOthers(await indexed(whole, plan.isBatch, options), options);
}

/** The batch with the reports in its folder that it did not make. Those of other shards are not told from them. */
async function withOthers(batch: Batch, { outDir = defaultReports, shard }: BatchOptions): Promise<Batch> {
  if (batch.index === undefined || shard !== undefined) return batch;
  const others = await otherReports(
    withoutSlash(outDir),
    batch.reports.map(({ slug }) => slug),
  );
  return others.length === 0 ? batch : { ...batch, others };
}

/**
 * Writes the index of the reports that are in a folder, and nothing else.
 *
 * @returns Its files, and why it is not written where a file of somebody else is in the way.
 * @throws {InputError} Where there is no report.
 */
export async function renderIndex(options: Pick<BatchOptions, 'outDir' | 'templates'> = {}): Promise<Batch> {
  const { outDir = defaultReports } = options;
  if (outDir === '') throw new InputError([messages.emptyOutDir()]);
  const batch = await indexed(nothingMade.batch, true, options);
  if (batch.index === undefined && batch.diagnostics.length === 0) throw new InputError([messages.noReports(outDir)]);
  return batch;
}

/** The batch with its index, which a run with several manifests has. */
async function indexed(batch: Batch, isBatch: boolean, { outDir = defaultReports, templates, force }: BatchOptions): Promise<Batch> {
  if (!isBatch) return batch;
  const folder = withoutSlash(outDir);
  const known = await openKnownIndex(folder, templates);
  const unchanged = force === true ? undefined : await known?.upToDate();
  if (unchanged !== undefined) return { ...batch, index: { folder, files: unchanged, state: 'unchanged' } };
  const { writeIndex } = await import('./shared/batch/index-page.js');
  const { readIndexContext } = await import('./shared/render-context.js');
  const written = await writeIndex(folder, await readIndexContext(templates));
  const diagnostics = [...batch.diagnostics, ...written.diagnostics];
  if (written.files.size === 0) return { ...batch, diagnostics };
  // One that lacks a report is made again each time, so that each run says so.
  if (written.diagnostics.length === 0) await known?.note(written.files);
  return { ...batch, diagnostics, index: { folder, files: [...written.files.keys()], state: 'written' } };
}

/**
 * Writes the reports of manifests, and gives their assessments.
 *
 * @throws {InputError} With every fault of every manifest; those without fault have their reports.
 * @throws {MissingError} Where the machine lacks something, such as a browser for the PDF.
 */
export async function renderManifests(files: readonly string[], options: RenderOptions = {}): Promise<RenderedReports> {
  const plan = await planBatch(files, options);
  const { batch, assessments } = await madeBatch(plan.files, { ...options, isLocal: true }, await openKnownReports(options));
  const { diagnostics } = await indexed(batch, plan.isBatch, options);
  throwRefused([...plan.refused, ...batch.refused]);
  const reports = batch.reports.flatMap((report): RenderedReport[] => {
    const assessment = assessments.get(report.manifest);
    return assessment === undefined ? [] : [{ ...report, assessment }];
  });
  return { reports, diagnostics };
}

export interface RenderOptions extends MakeOptions {
  readonly onProgress?: OnProgress | undefined;
}

export interface BatchOptions extends RenderOptions {
  /** Reports that are made at the same time, at most; what helps on this machine where absent. */
  readonly jobs?: number | undefined;
  /** The part of the manifests that this run takes. */
  readonly shard?: Shard | undefined;
  /** Whether reports are made again that are up to date. */
  readonly force?: boolean | undefined;
}

/** What a run of any size leaves. */
export interface Batch {
  readonly reports: readonly BatchReport[];
  /** Manifests without a report, and the error of each. */
  readonly refused: readonly Refused[];
  /** What is odd about this machine, such as a cache that can't be used. */
  readonly diagnostics: readonly Diagnostic[];
  /** The index of all reports in the folder, where the run had several manifests. */
  readonly index?: { readonly folder: string; readonly files: readonly string[]; readonly state: BatchReport['state'] } | undefined;
  /** Folders of reports in the index that this run did not make: of other manifests, or of refused ones from an earlier run. */
  readonly others?: readonly string[] | undefined;
}

export interface RenderedReport extends BatchReport {
  readonly assessment: Assessment;
}

export interface RenderedReports {
  readonly reports: readonly RenderedReport[];
  /** What is odd about this machine, such as a cache that can't be used. */
  readonly diagnostics: readonly Diagnostic[];
}

interface Made {
  readonly batch: Batch;
  /** By manifest, where they were asked for. */
  readonly assessments: ReadonlyMap<string, Assessment>;
}

const nothingMade: Made = { batch: { reports: [], refused: [], diagnostics: [] }, assessments: new Map() };

async function madeBatch(
  files: readonly string[],
  options: BatchOptions & { readonly isLocal?: true },
  known: KnownReports | undefined,
): Promise<Made> {
  const { openPrinter } = await import('./shared/batch/printer.js');
  const { runBatch } = await import('./shared/batch/run-batch.js');
  const remarks = new Map<string, Diagnostic>();
  const printer = openPrinter({ onProgress: options.onProgress, report: (remark) => void remarks.set(remark.id, remark) });
  const assessments = new Map<string, Assessment>();
  const onMade = async (made: MadeReport): Promise<void> => {
    const { report, assessment } = made;
    if (options.isLocal === true && assessment !== undefined) assessments.set(report.manifest, assessment);
  };
  try {
    const outcomes = await runBatch(files, options, { printer, known }, onMade);
    const all = files.flatMap((file) => outcomes.get(file) ?? []);
    const reports = all.flatMap((outcome) => ('report' in outcome ? [outcome.report] : []));
    const refused = all.flatMap((outcome) => ('report' in outcome ? [] : [outcome]));
    return { batch: { reports, refused, diagnostics: [...remarks.values()] }, assessments };
  } finally {
    await printer.close();
  }
}

function inOrder(refused: readonly Refused[]): readonly Refused[] {
  return [...refused].sort((a, b) => (a.manifest < b.manifest ? -1 : 1));
}

/** The faults of all manifests in one error; else the first error of another kind. */
function throwRefused(refused: readonly Refused[]): void {
  const [other] = refused.filter(({ error }) => !(error instanceof InputError));
  if (other !== undefined) throw other.error;
  const diagnostics = refused.flatMap(({ error }) => (error instanceof InputError ? error.diagnostics : []));
  if (diagnostics.length > 0) throw new InputError(diagnostics);
}
