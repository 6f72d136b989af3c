import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { defaultReports } from '../../../io/default-paths.js';
import { isThere } from '../../../io/files.js';
import { outputTexts } from '../../../outputs/ids.js';
import type { Output } from '../../../outputs/output.js';
import type { RenderContext } from '../../../render/context.js';
import type { DateOptions } from '../assess.js';
import { type KnownReports, nothingEarlier } from '../batch/known-reports.js';
import { messages } from '../messages.js';
import type { OnProgress } from '../progress.js';
import { needsPage, type PageEvents, type PlannedReport, type ReportOptions, renderReport, withPage } from '../reports.js';
import { type FactorsChange, factorsChange } from './factors-change.js';
import { leftFiles } from './left-files.js';
import { type StaleFile, staleFiles, textIfReadable } from './stale-files.js';

export interface CheckOptions extends ReportOptions, DateOptions {
  /** Whether the person named `outDir`; if not, a card alone may be what there is to check. */
  readonly isOutDirGiven?: boolean | undefined;
  /** Folder of templates that replace the bundled ones. */
  readonly templates?: string | undefined;
  /** A model card to check too. */
  readonly card?: string | undefined;
  /** Whether totals and parts of each model are given too, for a summary. */
  readonly isSummed?: boolean | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** What of one manifest is out of date, and the command that updates it. */
export interface StaleReport {
  /** The manifest; of an index, the folder that it is of. */
  readonly manifest: string;
  readonly files: readonly StaleFile[];
  /** Words of a command line. */
  readonly remedy: readonly string[];
  /** The editions, where the factor tables have changed and the manifest's own values have not. */
  readonly onlyFactors?: FactorsChange | undefined;
}

/** With what reports are compared. */
export interface CompareContext {
  readonly context: RenderContext;
  readonly options: CheckOptions;
  readonly events: PageEvents;
  readonly known: KnownReports | undefined;
}

interface StaleReports {
  readonly stale: readonly StaleReport[];
  readonly notes: readonly Diagnostic[];
}

/** A PDF is printed only where everything else of its report is as it should be, since that needs no browser. */
export async function staleReports(reports: readonly PlannedReport[], compare: CompareContext): Promise<StaleReports> {
  const { context, options, events } = compare;
  const stale: StaleReport[] = [];
  const notes: Diagnostic[] = [];
  const unprinted: PlannedReport[] = [];
  for (const [n, report] of reports.entries()) {
    const onStep: OnProgress = (step) => options.onProgress?.({ ...step, nth: n + 1, total: reports.length });
    const printed = report.outputs.filter(needsPage);
    const others = report.outputs.filter((output) => !needsPage(output));
    const compared = await comparedOutputs(report, context, others, onStep);
    const left = await comparedLeft(report, [...compared.names, ...printed.map(({ id }) => outputTexts[id].files)], compare);
    notes.push(...left.notes);
    const files = [...compared.stale, ...left.stale, ...(await missingOutputs(report, printed))];
    if (files.length > 0) stale.push(await staleReport(report, files, options));
    else if (printed.length > 0) unprinted.push(report);
  }
  if (unprinted.length === 0) return { stale, notes };
  return withPage(async (page) => {
    for (const report of unprinted) {
      const { stale: files } = await comparedOutputs(report, { ...context, page }, report.outputs.filter(needsPage), options.onProgress);
      if (files.length > 0) stale.push(await staleReport(report, files, options));
    }
    return { stale, notes };
  }, events);
}

interface ComparedOutputs {
  readonly stale: readonly StaleFile[];
  readonly names: readonly string[];
}

async function comparedOutputs(
  report: PlannedReport,
  context: RenderContext,
  chosen: readonly Output[],
  onProgress: OnProgress | undefined,
): Promise<ComparedOutputs> {
  const { files } = await renderReport(report, context, chosen, onProgress);
  return { stale: await staleFiles(report.folder, files), names: [...files.keys()] };
}

/** What earlier runs left in the folder of a report: what `render` would remove is out of date, and what it would leave is named. */
async function comparedLeft(
  { folder, formats, manifest }: PlannedReport,
  files: readonly string[],
  { options, known }: CompareContext,
): Promise<{ readonly stale: readonly StaleFile[]; readonly notes: readonly Diagnostic[] }> {
  const earlier = known?.earlier(manifest.file ?? '') ?? nothingEarlier;
  const { removed, kept } = await leftFiles({ folder, files, formats, isAsked: options.formats !== undefined }, earlier);
  return {
    stale: removed.map((name) => ({ file: `${folder}/${name}`, isMissing: false, isLeft: true })),
    notes: kept.length === 0 ? [] : [{ ...messages.leftFiles(kept), file: folder }],
  };
}

/** The files of these outputs that are not there, which needs no rendering to know. */
async function missingOutputs({ folder }: PlannedReport, outputs: readonly Output[]): Promise<readonly StaleFile[]> {
  const files = outputs.map(({ id }) => `${folder}/${outputTexts[id].files}`);
  const areThere = await Promise.all(files.map(isThere));
  return files.flatMap((file, n) => (areThere[n] === false ? [{ file, isMissing: true }] : []));
}

async function staleReport(report: PlannedReport, files: readonly StaleFile[], options: CheckOptions): Promise<StaleReport> {
  const { manifest, folder, assessment } = report;
  const file = manifest.file ?? '';
  return {
    manifest: file,
    files,
    remedy: ['carboncard', 'render', file, '-o', options.outDir ?? defaultReports, ...repeatedOptions(options)],
    onlyFactors: factorsChange(assessment, await textIfReadable(`${folder}/${outputTexts.json.files}`)),
  };
}

/** What the person typed here, and has to type there. */
export function repeatedOptions({ formats, templates, full, whatIf }: CheckOptions): readonly string[] {
  return [
    ...(full === true ? ['--full'] : []),
    ...(whatIf === true ? ['--what-if'] : []),
    ...(formats === undefined ? [] : ['--format', formats.join(',')]),
    ...(templates === undefined ? [] : ['--templates', templates]),
  ];
}
