/**
 * The public API: what the command line can do, a program can. Importing it loads neither charts nor Markdown nor a
 * browser; the functions that need them load them when they run.
 */
import type { AuditedFile, AuditOptions } from './verbs/audit.js';
import type { CardOptions, UpdatedModelCard } from './verbs/card.js';
import type { Checked, CheckOptions } from './verbs/check.js';
import type { Collected, CollectOptions } from './verbs/collect.js';
import type {
  CompareOptions,
  Comparison,
  ComparisonTableOptions,
  FigureTable,
  PublishedModel,
  WriteComparisonOptions,
  WrittenComparison,
} from './verbs/compare.js';
import type { ExplainOptions, Explanation } from './verbs/explain.js';
import type { AssessmentHistory, HistoryOptions, Timeline } from './verbs/history.js';
import type { InitiatedManifest, InitOptions } from './verbs/init.js';
import type { Batch, BatchOptions, RenderedReports, RenderOptions } from './verbs/render.js';
import type { WatchOptions } from './verbs/watch.js';

export { type AssessOptions, assess } from './assess/assess.js';
export type * from './assessment/assessment.js';
export { type Audit, severitiesOf } from './audits/audit.js';
export { type AuditId, auditIds, auditPage } from './audits/ids.js';
export { audits } from './audits/index.js';
export { comparisonFormats } from './comparison/ids.js';
export { type Diagnostic, InputError, MissingError, type Severity } from './diagnostics/diagnostic.js';
export { quoted } from './explain/explain.js';
export { WriteError, type WriteProblem } from './io/write/write-error.js';
export type { Manifest } from './manifest/manifest.js';
export type { MeasuredDevice, Measurement } from './measurement/measurement.js';
export { type OutputId as Format, outputIds as formats } from './outputs/ids.js';
export { parseManifest, type ResolvedManifest } from './resolve/resolve.js';
export type { Interval, Quantity } from './units/quantity.js';
export type { AuditedFile, AuditOptions } from './verbs/audit.js';
export type { CardOptions, Replaced, UpdatedModelCard } from './verbs/card.js';
export type { Checked, CheckOptions, StaleFile, StaleReport } from './verbs/check.js';
export type { Collected, CollectOptions, CollectProgress } from './verbs/collect.js';
export type {
  Against,
  ComparedModel,
  CompareOptions,
  Comparison,
  ComparisonFormat,
  ComparisonTableOptions,
  FigureTable,
  MatrixRow,
  PublishedModel,
  WriteComparisonOptions,
  WrittenComparison,
} from './verbs/compare.js';
export type { ExplainOptions, Explanation } from './verbs/explain.js';
export * from './verbs/factors.js';
export type { AssessmentHistory, Change, FigureHistory, HistoryOptions, Timeline, TimelineRow } from './verbs/history.js';
export type { Answers, Ask, InitiatedManifest, InitOptions, Question } from './verbs/init.js';
export type { Batch, BatchOptions, BatchReport, Refused, RenderedReport, RenderedReports, RenderOptions, Shard } from './verbs/render.js';
export { assessmentJsonSchema, jsonSchema, manifestJsonSchema } from './verbs/schema.js';
export type { DiagnosticId } from './verbs/shared/diagnostic-ids.js';
export type { Summary } from './verbs/shared/summary/summary.js';
export { textDiff } from './verbs/shared/text-diff.js';
export type { Look, WatchOptions } from './verbs/watch.js';
export { type WhatIfOptions, whatIf } from './what-if/assess-what-if.js';
export type * from './what-if/what-if.js';

/**
 * Compares models on the boundary that they have in common: `carboncard compare`. Nothing is written.
 *
 * @param models Manifests, assessments, or ids of `publishedModels()`; at least two.
 * @throws {InputError} With every fault of every file, and where something is neither a file nor a published model.
 */
export async function compareModels(models: readonly string[], options: CompareOptions = {}): Promise<Comparison> {
  const verb = await import('./verbs/compare.js');
  return verb.compareModels(models, options);
}

/**
 * Integrates power telemetry of any size into one small measurement file: `carboncard collect`.
 *
 * @param inputs Files, patterns such as `logs/**\/*.csv`, or the address of one server.
 * @throws {InputError} With what is wrong with the inputs, and nothing written.
 * @throws {MissingError} Where DuckDB is not installed, or the disk is full.
 */
export async function collect(inputs: readonly string[], options: CollectOptions = {}): Promise<Collected> {
  const verb = await import('./verbs/collect.js');
  return verb.collect(inputs, options);
}

/** The compared figures as a table of texts, as every page has it. */
export async function comparisonTable(comparison: Comparison, options: ComparisonTableOptions = {}): Promise<FigureTable> {
  const verb = await import('./verbs/compare.js');
  return verb.comparisonTable(comparison, options);
}

/**
 * Writes a comparison into a folder: `carboncard compare -o`.
 *
 * @throws {MissingError} Where a PDF is asked for and the machine has no browser.
 */
export async function writeComparison(comparison: Comparison, options: WriteComparisonOptions): Promise<WrittenComparison> {
  const verb = await import('./verbs/compare.js');
  return verb.writeComparison(comparison, options);
}

/** The published models that can be compared by their ids: `carboncard compare --list`. */
export async function publishedModels(): Promise<readonly PublishedModel[]> {
  const verb = await import('./verbs/compare.js');
  return verb.publishedModels();
}

