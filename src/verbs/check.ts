import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { defaultReports } from '../io/default-paths.js';
import { isThere, placeOf, realPath } from '../io/files.js';
import type { RenderContext } from '../render/context.js';
import type { HubReading } from './shared/audited/hub-reading.js';
import { assessBatch } from './shared/batch/assess-batch.js';
import { checkIndex } from './shared/batch/check-index.js';
import { withoutSlash } from './shared/batch/index-files.js';
import { openKnownReports } from './shared/batch/known-reports.js';
import type { BatchReport } from './shared/batch/report.js';
import { cardOnHub } from './shared/cards/card-on-hub.js';
import { type CardSubject, cardPdf, planCard } from './shared/cards/planned-card.js';
import { type SummedModel, summedModel } from './shared/job-summary/summed-model.js';
import { messages } from './shared/messages.js';
import { readRenderContext } from './shared/render-context.js';
import { hasBrowser, type PageEvents, type PlannedReport, planReports, withPage } from './shared/reports.js';
import { type StaleFile, staleFiles, staleText } from './shared/stale/stale-files.js';
import { type CheckOptions, repeatedOptions, type StaleReport, staleReports } from './shared/stale/stale-reports.js';
import { unfinishedIn } from './shared/unfinished.js';

export type { SummedModel } from './shared/job-summary/summed-model.js';
export type { StaleFile } from './shared/stale/stale-files.js';
export type { CheckOptions, StaleReport } from './shared/stale/stale-reports.js';

/**
 * Compares what `render` and `card` would write with what is on disk, byte by byte: read → parse → resolve → assess → outputs →
 * compare.
 *
 * @throws {InputError} With every fault of the manifests and the card.
 * @throws {MissingError} Where a PDF has to be compared and there is no browser.
 */
export async function checkReports(files: readonly string[], options: CheckOptions = {}): Promise<Checked> {
  // A card has to be compared with its assessment, and a summary has figures of it, so that nothing is skipped then.
  const isEachAssessed = options.card !== undefined || options.isSummed === true;
  const { manifests, known, assessed, faults } = await assessBatch(files, { ...options, isEachAssessed });
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
  const compared = await staleReports(wanted, { context, options, events, known: await openKnownReports(options) });
  const notes = [...known.flatMap(leftNotes), ...compared.notes];
  const stale = [...cards, ...compared.stale, ...staleIndexIn(index.stale, options)];
  const short = stale.some(wasLong) ? [messages.shortSection()] : [];
  const models =
    options.isSummed === true ? await Promise.all(planned.map((report) => summedModel(report, stale, options.card))) : undefined;
  return {
    stale,
    unfinished,
    models,
    diagnostics: [...diagnostics, ...notes, ...index.diagnostics, ...remarks.values(), ...short],
    ...onHub,
  };
}

/** What `render` said of files that stay in the folder of a report that is up to date. */
function leftNotes({ formatNotes }: BatchReport): readonly Diagnostic[] {
  return formatNotes.filter(({ id }) => id === messages.leftFiles([]).id);
}

/** Whether what is on disk holds the whole report, folded below a summary, and what would be written does not. */
function wasLong({ files }: StaleReport): boolean {
  return files.some(({ diff = '' }) => /^-<summary>/m.test(diff) && !/^\+<summary>/m.test(diff));
}

export interface Checked {
  readonly stale: readonly StaleReport[];
  /** Totals and parts of each model, where `isSummed` asked for them. */
  readonly models?: readonly SummedModel[] | undefined;
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

function staleIndexIn(files: readonly StaleFile[], { outDir = defaultReports, templates }: CheckOptions): readonly StaleReport[] {
  const folder = withoutSlash(outDir);
  const remedy = ['carboncard', 'render', '--index', '-o', folder, ...repeatedOptions({ templates })];
  return files.length === 0 ? [] : [{ manifest: folder, files, remedy }];
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
