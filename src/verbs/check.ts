import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { defaultReports } from '../io/default-paths.js';
import { isThere, placeOf, realPath } from '../io/files.js';
import { outputTexts } from '../outputs/ids.js';
import type { Output } from '../outputs/output.js';
import type { RenderContext } from '../render/context.js';
import type { DateOptions } from './shared/assess.js';
import type { HubReading } from './shared/audited/hub-reading.js';
import { assessBatch } from './shared/batch/assess-batch.js';
import { checkIndex } from './shared/batch/check-index.js';
import { withoutSlash } from './shared/batch/index-files.js';
import { cardOnHub } from './shared/cards/card-on-hub.js';
import { type CardSubject, cardPdf, planCard } from './shared/cards/planned-card.js';
import { messages } from './shared/messages.js';
import type { OnProgress } from './shared/progress.js';
import { readRenderContext } from './shared/render-context.js';
import {
  hasBrowser,
  needsPage,
  type PageEvents,
  type PlannedReport,
  planReports,
  type ReportOptions,
  renderReport,
  withPage,
} from './shared/reports.js';
import { type FactorsChange, factorsChange } from './shared/stale/factors-change.js';
import { leftFiles } from './shared/stale/left-files.js';
import { type StaleFile, staleFiles, staleText, textIfReadable } from './shared/stale/stale-files.js';
import { unfinishedIn } from './shared/unfinished.js';

export type { StaleFile } from './shared/stale/stale-files.js';

/**
 * Compares what `render` and `card` would write with what is on disk, byte by byte: read → parse → resolve → assess → outputs →
 * compare.
 *
 * @throws {InputError} With every fault of the manifests and the card.
 * @throws {MissingError} Where a PDF has to be compared and there is no browser.
 */
export async function checkReports(files: readonly string[], options: CheckOptions = {}): Promise<Checked> {
  // A card has to be compared with its assessment, so that nothing is skipped then.
  const { manifests, known, assessed, faults } = await assessBatch(files, { ...options, isEachAssessed: options.card !== undefined });
  const several = options.card !== undefined && manifests.length > 1 ? [messages.cardOfSeveral(manifests)] : [];
  if (faults.length + several.length > 0) throw new InputError([...faults, ...several]);
  const planned = await planReports(assessed, options);
  const context = await readRenderContext(options.templates);
  const remarks = new Map<string, Diagnostic>();
  // The same remark comes from each browser that is started.
  const events: PageEvents = { onProgress: options.onProgress, report: (remark) => void remarks.set(remark.id, remark) };
  const cards = await staleCards(planned, context, options, events);
  const onHub = await cardOnHub(planned[0]?.manifest, options.card);
  const { wanted, diagnostics } = await wantedReports(planned, options);
  const unfinished = [
    ...known.flatMap((report) => unfinishedIn(report, report.manifest)),
    ...assessed.flatMap(({ manifest, assessment }) => unfinishedIn(assessment, manifest.file)),
  ];
  const index = manifests.length > 1 ? await checkIndex(options) : { stale: [], diagnostics: [] };
  const stale = [...cards, ...(await staleReports(wanted, context, options, events)), ...staleIndexIn(index.stale, options)];
  const short = stale.some(wasLong) ? [messages.shortSection()] : [];
  return { stale, unfinished, diagnostics: [...diagnostics, ...index.diagnostics, ...remarks.values(), ...short], ...onHub };
}

/** Whether what is on disk holds the whole report, folded below a summary, and what would be written does not. */
function wasLong({ files }: StaleReport): boolean {
  return files.some(({ diff = '' }) => /^-<summary>/m.test(diff) && !/^\+<summary>/m.test(diff));
}

