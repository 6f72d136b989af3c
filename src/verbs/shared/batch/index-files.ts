import { outputIds, outputTexts, reportFile } from '../../../outputs/ids.js';

/** The index of many reports, in their folder. */
export const indexFiles = { markdown: 'index.md', html: 'index.html', png: 'index.png' } as const;

/** The list of disclosures beside the index, where reports have one of their own; it bears the name that the convention gives it. */
export const disclosuresFile = outputTexts.carbontxt.files;

/** All files that are written beside the reports. */
export const filesBesideReports: readonly string[] = [...Object.values(indexFiles), disclosuresFile];

/** Names of folders that may be a report's. */
export const reportFolder = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** Files of a report that the index may link to. */
export const linkedFiles: readonly string[] = [reportFile, ...outputIds.map((id) => outputTexts[id].files)];

/** A folder without slashes at its end; the root of the disk stays. */
export function withoutSlash(folder: string): string {
  let end = folder.length;
  while (end > 1 && folder[end - 1] === '/') end -= 1;
  return folder.slice(0, end);
}
