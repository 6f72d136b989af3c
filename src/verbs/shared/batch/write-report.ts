import { differingFiles, placeOf, removeFiles, writeWhole } from '../../../io/files.js';
import { messages } from '../messages.js';
import { leftFiles } from '../stale/left-files.js';
import { type KnownReports, nothingEarlier } from './known-reports.js';
import type { BatchReport, MadeReport } from './report.js';

/** From the folder that the person named on, so that a link in it leads nowhere else. */
export async function writeReport({ report, files, left }: MadeReport): Promise<void> {
  const { folder, name } = placeOf(report.folder);
  await writeWhole(folder, new Map([...files].map(([path, content]) => [`${name}/${path}`, content])));
  await removeFiles(report.folder, left?.removed ?? []);
}

/** Writes what differs from the disk. @returns The report with the files that were written; `unchanged`, with all, where none was. */
export async function writeDiffering(made: MadeReport): Promise<BatchReport> {
  const { report, files } = made;
  const differing = await differingFiles(report.folder, files);
  if (differing.length === 0) return { ...report, state: 'unchanged' };
  await writeReport(made);
  return { ...report, files: differing };
}

/** A report that is about to be written, with what earlier runs left in its folder, and a note of it. */
export async function withLeft(made: MadeReport, isAsked: boolean, known: KnownReports | undefined): Promise<MadeReport> {
  const { report, files, formats } = made;
  const earlier = known?.earlier(report.manifest) ?? nothingEarlier;
  const left = await leftFiles({ folder: report.folder, files: [...files.keys()], formats, isAsked }, earlier);
  if (left.kept.length === 0) return { ...made, left };
  const note = { ...messages.leftFiles(left.kept), file: report.folder };
  return {
    ...made,
    left,
    report: { ...report, diagnostics: [...report.diagnostics, note], formatNotes: [...report.formatNotes, note] },
  };
}

/** The report as it is told of: with a note of what was removed, which no later run repeats. */
export function withRemoved({ report, left }: MadeReport): BatchReport {
  if (left === undefined || left.removed.length === 0) return report;
  const note = { ...messages.removedFiles(left.removed), file: report.folder };
  return { ...report, diagnostics: [...report.diagnostics, note], formatNotes: [...report.formatNotes, note] };
}
