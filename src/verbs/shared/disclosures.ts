import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { isThere } from '../../io/compare.js';
import { namesIn } from '../../io/template-files.js';
import {
  type CarbonTxt,
  carbonTxtMark,
  carbonTxtText,
  isAsWritten,
  mergedCarbonTxt,
  readCarbonTxt,
} from '../../render/formats/carbon-txt.js';
import { disclosuresFile, reportFolder } from './batch/index-files.js';
import { textOf } from './batch/reports-on-disk.js';
import { messages } from './messages.js';

/** The list of the disclosures of all reports in a folder; absent where none has one of its own, or a person's file is in the way. */
export interface ListedDisclosures {
  readonly text?: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads `carbon.txt` of each report, in the order of their folders, and lists them as one. */
export async function disclosuresIn(outDir: string): Promise<ListedDisclosures> {
  const files: CarbonTxt[] = [];
  for (const folder of ((await namesIn(outDir)) ?? []).filter((name) => reportFolder.test(name)).toSorted()) {
    const text = await textOf(`${outDir}/${folder}/${disclosuresFile}`);
    const read = text === undefined ? undefined : readCarbonTxt(text);
    if (read !== undefined) files.push(read);
  }
  if (files.length === 0) return { diagnostics: [] };
  const file = `${outDir}/${disclosuresFile}`;
  if ((await isThere(file)) && !(await isOwnList(outDir))) return { diagnostics: [{ ...messages.foreignDisclosures(), file }] };
  return { text: carbonTxtText(mergedCarbonTxt(files)), diagnostics: [] };
}

/** Whether carboncard wrote the list that is there. As any file of a report it is written again, whatever was changed in it. */
async function isOwnList(outDir: string): Promise<boolean> {
  return (await textOf(`${outDir}/${disclosuresFile}`))?.startsWith(carbonTxtMark) === true;
}

/** Whether the list that is there is as carboncard wrote it: only then is it removed. */
export async function isUnchangedList(outDir: string): Promise<boolean> {
  const text = await textOf(`${outDir}/${disclosuresFile}`);
  return text !== undefined && isAsWritten(text);
}
