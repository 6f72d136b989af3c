import { differingFiles, placeOf, removeFiles, writeWhole } from '../../../io/files.js';
import type { BatchReport, MadeReport } from './report.js';

/** From the folder that the person named on, so that a link in it leads nowhere else. */
export async function writeReport({ report, files, left = [] }: MadeReport): Promise<void> {
  const { folder, name } = placeOf(report.folder);
  await writeWhole(folder, new Map([...files].map(([path, content]) => [`${name}/${path}`, content])));
  await removeFiles(report.folder, left);
}

/** Writes what differs from the disk. @returns The report with the files that were written; `unchanged`, with all, where none was. */
export async function writeDiffering(made: MadeReport): Promise<BatchReport> {
  const { report, files } = made;
  const differing = await differingFiles(report.folder, files);
  if (differing.length === 0 && (made.left ?? []).length === 0) return { ...report, state: 'unchanged' };
  await writeReport(made);
  return { ...report, files: differing };
}
