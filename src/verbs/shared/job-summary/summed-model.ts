import { componentNames } from '../../../assessment/component-names.js';
import { chartsOf } from '../../../charts/index.js';
import { isThere, placeOf } from '../../../io/files.js';
import { outputTexts } from '../../../outputs/ids.js';
import { intervalText, mainTotal } from '../../../sections/words/words.js';
import { formatted, plain } from '../../../units/format.js';
import { cardFolder } from '../cards/planned-card.js';
import type { PlannedReport } from '../reports.js';
import { figureIn } from '../stale/figure-in.js';
import { textIfReadable } from '../stale/stale-files.js';
import type { StaleReport } from '../stale/stale-reports.js';
import { partsBySize } from '../summary/parts.js';

/** What the summary of a job says of one model. */
export interface SummedModel {
  readonly name: string;
  /** The total that the files on disk state; absent where they state none. */
  readonly before?: string | undefined;
  /** The total that would be written; absent where nothing is counted. */
  readonly after?: string | undefined;
  /** Its 90 % interval, where one was assessed. */
  readonly interval?: string | undefined;
  readonly parts: readonly { readonly name: string; readonly figure: string; readonly share?: number | undefined }[];
  /** A picture on disk that is as it should be. */
  readonly chart?: { readonly file: string; readonly alt: string } | undefined;
}

/**
 * The totals of a report, on disk and as they would be written, with the parts and a picture of them.
 *
 * @param card The model card that was checked too.
 */
export async function summedModel(report: PlannedReport, stale: readonly StaleReport[], card: string | undefined): Promise<SummedModel> {
  const { assessment } = report;
  const total = mainTotal(assessment);
  const side = assessment.totals.development === undefined ? 'deployment' : 'development';
  const interval = total && intervalText(total.emissions);
  return {
    name: assessment.model.name,
    before: await totalOnDisk(report, card),
    after: total && plain(formatted(total.emissions).text),
    interval: interval && plain(interval),
    parts: partsBySize(assessment, side).map(({ component, number, unit, share }) => ({
      name: componentNames[component],
      figure: `${number} ${unit}`,
      share,
    })),
    chart: await pictureOf(report, stale, card),
  };
}

/** The first of the report's files and the card that states a total. */
async function totalOnDisk({ folder }: PlannedReport, card: string | undefined): Promise<string | undefined> {
  const files = [`${folder}/${outputTexts.json.files}`, `${folder}/${outputTexts.md.files}`, ...(card === undefined ? [] : [card])];
  for (const file of files) {
    const text = await textIfReadable(file);
    const figure = text === undefined ? undefined : figureIn(text);
    if (figure !== undefined) return figure;
  }
  return undefined;
}

/** The first chart, where its picture was compared and is up to date: in the report, or beside the card. */
async function pictureOf(
  { assessment, folder, formats }: PlannedReport,
  stale: readonly StaleReport[],
  card: string | undefined,
): Promise<SummedModel['chart']> {
  const [chart] = formats.includes('charts') ? chartsOf(assessment) : [];
  if (chart === undefined) return undefined;
  const beside = card === undefined ? [] : [placeOf(card).folder === '.' ? cardFolder : `${placeOf(card).folder}/${cardFolder}`];
  const changed = new Set(stale.flatMap(({ files }) => files.map(({ file }) => file)));
  for (const file of [`${folder}/${outputTexts.charts.files}${chart.id}.png`, ...beside.map((own) => `${own}/${chart.id}.png`)])
    if (!changed.has(file) && (await isThere(file))) return { file, alt: chart.alt };
  return undefined;
}