/**
 * Writes the reports of any number of manifests, several at a time, and keeps little of each: `carboncard render`.
 *
 * @param patterns Paths, and patterns such as `models/*.yaml`.
 * @returns The reports, and the manifests that were refused: one with a fault stops no other.
 * @throws {InputError} Where a pattern matches no file, before anything is written.
 * @throws {MissingError} Where the machine lacks something, such as a browser for the PDF.
 */
export async function renderBatch(patterns: readonly string[], options: BatchOptions = {}): Promise<Batch> {
  const verb = await import('./verbs/render.js');
  return verb.renderBatch(patterns, options);
}

/**
 * Writes the reports of manifests, and writes them again after each change of what they are made from, until the signal of the options
 * ends it: `carboncard render --watch`.
 *
 * @param patterns Paths, and patterns such as `models/*.yaml`.
 * @throws {InputError} Where a pattern matches no file at the start. A manifest with a fault is waited for.
 * @throws {MissingError} Where the machine lacks something at the start, such as a browser for the PDF.
 */
export async function watchReports(patterns: readonly string[], options: WatchOptions = {}): Promise<void> {
  const verb = await import('./verbs/watch.js');
  return verb.watchReports(patterns, options);
}

/** Writes the index of the reports that are in a folder, and nothing else: `carboncard render --index`. */
export async function renderIndex(options: Pick<BatchOptions, 'outDir' | 'templates'> = {}): Promise<Batch> {
  const verb = await import('./verbs/render.js');
  return verb.renderIndex(options);
}

/**
 * Writes the reports of manifests, and gives their assessments.
 *
 * @throws {InputError} With every error of every manifest; those without an error are written.
 * @throws {MissingError} Where the machine lacks something, such as a browser for the PDF.
 * @throws {WriteError} Where a report can't be written; nothing of it is then.
 */
export async function renderManifests(files: readonly string[], options: RenderOptions = {}): Promise<RenderedReports> {
  const verb = await import('./verbs/render.js');
  return verb.renderManifests(files, options);
}

/**
 * Puts the section and `co2_eq_emissions` into a model card, in place: `carboncard card`.
 *
 * @param file The card; `-` for standard input, and then nothing is written.
 * @throws {InputError} With every error of manifest or card, and nothing written.
 * @throws {WriteError} Where the card, or a file beside it, can't be written; nothing is then.
 */
export async function updateModelCard(file: string, options: CardOptions = {}): Promise<UpdatedModelCard> {
  const verb = await import('./verbs/card.js');
  return verb.updateModelCard(file, options);
}

/**
 * Compares what `renderManifests` and `updateModelCard` would write with the files on disk: `carboncard check`.
 *
 * @throws {InputError} With every error of the manifests and the card.
 * @throws {MissingError} Where a PDF has to be compared and there is no browser.
 */
export async function checkReports(files: readonly string[], options: CheckOptions = {}): Promise<Checked> {
  const verb = await import('./verbs/check.js');
  return verb.checkReports(files, options);
}

/**
 * Questions the claims of cards, manifests and assessments: `carboncard audit`.
 *
 * @throws {InputError} With every error of every file that can't be read as what it is.
 */
export async function auditFiles(files: readonly string[], options: AuditOptions = {}): Promise<readonly AuditedFile[]> {
  const verb = await import('./verbs/audit.js');
  return verb.auditFiles(files, options);
}

/**
 * Explains the totals of a manifest, or one line of them: `carboncard explain`.
 *
 * @throws {InputError} With every error of the manifest; where nothing has the name that was asked for.
 */
export async function explainManifest(file: string, options: ExplainOptions = {}): Promise<Explanation> {
  const verb = await import('./verbs/explain.js');
  return verb.explainManifest(file, options);
}

/**
 * What changed in a manifest's figures since a revision of git or an earlier assessment, and which input did it:
 * `carboncard explain --since v1.0`.
 *
 * @throws {InputError} With every error of the manifest; where the revision, or what it should hold, is not there.
 * @throws {MissingError} Where git is missing.
 */
export async function explainHistory(file: string, options: HistoryOptions): Promise<AssessmentHistory> {
  const verb = await import('./verbs/history.js');
  return verb.explainHistory(file, options);
}

/**
 * What the committed assessment of a manifest said at each revision of a range in which it changed, the oldest first:
 * `carboncard explain --since v1.0..`.
 *
 * @param range `v1.0..`, or `v1.0..v2.0`.
 * @throws {InputError} With every error of the manifest; where a revision, or any committed report, is not there.
 * @throws {MissingError} Where git is missing.
 */
export async function listHistory(file: string, range: string, options: Omit<HistoryOptions, 'since'> = {}): Promise<Timeline> {
  const verb = await import('./verbs/history.js');
  return verb.listHistory(file, range, options);
}

/**
 * Starts a manifest, from logs where there are some: `carboncard init`. An existing file is never overwritten.
 *
 * @throws {InputError} With every error of every log, or where the manifest exists, and nothing written.
 * @throws {WriteError} Where the manifest can't be written; nothing is then.
 */
export async function initManifest(logs: readonly string[], options: InitOptions = {}): Promise<InitiatedManifest> {
  const verb = await import('./verbs/init.js');
  return verb.initManifest(logs, options);
}
