import { resolve } from 'node:path';
import { isThere } from '../../../io/compare.js';
import { programMark } from '../../../io/known/program-mark.js';
import { digestOf, digestOfFile, unreadable } from '../../../io/known/reads.js';
import { openRecords } from '../../../io/known/records.js';
import { bundledTemplates, namesIn } from '../../../io/template-files.js';
import { outputTexts } from '../../../outputs/ids.js';
import type { OutputFiles } from '../../../outputs/output.js';
import { isUnchangedList } from '../disclosures.js';
import { disclosuresFile, filesBesideReports, linkedFiles, reportFolder } from './index-files.js';

/** The index of a folder, where an earlier run wrote it and nothing that it shows has changed. */
export interface KnownIndex {
  /** Its files, where they are as they would be written. */
  readonly upToDate: () => Promise<readonly string[] | undefined>;
  /** Notes an index that was written just now, where it is of what is there. */
  readonly note: (files: OutputFiles) => Promise<void>;
}

interface IndexRecord {
  readonly mark: string;
  readonly files: readonly (readonly [string, string])[];
}

/** @returns Nothing where this machine keeps no notes. */
export async function openKnownIndex(outDir: string, templates: string | undefined): Promise<KnownIndex | undefined> {
  const records = await openRecords('indexes');
  if (records === undefined) return undefined;
  const key = [resolve(outDir)];
  // What it shows is compared before and after: what came meanwhile is not in it.
  const before = await markOf(outDir, templates);
  return {
    upToDate: async () => {
      const record = records.read(key) as IndexRecord | undefined;
      if (record?.mark !== before) return undefined;
      const digests = new Map(record.files);
      // A file of an earlier index that this one does not have is not there either; a list of disclosures may be somebody's own.
      const isAsWritten = filesBesideReports.every(
        (file) =>
          digestOfFile(`${outDir}/${file}`) === (digests.get(file) ?? unreadable) || (file === disclosuresFile && !digests.has(file)),
      );
      if (!digests.has(disclosuresFile) && (await isUnchangedList(outDir))) return undefined;
      return isAsWritten ? [...digests.keys()] : undefined;
    },
    note: async (files) => {
      if ((await markOf(outDir, templates)) !== before) return;
      const record: IndexRecord = { mark: before, files: [...files].map(([file, content]) => [file, digestOf(content)] as const) };
      await records.write(key, record);
    },
  };
}

/** The style sheets of the index. */
const indexSheets = ['screen.css', 'index.css'];

/** Changes when the index does: with the program, its style sheet, the assessments in the folder and the files beside them. */
async function markOf(outDir: string, templates: string | undefined): Promise<string> {
  const folders = [bundledTemplates, ...(templates === undefined ? [] : [`${templates}/`])];
  const sheets = folders.flatMap((folder) => indexSheets.map((name) => digestOfFile(`${folder}${name}`)));
  const reports: unknown[] = [];
  for (const folder of ((await namesIn(outDir)) ?? []).filter((name) => reportFolder.test(name))) {
    const assessment = digestOfFile(`${outDir}/${folder}/${outputTexts.json.files}`);
    const disclosures = digestOfFile(`${outDir}/${folder}/${disclosuresFile}`);
    if (assessment === unreadable && disclosures === unreadable) continue;
    reports.push([folder, assessment, disclosures, await Promise.all(linkedFiles.map((file) => isThere(`${outDir}/${folder}/${file}`)))]);
  }
  return digestOf(JSON.stringify([programMark(), sheets, reports]));
}
