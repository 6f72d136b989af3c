import type { Assessment } from '../assessment/assessment.js';
import { type Diagnostic, InputError, MissingError } from '../diagnostics/diagnostic.js';
import { defaultManifest } from '../io/default-paths.js';
import { differingFiles, FileError, placeOf, readExactText, realPath, WriteError, writeWhole } from '../io/files.js';
import { placeholderName } from '../manifest/open-questions.js';
import type { RenderContext } from '../render/context.js';
import { assessFile, type DateOptions } from './shared/assess.js';
import { readOnHub } from './shared/cards/card-on-hub.js';
import { cardFolder, cardLimits, cardPdf, type PlannedCard, planCard } from './shared/cards/planned-card.js';
import { messages } from './shared/messages.js';
import type { OnProgress } from './shared/progress.js';
import { readRenderContext } from './shared/render-context.js';
import { formatsOf, isFull, type ReportOptions, withPage } from './shared/reports.js';

export type { Replaced } from '../card/card.js';
export { textDiff } from './shared/text-diff.js';

/**
 * Puts the section and `co2_eq_emissions` into a model card, in place, and the report beside it: read → parse → resolve →
 * assess → section, report and charts → write.
 *
 * @param file The card; `-` for standard input, and then nothing is written.
 * @throws {InputError} With every fault of manifest or card, and nothing written.
 */
export async function updateModelCard(file: string, options: CardOptions = {}): Promise<UpdatedModelCard> {
  const { manifest, assessment } = await assessFile(options.manifest ?? defaultManifest, options);
  if (manifest.model.name === placeholderName)
    throw new InputError([{ ...messages.unnamedModel(placeholderName), file: manifest.file, ...manifest.positionOf('model') }]);
  const context = await readRenderContext(options.templates);
  const isStream = file === '-';
  const path = isStream ? file : await realPath(file);
  const formats = formatsOf(manifest, options);
  const subject = {
    path,
    file,
    assessment,
    manifest: manifest.text,
    manifestFile: manifest.file,
    formats,
    full: isFull(manifest, options),
  };
  if (!isStream && formats.includes('charts')) options.onProgress?.({ kind: 'rendering', slug: manifest.slug, format: 'charts' });
  const plan = (page?: RenderContext['page']) => planCard({ ...subject, hasPdf: page !== undefined }, { ...context, page });
  const written = async (): Promise<WrittenCard> => {
    const { planned, notes } = await plannedWithPdf(!isStream && formats.includes('pdf'), plan, options.onProgress);
    return { planned, notes, changed: isStream ? [] : await writeCard(path, planned, options) };
  };
  const { planned, notes, changed } = await onceMoreIfChanged(written);
  const hints = isStream ? [messages.noImages()] : await largeFileHints(path, planned, changed);
  const { rejected } = readOnHub(planned.after, file, manifest.audits);
  return { ...planned, file, changed, assessment, diagnostics: [...planned.diagnostics, ...notes, ...hints], rejected };
}

interface WrittenCard {
  readonly planned: PlannedCard;
  readonly notes: readonly Diagnostic[];
  /** Paths of what differed. */
  readonly changed: readonly string[];
}

/** Begins again, once, where another program saved the card after it was read: what is in it now counts. */
async function onceMoreIfChanged<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WriteError && error.problem.kind === 'changed') return work();
    throw error;
  }
}

/** Plans a card with its PDF; without it, and with a note, where the machine has no browser to print it. */
async function plannedWithPdf(
  hasPdf: boolean,
  plan: (page?: RenderContext['page']) => Promise<PlannedCard>,
  onProgress: OnProgress | undefined,
): Promise<{ readonly planned: PlannedCard; readonly notes: readonly Diagnostic[] }> {
  if (!hasPdf) return { planned: await plan(), notes: [] };
  try {
    const notes: Diagnostic[] = [];
    return { planned: await withPage(plan, { onProgress, report: (remark) => void notes.push(remark) }), notes };
  } catch (error) {
    if (!(error instanceof MissingError)) throw error;
    return { planned: await plan(), notes: [messages.noCardPdf(cardPdf, error.message, error.remedy)] };
  }
}

export interface CardOptions extends DateOptions {
  /** `carboncard.yaml` where absent. */
  readonly manifest?: string | undefined;
  /** Of the formats, `charts` and `pdf` matter: whether these are written beside the card. */
  readonly formats?: ReportOptions['formats'];
  /** Whether the section holds the whole report too, folded; else as the manifest says. */
  readonly full?: boolean | undefined;
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
  /** What the Hub rejects, or may reject, of the metadata of the card. */
  readonly rejected: readonly Diagnostic[];
}

/** Writes the card and what is beside it; returns the paths that differed. */
async function writeCard(path: string, { files: beside, before, after }: PlannedCard, { dryRun }: CardOptions): Promise<readonly string[]> {
  const { folder, name } = placeOf(path);
  const files = new Map<string, Uint8Array | string>([...beside, [name, after]]);
  const changed = await differingFiles(folder, files);
  if (dryRun !== true) await writeWhole(folder, files, { basedOn: new Map([[name, before]]) });
  return changed;
}

/** Files that the Hub takes only from LFS or Xet. */
const binaries = ['png', 'pdf'] as const;

/** The Hub refuses binary files that git doesn't hand to LFS or Xet. */
async function largeFileHints(path: string, { files }: PlannedCard, changed: readonly string[]): Promise<readonly Diagnostic[]> {
  const attributes = await textOf(`${placeOf(path).folder}/.gitattributes`);
  const untracked = binaries.filter(
    (ending) => changed.some((file) => files.has(file) && file.endsWith(`.${ending}`)) && !isTracked(attributes, ending),
  );
  return untracked.length === 0 ? [] : [messages.largeFiles(untracked.map((ending) => `${cardFolder}/*.${ending}`))];
}

/** Whether git's attributes beside a card send such files where the Hub wants them. */
function isTracked(attributes: string, ending: (typeof binaries)[number]): boolean {
  const pattern = new RegExp(`^\\S*(?:\\.${ending}|carbon/\\*{1,2})\\s.*filter=(?:lfs|xet)`);
  return attributes.split(/\r?\n/).some((line) => pattern.test(line));
}

/** The text of a file; empty where there is none that can be read. */
async function textOf(file: string): Promise<string> {
  return readExactText(file, cardLimits).catch((error: unknown) => {
    if (error instanceof FileError) return '';
    throw error;
  });
}
