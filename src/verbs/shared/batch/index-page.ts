import type { Assessment } from '../../../assessment/assessment.js';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { FileError, isThere, readExactText, writeWhole } from '../../../io/files.js';
import { namesIn } from '../../../io/template-files.js';
import { outputTexts } from '../../../outputs/ids.js';
import type { OutputFiles } from '../../../outputs/output.js';
import { overviewChart } from '../../../overview/chart.js';
import { htmlMark, overviewHtml } from '../../../overview/html.js';
import { markdownMark, overviewMarkdown } from '../../../overview/markdown.js';
import { overviewOf, type ReportTotals, reportTotals } from '../../../overview/rows.js';
import { chartImages } from '../../../render/chart-images.js';
import { standaloneSvg } from '../../../render/svg.js';
import { messages } from '../messages.js';
import type { IndexContext } from '../render-context.js';
import { type StaleFile, staleFiles } from '../stale/stale-files.js';
import { indexFiles, linkedFiles, reportFolder } from './index-files.js';

const limits = { maxBytes: 50_000_000 };

/** The index of reports: in whatever order they were written, it is the same. */
async function pageOf(reports: readonly ReportTotals[], context: IndexContext): Promise<OutputFiles> {
  const overview = overviewOf(reports);
  const chart = overviewChart(overview);
  const image = chart === undefined ? undefined : await chartImages(chart, context);
  const narrow = chart && (await standaloneSvg({ ...chart, id: `${chart.id}-narrow`, spec: chart.screen }, context.fonts));
  const charts = image === undefined || narrow === undefined ? undefined : { wide: image.svg, narrow };
  const { markdown, html, png } = indexFiles;
  return new Map<string, Uint8Array | string>([
    [markdown, overviewMarkdown(overview, chart && { file: png, alt: chart.alt })],
    [html, overviewHtml(overview, context.indexSheet, charts)],
    ...(image === undefined ? [] : [[png, image.png] as const]),
  ]);
}

/**
 * Writes the index of a folder. Other runs may write reports and the index at the same time: where reports came meanwhile, it is
 * made again, so that the last of them has all.
 *
 * @returns The files; why they are not written; or nothing, where there is no report.
 */
export async function writeIndex(outDir: string, context: IndexContext): Promise<{ readonly files: OutputFiles } | Diagnostic | undefined> {
  const foreign = await foreignFile(outDir);
  if (foreign !== undefined) return { ...messages.foreignIndex(foreign), file: `${outDir}/${foreign}` };
  let reports = await reportsIn(outDir);
  if (reports.length === 0) return undefined;
  for (;;) {
    const files = await pageOf(reports, context);
    await writeWhole(outDir, files);
    const now = await reportsIn(outDir);
    if (JSON.stringify(now) === JSON.stringify(reports)) return { files };
    reports = now;
  }
}

/** The files of the index that are not as they would be written; none where a file of somebody else is in the way. */
export async function staleIndex(outDir: string, context: IndexContext): Promise<readonly StaleFile[]> {
  if ((await foreignFile(outDir)) !== undefined) return [];
  const reports = await reportsIn(outDir);
  return reports.length === 0 ? [] : staleFiles(outDir, await pageOf(reports, context));
}

/** A file in the way that carboncard did not write: what a person wrote is never replaced unasked. */
async function foreignFile(outDir: string): Promise<string | undefined> {
  const { markdown, html, png } = indexFiles;
  const marks = [
    [markdown, markdownMark],
    [html, htmlMark],
  ] as const;
  let own = 0;
  for (const [name, mark] of marks) {
    const text = await textOf(`${outDir}/${name}`);
    if (text?.includes(mark) === true) own += 1;
    else if (await isThere(`${outDir}/${name}`)) return name;
  }
  return own === 0 && (await isThere(`${outDir}/${png}`)) ? png : undefined;
}

async function reportsIn(outDir: string): Promise<readonly ReportTotals[]> {
  const reports: ReportTotals[] = [];
  for (const folder of ((await namesIn(outDir)) ?? []).filter((name) => reportFolder.test(name))) {
    const assessment = assessmentIn(await textOf(`${outDir}/${folder}/${outputTexts.json.files}`), folder);
    if (assessment === undefined) continue;
    const there = await Promise.all(linkedFiles.map((file) => isThere(`${outDir}/${folder}/${file}`)));
    reports.push(reportTotals({ folder, files: linkedFiles.filter((_, n) => there[n] === true), assessment }));
  }
  return reports;
}

/** The assessment of a report that carboncard wrote into a folder of this name; nothing of any other file. */
function assessmentIn(text: string | undefined, folder: string): Assessment | undefined {
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as Partial<Assessment> | null;
    const isOurs =
      value !== null &&
      typeof value.schemaVersion === 'string' &&
      value.model?.slug === folder &&
      typeof value.model.name === 'string' &&
      typeof value.totals === 'object' &&
      [value.phases, value.states, value.lines].every(Array.isArray);
    return isOurs ? (value as Assessment) : undefined;
  } catch {
    return undefined;
  }
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readExactText(file, limits);
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}