export interface CheckOptions extends ReportOptions, DateOptions {
  /** Whether the person named `outDir`; if not, a card alone may be what there is to check. */
  readonly isOutDirGiven?: boolean | undefined;
  /** Folder of templates that replace the bundled ones. */
  readonly templates?: string | undefined;
  /** A model card to check too. */
  readonly card?: string | undefined;
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

export interface Checked {
  readonly stale: readonly StaleReport[];
  /** What `init` left open in the manifests: reports of these are up to date and not ready. */
  readonly unfinished: readonly Diagnostic[];
  /** What the Hub reads of the card's metadata. */
  readonly hub?: HubReading | undefined;
  /** What it rejects, or may reject, of it. */
  readonly rejected: readonly Diagnostic[];
  readonly diagnostics: readonly Diagnostic[];
}

interface WantedReports {
  readonly wanted: readonly PlannedReport[];
  /** A note for each report that is not compared. */
  readonly diagnostics: readonly Diagnostic[];
}

/** All reports; but where a card is checked, only those that have a folder, unless the person named the folder of reports. */
async function wantedReports(reports: readonly PlannedReport[], options: CheckOptions): Promise<WantedReports> {
  if (options.card === undefined || options.isOutDirGiven === true) return { wanted: reports, diagnostics: [] };
  const areThere = await Promise.all(reports.map(({ folder }) => isThere(folder)));
  const absent = reports.filter((_, n) => areThere[n] === false);
  return {
    wanted: reports.filter((_, n) => areThere[n] !== false),
    diagnostics: absent.map(({ folder, manifest }) => ({ ...messages.onlyCard(folder), file: manifest.file ?? '' })),
  };
}

/** A PDF is printed only where everything else of its report is as it should be, since that needs no browser. */
async function staleReports(
  reports: readonly PlannedReport[],
  context: RenderContext,
  options: CheckOptions,
  events: PageEvents,
): Promise<readonly StaleReport[]> {
  const stale: StaleReport[] = [];
  const unprinted: PlannedReport[] = [];
  for (const [n, report] of reports.entries()) {
    const onStep: OnProgress = (step) => options.onProgress?.({ ...step, nth: n + 1, total: reports.length });
    const printed = report.outputs.filter(needsPage);
    const others = report.outputs.filter((output) => !needsPage(output));
    const files = [...(await staleOutputs(report, context, others, onStep)), ...(await missingOutputs(report, printed))];
    if (files.length > 0) stale.push(await staleReport(report, files, options));
    else if (printed.length > 0) unprinted.push(report);
  }
  if (unprinted.length === 0) return stale;
  return withPage(async (page) => {
    for (const report of unprinted) {
      const files = await staleOutputs(report, { ...context, page }, report.outputs.filter(needsPage), options.onProgress);
      if (files.length > 0) stale.push(await staleReport(report, files, options));
    }
    return stale;
  }, events);
}

async function staleOutputs(
  report: PlannedReport,
  context: RenderContext,
  chosen: readonly Output[],
  onProgress: OnProgress | undefined,
): Promise<readonly StaleFile[]> {
  const { files } = await renderReport(report, context, chosen, onProgress);
  const formats = chosen.map(({ id }) => id);
  const left = (await leftFiles(report, files, formats)).map((name) => ({ file: `${report.folder}/${name}`, isMissing: false }));
  return [...(await staleFiles(report.folder, files)), ...left];
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

function staleIndexIn(files: readonly StaleFile[], { outDir = defaultReports, templates }: CheckOptions): readonly StaleReport[] {
  const folder = withoutSlash(outDir);
  const remedy = ['carboncard', 'render', '--index', '-o', folder, ...repeatedOptions({ templates })];
  return files.length === 0 ? [] : [{ manifest: folder, files, remedy }];
}

/** What the person typed here, and has to type there. */
function repeatedOptions({ formats, templates, full, whatIf }: CheckOptions): readonly string[] {
  return [
    ...(full === true ? ['--full'] : []),
    ...(whatIf === true ? ['--what-if'] : []),
    ...(formats === undefined ? [] : ['--format', formats.join(',')]),
    ...(templates === undefined ? [] : ['--templates', templates]),
  ];
}

async function staleCards(
  reports: readonly PlannedReport[],
  context: RenderContext,
  options: CheckOptions,
  events: PageEvents,
): Promise<readonly StaleReport[]> {
  const [report] = reports;
  const { card } = options;
  if (card === undefined || report === undefined) return [];
  const files = await staleCardFiles(report, card, context, events);
  const file = report.manifest.file ?? '';
  return files.length === 0
    ? []
    : [{ manifest: file, files, remedy: ['carboncard', 'card', card, '-m', file, ...repeatedOptions(options)] }];
}

/** The card and what is beside it; the PDF is printed only where all else is as it should be. */
async function staleCardFiles(
  { assessment, formats, full, manifest }: PlannedReport,
  card: string,
  context: RenderContext,
  events: PageEvents,
): Promise<readonly StaleFile[]> {
  const path = await realPath(card);
  const pdf = `${placeOf(path).folder}/${cardPdf}`;
  const isPrinted = formats.includes('pdf') && (await isThere(pdf));
  // Where no browser is found, `card` writes no PDF, and none is missed.
  const hasPdf = isPrinted || (formats.includes('pdf') && (await hasBrowser()));
  const subject: CardSubject = {
    path,
    file: card,
    assessment,
    manifest: manifest.text,
    manifestFile: manifest.file,
    formats,
    full,
    hasPdf,
  };
  const { before, after, files } = await planCard(subject, context);
  const missing = hasPdf && !isPrinted ? [{ file: pdf, isMissing: true }] : [];
  const stale = namedFrom(card, path, [...(await staleFiles(placeOf(path).folder, files)), ...missing]);
  const all = after === before ? stale : [staleText(card, before, after), ...stale];
  if (all.length > 0 || !hasPdf) return all;
  return withPage(async (page) => {
    const printed = await planCard(subject, { ...context, page });
    return namedFrom(card, path, await staleFiles(placeOf(path).folder, printed.files));
  }, events);
}

/** Files beside a card are compared behind links, and named as the person named the card. */
function namedFrom(card: string, path: string, stale: readonly StaleFile[]): readonly StaleFile[] {
  const [real, named] = [placeOf(path).folder, placeOf(card).folder];
  return real === named ? stale : stale.map(({ file, ...rest }) => ({ ...rest, file: shownIn(named, file.slice(real.length + 1)) }));
}

function shownIn(folder: string, name: string): string {
  return folder === '.' ? name : `${folder}/${name}`;
}
