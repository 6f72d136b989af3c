import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { isThere, removeFiles, writeWhole } from '../../../io/files.js';
import type { OutputFiles } from '../../../outputs/output.js';
import { overviewChart } from '../../../overview/chart.js';
import { htmlMark, overviewHtml } from '../../../overview/html.js';
import { markdownMark, overviewMarkdown } from '../../../overview/markdown.js';
import { overviewOf, type ReportTotals } from '../../../overview/rows.js';
import { chartImages } from '../../../render/chart-images.js';
import { standaloneSvg } from '../../../render/svg.js';
import { disclosuresIn, isUnchangedList } from '../disclosures.js';
import { messages } from '../messages.js';
import type { IndexContext } from '../render-context.js';
import { type StaleFile, staleFiles } from '../stale/stale-files.js';
import { disclosuresFile, indexFiles } from './index-files.js';
import { reportsIn, textOf } from './reports-on-disk.js';

/** An index, in memory or on disk. */
export interface IndexPage {
  /** Its files; none where there is no report, or where a file of somebody else is in the way. */
  readonly files: OutputFiles;
  readonly diagnostics: readonly Diagnostic[];
}

/** The index of reports: in whatever order they were written, it is the same. */
async function pageOf(reports: readonly ReportTotals[], context: IndexContext): Promise<OutputFiles> {
  if (reports.length === 0) return new Map();
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
 * Writes the index of a folder, and removes files of an earlier one that it no longer has. Other runs may write reports and the index
 * at the same time: where reports came meanwhile, it is made again, so that the last of them has all.
 */
export async function writeIndex(outDir: string, context: IndexContext): Promise<IndexPage> {
  const foreign = await foreignFile(outDir);
  if (foreign !== undefined)
    return { files: new Map(), diagnostics: [{ ...messages.foreignIndex(foreign), file: `${outDir}/${foreign}` }] };
  let { reports, diagnostics } = await reportsIn(outDir);
  let listed = await disclosuresIn(outDir);
  for (;;) {
    const files = withList(await pageOf(reports, context), listed.text);
    if (files.size > 0) await writeWhole(outDir, files);
    await removeFiles(outDir, await leftFrom(outDir, files));
    const [now, nowListed] = [await reportsIn(outDir), await disclosuresIn(outDir)];
    if (JSON.stringify(now.reports) === JSON.stringify(reports) && nowListed.text === listed.text)
      return { files, diagnostics: [...diagnostics, ...listed.diagnostics] };
    ({ reports, diagnostics } = now);
    listed = nowListed;
  }
}

/** The index as it is on disk, compared with what would be written. */
export interface ComparedIndex {
  readonly stale: readonly StaleFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The files of the index that are not as they would be written; none where a file of somebody else is in the way. */
export async function staleIndex(outDir: string, context: IndexContext): Promise<ComparedIndex> {
  if ((await foreignFile(outDir)) !== undefined) return { stale: [], diagnostics: [] };
  const { reports, diagnostics } = await reportsIn(outDir);
  const listed = await disclosuresIn(outDir);
  const files = withList(await pageOf(reports, context), listed.text);
  const left = (await leftFrom(outDir, files)).map((name) => ({ file: outDir === '.' ? name : `${outDir}/${name}`, isMissing: false }));
  return {
    stale: [...(files.size === 0 ? [] : await staleFiles(outDir, files)), ...left],
    diagnostics: [...diagnostics, ...listed.diagnostics],
  };
}

function withList(files: OutputFiles, list: string | undefined): OutputFiles {
  return list === undefined ? files : new Map([...files, [disclosuresFile, list]]);
}

/** Files of an earlier index that this one does not have. */
async function leftFrom(outDir: string, files: OutputFiles): Promise<readonly string[]> {
  const others = Object.values(indexFiles).filter((name) => !files.has(name));
  const there = await Promise.all(others.map((name) => isThere(`${outDir}/${name}`)));
  const list = !files.has(disclosuresFile) && (await isUnchangedList(outDir)) ? [disclosuresFile] : [];
  return [...others.filter((_, n) => there[n] === true), ...list];
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
