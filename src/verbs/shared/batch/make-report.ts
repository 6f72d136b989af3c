import { type Attempt, attempting, type Read, recordingReads } from '../../../io/known/reads.js';
import { isPrinted } from '../../../outputs/ids.js';
import type { PrintingPage } from '../../../render/browser.js';
import type { RenderContext } from '../../../render/context.js';
import type { KnownTrees } from '../../../render/templates.js';
import { assessDated } from '../assess.js';
import { located } from '../located.js';
import type { OnProgress } from '../progress.js';
import { resolveFile } from '../read-manifests.js';
import { readRenderContext } from '../render-context.js';
import { formatsOf, planReports, renderReport } from '../reports.js';
import { summaryOf } from '../summary/summary.js';
import { whatIfOf } from '../what-if.js';
import type { MadeReport, MakeOptions } from './report.js';

/**
 * The files of one manifest's report: read → parse → resolve → assess → outputs. Nothing is written.
 *
 * @throws {InputError} With every fault of the manifest.
 */
export async function makeReport(
  file: string,
  options: MakeOptions,
  { context, reads: shared }: MakeContext,
  onProgress?: OnProgress,
): Promise<MadeReport> {
  const { result, reads } = await recordingReads(() => made(file, options, context, onProgress));
  return { ...result, reads: reads === undefined || shared === undefined ? undefined : [...shared, ...reads] };
}

/** As `makeReport`, where it fails too: what was asked of the disk says when another attempt can differ. */
export function attemptReport(
  file: string,
  options: MakeOptions,
  context: RenderContext,
  onProgress?: OnProgress,
): Promise<Attempt<MadeReport>> {
  return attempting(() => made(file, options, context, onProgress));
}

/** What all reports of a run share, and what it was read from. */
export interface MakeContext {
  readonly context: RenderContext;
  readonly reads: readonly Read[] | undefined;
}

/** Templates and fonts, with a page. */
export async function makeContext(templates: string | undefined, page: PrintingPage, known?: KnownTrees): Promise<MakeContext> {
  const { result, reads } = await recordingReads(() => readRenderContext(templates, known));
  return { context: { ...result, page }, reads };
}

async function made(file: string, options: MakeOptions, context: RenderContext, onProgress: OnProgress | undefined): Promise<MadeReport> {
  onProgress?.({ kind: 'reading', file });
  const resolved = await resolveFile(file);
  const { manifest } = resolved;
  if (formatsOf(manifest, options).some((id) => isPrinted(id))) await context.page?.prepare?.();
  const assessment = assessDated(resolved, options);
  const whatIf = await whatIfOf(resolved, assessment, options);
  const [planned] = await planReports([{ manifest, assessment, whatIf }], options);
  if (planned === undefined) throw new TypeError(`${file} has no report`);
  const { files, diagnostics } = await renderReport(planned, context, planned.outputs, onProgress);
  return {
    assessment,
    files,
    formats: planned.formats,
    report: {
      manifest: file,
      slug: manifest.slug,
      folder: planned.folder,
      files: [...files.keys()],
      totals: assessment.totals,
      diagnostics: [...located(assessment.diagnostics, file), ...diagnostics],
      formatNotes: diagnostics.filter(({ severity }) => severity === 'note'),
      headline: summaryOf(assessment),
      state: 'written',
    },
  };
}
