import { phaseKinds } from '../../../assessment/ids.js';
import { chartIds } from '../../../charts/ids.js';
import { fileNamesIn } from '../../../io/files.js';
import { digestOfFile } from '../../../io/known/reads.js';
import { type OutputId, outputIds, outputTexts, reportFile } from '../../../outputs/ids.js';
import { whatIfNames } from '../what-if.js';

/** A file that an earlier run wrote into the folder of a report. */
export interface EarlierFile {
  readonly digest: string;
  /** A person named its format on the command line: neither the manifest nor the default has it. */
  readonly isAsked: boolean;
}

/** Files in the folder of a report that have the names of a format, and that this run does not write. */
export interface LeftFiles {
  /** Written by an earlier run for the formats of the manifest, and unchanged since: they are removed. */
  readonly removed: readonly string[];
  /** Changed since, asked for by name, or written by nobody knows whom: they stay, and are named. */
  readonly kept: readonly string[];
}

/** What a run writes into the folder of a report. */
export interface WrittenReport {
  readonly folder: string;
  readonly files: readonly string[];
  readonly formats: readonly OutputId[];
  /** A person named these formats on the command line, perhaps beside those of other runs. */
  readonly isAsked: boolean;
}

/** Compares a folder with what is written into it. */
export async function leftFiles(report: WrittenReport, earlier: ReadonlyMap<string, EarlierFile>): Promise<LeftFiles> {
  const { folder, formats, isAsked } = report;
  const left = await leftIn(report);
  const isRemoved = (name: string): boolean => {
    const own = earlier.get(name);
    if (own === undefined || own.digest !== digestOfFile(`${folder}/${name}`)) return false;
    // A format that is written now says what belongs to it: a phase or a chart that the manifest no longer has is gone.
    return formats.some((id) => id === formatOf(name)) || !(isAsked || own.isAsked);
  };
  return { removed: left.filter(isRemoved), kept: left.filter((name) => !isRemoved(name)) };
}

/** Names of files in a folder that a format gives and that are not among those written, in their order. */
export async function leftIn({ folder, files }: Pick<WrittenReport, 'folder' | 'files'>): Promise<readonly string[]> {
  const charts = await fileNamesIn(`${folder}/${outputTexts.charts.files}`);
  const names = [...(await fileNamesIn(folder)), ...charts.map((name) => `${outputTexts.charts.files}${name}`)];
  return names.filter((name) => formatOf(name) !== undefined && !files.includes(name)).sort();
}

/** Names that the format `boamps` gives: of the main task, and of the others by their kind. */
const ofBoamps = new RegExp(`^boamps(?:-(?:${phaseKinds.join('|')})(?:-[1-9][0-9]*)?)?\\.json$`);
const ofCharts = new RegExp(`^${outputTexts.charts.files}(?:${[...chartIds, whatIfNames.charts].join('|')})\\.(?:svg|png|vl\\.json)$`);

/** The format that gives a file its name, by its path in the folder of a report. */
function formatOf(name: string): OutputId | undefined {
  if (name === reportFile || name === whatIfNames.md) return 'md';
  if (name === whatIfNames.json) return 'json';
  if (ofCharts.test(name)) return 'charts';
  return ofBoamps.test(name) ? 'boamps' : outputIds.find((id) => outputTexts[id].files === name);
}
