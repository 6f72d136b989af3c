import type { Assessment } from '../assessment/assessment.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { withBrowserHome } from '../io/chromium/index.js';
import { writeWhole } from '../io/files.js';
import type { Manifest } from '../manifest/manifest.js';
import { type Format, formats } from '../outputs/ids.js';
import type { PrintingPage } from '../render/browser.js';
import { assessManifests } from './shared/assess-manifests.js';
import { readFontLibrary } from './shared/bundled-files.js';
import { readManifests } from './shared/read-manifests.js';
import { readLayout } from './shared/read-templates.js';
import { type Press, reportFiles } from './shared/report-files.js';
import { type Summary, summaryOf } from './shared/summary.js';

export interface RenderOptions {
  /** Folder that the reports' folders stand in. */
  readonly outDir: string;
  /** What to write; else what the manifest says, else everything. */
  readonly formats?: readonly Format[] | undefined;
  /** Folder of templates that take the place of ours. */
  readonly templates?: string | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Seconds since 1970 that date a report whose manifest has no date. */
  readonly sourceDateEpoch?: string | undefined;
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

/**
 * The whole way: read → assess → draw, compose, render → write.
 *
 * @throws {InputError} With every fault of every manifest, and nothing written.
 * @throws {MissingError} Where the machine lacks something, as a browser for the PDF.
 */
export async function renderManifests(
  files: readonly string[],
  options: RenderOptions,
): Promise<{ readonly reports: readonly RenderedReport[] }> {
  const resolved = await readManifests(files);
  const manifests = resolved.map(({ manifest }) => manifest);
  const assessments = assessManifests(resolved, options);
  const layout = await readLayout(options.templates);
  const fonts = readFontLibrary();
  const renderAll = async (page?: PrintingPage): Promise<RenderedReport[]> => {
    const reports: RenderedReport[] = [];
    for (const [n, manifest] of manifests.entries()) {
      const assessment = assessments[n];
      if (assessment === undefined) continue;
      reports.push(await renderOne(manifest, assessment, options, { layout, fonts, ...(page && { page }) }));
      options.onProgress?.(n + 1, manifests.length);
    }
    return reports;
  };
  if (!manifests.some((manifest) => formatsOf(manifest, options).includes('pdf'))) return { reports: await renderAll() };
  const { withBrowser } = await import('../render/browser.js');
  return { reports: await withBrowserHome((home) => withBrowser(home, (browser) => browser.withPage(renderAll))) };
}

function formatsOf(manifest: Manifest, options: RenderOptions): readonly Format[] {
  return options.formats ?? manifest.formats ?? formats;
}

async function renderOne(manifest: Manifest, assessment: Assessment, options: RenderOptions, press: Press): Promise<RenderedReport> {
  const { files, diagnostics } = await reportFiles(assessment, manifest.text, formatsOf(manifest, options), press);
  const folder = `${options.outDir.replace(/(?<=.)\/+$/, '')}/${manifest.slug}`;
  await writeWhole(folder, files);
  return {
    manifest: manifest.file ?? '',
    slug: manifest.slug,
    folder,
    files: [...files.keys()],
    assessment,
    diagnostics: [...assessment.diagnostics, ...diagnostics],
    headline: summaryOf(assessment),
  };
}
