import type { Assessment } from '../assessment/assessment.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { placeOf, writeWhole } from '../io/files.js';
import type { RenderContext } from '../render/context.js';
import { assessManifests, type DateOptions } from './shared/assess.js';
import { located } from './shared/located.js';
import type { OnProgress } from './shared/progress.js';
import { readManifests } from './shared/read-manifests.js';
import { readRenderContext } from './shared/render-context.js';
import { needsPage, type PlannedReport, planReports, type ReportOptions, renderReport, withPage } from './shared/reports.js';
import { type Summary, summaryOf } from './shared/summary/summary.js';

export type { Progress } from './shared/progress.js';

/**
 * Writes the reports of manifests: read → parse → resolve → assess → outputs → write.
 *
 * @throws {InputError} With every fault of every manifest, and nothing written.
 * @throws {MissingError} Where the machine lacks something, such as a browser for the PDF.
 */
export async function renderManifests(files: readonly string[], options: RenderOptions = {}): Promise<RenderedReports> {
  const resolved = await readManifests(files, options.onProgress);
  const assessed = await assessManifests(resolved, options);
  const planned = await planReports(assessed, options);
  const context = await readRenderContext(options.templates);
  const write = (page?: RenderContext['page']) => writeReports(planned, { ...context, page }, options);
  const diagnostics: Diagnostic[] = [];
  const events = { onProgress: options.onProgress, report: (remark: Diagnostic) => void diagnostics.push(remark) };
  const reports = planned.some(({ outputs }) => outputs.some(needsPage)) ? await withPage(write, events) : await write();
  return { reports, diagnostics };
}

export interface RenderOptions extends ReportOptions, DateOptions {
  /** Folder of templates that replace the bundled ones. */
  readonly templates?: string | undefined;
  readonly onProgress?: OnProgress | undefined;
}

export interface RenderedReport {
  readonly manifest: string;
  readonly slug: string;
  readonly folder: string;
  /** Paths in the folder. */
  readonly files: readonly string[];
  readonly assessment: Assessment;
  /** Those of the assessment, and those of rendering it. */
  readonly diagnostics: readonly Diagnostic[];
  readonly headline: Summary;
}

export interface RenderedReports {
  readonly reports: readonly RenderedReport[];
  /** What is odd about this machine, such as a cache that can't be used. */
  readonly diagnostics: readonly Diagnostic[];
}

/** One after the other, so that memory holds the files of one report. */
async function writeReports(
  planned: readonly PlannedReport[],
  context: RenderContext,
  { onProgress }: RenderOptions,
): Promise<readonly RenderedReport[]> {
  const reports: RenderedReport[] = [];
  for (const [n, report] of planned.entries()) {
    const onStep: OnProgress = (step) => onProgress?.({ ...step, nth: n + 1, total: planned.length });
    reports.push(await writeReport(report, context, onStep));
  }
  return reports;
}

async function writeReport(report: PlannedReport, context: RenderContext, onProgress: OnProgress): Promise<RenderedReport> {
  const { manifest, assessment, folder } = report;
  const { files, diagnostics } = await renderReport(report, context, report.outputs, onProgress);
  // From the folder that the person named on, so that a link in it leads nowhere else.
  const { folder: outDir, name } = placeOf(folder);
  await writeWhole(outDir, new Map([...files].map(([path, content]) => [`${name}/${path}`, content])));
  return {
    manifest: manifest.file ?? '',
    slug: manifest.slug,
    folder,
    files: [...files.keys()],
    assessment,
    diagnostics: [...located(assessment.diagnostics, manifest.file), ...diagnostics],
    headline: summaryOf(assessment),
  };
}
