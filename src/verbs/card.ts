import type { Assessment } from '../assessment/assessment.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { defaultManifest } from '../io/default-paths.js';
import { differingFiles, FileError, placeOf, readExactText, realPath, writeWhole } from '../io/files.js';
import { assessFile, type DateOptions } from './shared/assess.js';
import { located } from './shared/located.js';
import { messages } from './shared/messages.js';
import { cardLimits, chartFolder, type PlannedCard, planCard } from './shared/planned-card.js';
import type { OnProgress } from './shared/progress.js';
import { readRenderContext } from './shared/render-context.js';
import { formatsOf, type ReportOptions } from './shared/reports.js';

export type { Replaced } from '../card/card.js';
export { textDiff } from './shared/text-diff.js';

/**
 * Puts the section and `co2_eq_emissions` into a model card, in place: read → parse → resolve → assess → section and charts →
 * write.
 *
 * @param file The card; `-` for standard input, and then nothing is written.
 * @throws {InputError} With every fault of manifest or card, and nothing written.
 */
export async function updateModelCard(file: string, options: CardOptions = {}): Promise<UpdatedModelCard> {
  const { manifest, assessment } = await assessFile(options.manifest ?? defaultManifest, options);
  const context = await readRenderContext(options.templates);
  const isStream = file === '-';
  const path = isStream ? file : await realPath(file);
  const hasCharts = !isStream && formatsOf(manifest, options).includes('charts');
  if (hasCharts) options.onProgress?.({ kind: 'rendering', slug: manifest.slug, format: 'charts' });
  const planned = await planCard({ path, file, assessment, hasCharts }, context);
  const changed = isStream ? [] : await writeCard(path, planned, options);
  const hints = isStream ? [messages.noImages()] : await largeFileHints(path, planned, changed);
  return { ...planned, file, changed, assessment, diagnostics: [...located(planned.diagnostics, manifest.file), ...hints] };
}

export interface CardOptions extends DateOptions {
  /** `carboncard.yaml` where absent. */
  readonly manifest?: string | undefined;
  /** Of the formats, `charts` alone matters: whether the section shows some, which are then written beside the card. */
  readonly formats?: ReportOptions['formats'];
  /** Reports what would be written, and writes nothing. */
  readonly dryRun?: boolean | undefined;
  /** Folder of templates that replace the bundled ones. */
  readonly templates?: string | undefined;
  readonly onProgress?: OnProgress | undefined;
}

export interface UpdatedModelCard extends PlannedCard {
  readonly file: string;
  /** Paths from the card's folder of what is not, or was not, on disk as it should be. */
  readonly changed: readonly string[];
  readonly assessment: Assessment;
}

/** Writes the card and its charts; returns the paths that differed. */
async function writeCard(path: string, { charts, after }: PlannedCard, { dryRun }: CardOptions): Promise<readonly string[]> {
  const { folder, name } = placeOf(path);
  const files = new Map<string, Uint8Array | string>([...charts, [name, after]]);
  const changed = await differingFiles(folder, files);
  if (dryRun !== true) await writeWhole(folder, files);
  return changed;
}

/** The Hub refuses images that git doesn't hand to LFS or Xet. */
async function largeFileHints(path: string, { charts }: PlannedCard, changed: readonly string[]): Promise<readonly Diagnostic[]> {
  const isTracked = await tracksImages(`${placeOf(path).folder}/.gitattributes`);
  return !isTracked && changed.some((file) => charts.has(file)) ? [messages.largeFiles(chartFolder)] : [];
}

/** Whether git's attributes beside a card send images where the Hub wants them. */
async function tracksImages(file: string): Promise<boolean> {
  const text = await readExactText(file, cardLimits).catch((error: unknown) => {
    if (error instanceof FileError) return '';
    throw error;
  });
  return text.split(/\r?\n/).some((line) => /^\S*(?:\.png|carbon\/\S*)\s.*filter=(?:lfs|xet)/.test(line));
}
