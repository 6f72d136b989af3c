import type { Assessment } from '../assessment/assessment.js';
import { type Replaced, updateCard } from '../card/card.js';
import { chartsOf } from '../charts/index.js';
import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { differingFiles, exactText, FileError, placeOf, readExactText, readStandardInput, realPath, writeWhole } from '../io/files.js';
import { type Format, formats } from '../outputs/ids.js';
import { co2Facts } from '../sections/words/co2-emissions.js';
import { assessManifests } from './shared/assess-manifests.js';
import { readFontLibrary } from './shared/bundled-files.js';
import { faultOf } from './shared/file-faults.js';
import { messages } from './shared/messages.js';
import { readManifests } from './shared/read-manifests.js';
import { readLayout } from './shared/read-templates.js';
import { chartImages, markdownOf, missingGlyphs, type Press } from './shared/report-files.js';

/** Where a card's charts stand, beside it. */
const chartFolder = 'carbon';

const limits = { maxBytes: 20_000_000 };

export interface CardOptions {
  readonly manifest: string;
  /** Of the formats, `charts` alone matters: whether the section shows some, which are then written beside the card. */
  readonly formats?: readonly Format[] | undefined;
  /** Only says what would be written. */
  readonly dryRun?: boolean | undefined;
  /** Folder of templates that take the place of ours. */
  readonly templates?: string | undefined;
  /** Seconds since 1970 that date a report whose manifest has no date. */
  readonly sourceDateEpoch?: string | undefined;
}

/** A card as it is and as it should be. */
export interface PlannedCard {
  readonly before: string;
  readonly after: string;
  /** Text of the card that another takes the place of: the template's placeholders, an older `co2_eq_emissions`. */
  readonly replaced: readonly Replaced[];
  /** Charts beside the card, by path from its folder. */
  readonly charts: ReadonlyMap<string, Uint8Array>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface UpdatedModelCard extends PlannedCard {
  readonly file: string;
  /** Paths from the card's folder of what is not, or was not, on disk as it should be. */
  readonly changed: readonly string[];
  readonly assessment: Assessment;
}

/**
 * Puts the section and `co2_eq_emissions` into a model card in place: read → assess → draw, compose → splice → write.
 *
 * @param file The card; `-` for standard input, and then nothing is written.
 * @throws {InputError} With every fault of manifest or card, and nothing written.
 */
export async function updateModelCard(file: string, options: CardOptions): Promise<UpdatedModelCard> {
  const isStream = file === '-';
  const resolved = await readManifests([options.manifest]);
  const [manifest, assessment] = [resolved[0]?.manifest, assessManifests(resolved, options)[0]];
  if (manifest === undefined || assessment === undefined) throw new TypeError(`No assessment came of ${options.manifest}`);
  const press = { layout: await readLayout(options.templates), fonts: readFontLibrary() };
  const path = isStream ? file : await realPath(file);
  const planned = await planCard(
    path,
    file,
    assessment,
    press,
    !isStream && (options.formats ?? manifest.formats ?? formats).includes('charts'),
  );
  const { folder, name } = placeOf(path);
  const files = new Map<string, Uint8Array | string>([...planned.charts, [name, planned.after]]);
  const changed = isStream ? [] : await differingFiles(folder, files);
  if (!isStream && options.dryRun !== true) await writeWhole(folder, files);
  const isTracked = isStream || (await tracksImages(`${folder}/.gitattributes`));
  const hint = !isTracked && changed.some((path) => planned.charts.has(path)) ? [messages.largeFiles(chartFolder)] : [];
  return {
    ...planned,
    file,
    changed,
    assessment,
    diagnostics: [...planned.diagnostics, ...hint, ...(isStream ? [messages.noImages()] : [])],
  };
}

/**
 * What a card should be.
 *
 * @param file As the person named it, for what is wrong with it.
 */
export async function planCard(
  path: string,
  file: string,
  assessment: Assessment,
  press: Press,
  wantsCharts: boolean,
): Promise<PlannedCard> {
  const drawings = wantsCharts ? chartsOf(assessment) : [];
  const charts = await chartImages(drawings, press.fonts, chartFolder);
  const co2 = co2Facts(assessment);
  // Last, so that an editor has little time to save in between.
  const before = await readCard(path, file);
  const { text: after, replaced } = blaming(file, () =>
    updateCard(before, { co2, section: (standing) => markdownOf(assessment, drawings, press, { chartFolder, ...standing }) }),
  );
  return {
    before,
    after,
    replaced,
    charts,
    diagnostics: [
      ...assessment.diagnostics,
      ...(drawings.length === 0 ? [] : await missingGlyphs(JSON.stringify(assessment), press.fonts)),
      ...(co2 === undefined ? [messages.noDevelopment()] : []),
    ],
  };
}

/** Errors of the card's text told with its name. */
function blaming<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.diagnostics.map((diagnostic) => ({ file, ...diagnostic })));
  }
}

async function readCard(path: string, file: string): Promise<string> {
  try {
    return path === '-' ? exactText(file, await readStandardInput(limits)) : await readExactText(path, limits);
  } catch (error) {
    if (error instanceof FileError) throw new InputError([faultOf(file, error.problem, 'model card')]);
    throw error;
  }
}

/** Whether git's attributes beside a card send images where the Hub wants them. */
async function tracksImages(file: string): Promise<boolean> {
  const text = await readExactText(file, limits).catch((error: unknown) => {
    if (error instanceof FileError) return '';
    throw error;
  });
  return text.split(/\r?\n/).some((line) => /^\S*(?:\.png|carbon\/\S*)\s.*filter=(?:lfs|xet)/.test(line));
}
