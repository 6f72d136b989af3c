import { readTextFile } from '../../../io/files.js';
import type { RenderContext } from '../../../render/context.js';
import { assessDated } from '../assess.js';
import { readNamed } from '../file-faults.js';
import { located } from '../located.js';
import type { OnProgress } from '../progress.js';
import { maxManifestBytes, resolveText } from '../read-manifests.js';
import { planReports, renderReport } from '../reports.js';
import { summaryOf } from '../summary/summary.js';
import type { MadeReport, MakeOptions } from './report.js';

/**
 * The files of one manifest's report: read → parse → resolve → assess → outputs. Nothing is written.
 *
 * @param context With a page, which is opened when the first document is printed.
 * @throws {InputError} With every fault of the manifest.
 */
export async function makeReport(file: string, options: MakeOptions, context: RenderContext, onProgress?: OnProgress): Promise<MadeReport> {
  onProgress?.({ kind: 'reading', file });
  const resolved = await resolveText(await readNamed(file, 'manifest', () => readTextFile(file, { maxBytes: maxManifestBytes })), file);
  const { manifest } = resolved;
  const assessment = assessDated(resolved, options);
  const [planned] = await planReports([{ manifest, assessment }], options);
  if (planned === undefined) throw new TypeError(`${file} has no report`);
  const { files, diagnostics } = await renderReport(planned, context, planned.outputs, onProgress);
  return {
    assessment,
    files,
    report: {
      manifest: file,
      slug: manifest.slug,
      folder: planned.folder,
      files: [...files.keys()],
      totals: assessment.totals,
      diagnostics: [...located(assessment.diagnostics, file), ...diagnostics],
      headline: summaryOf(assessment),
    },
  };
}
