import { resolve } from 'node:path';
import { browserMark } from '../../../io/chromium/browser-mark.js';
import { defaultReports } from '../../../io/default-paths.js';
import { programMark } from '../../../io/known/program-mark.js';
import { digestOf, digestOfFile, type Read } from '../../../io/known/reads.js';
import { openRecords } from '../../../io/known/records.js';
import { areUnchanged } from '../../../io/known/unchanged.js';
import type { BatchReport, MadeReport, MakeOptions } from './report.js';

/** Reports that an earlier run wrote, and that are as this run would write them. */
export interface KnownReports {
  /**
   * The report of a manifest, where all that it was made from and all of its files are what they were: by content, and not by time.
   * Where one is in doubt, nothing.
   */
  readonly upToDate: (manifest: string) => Promise<BatchReport | undefined>;
  /** Notes a report that was written just now. */
  readonly note: (made: MadeReport) => Promise<void>;
}

interface ReportRecord {
  /** What decides the report beside what was read. */
  readonly mark: string;
  readonly reads: readonly Read[];
  /** Digests of its files, by their path in the folder. */
  readonly files: readonly (readonly [string, string])[];
  readonly report: BatchReport;
}

/** @returns Nothing where this machine keeps no notes. */
export async function openKnownReports(options: MakeOptions): Promise<KnownReports | undefined> {
  const records = await openRecords('reports');
  if (records === undefined) return undefined;
  const { formats, full, whatIf, templates, sourceDateEpoch, outDir = defaultReports } = options;
  const mark = digestOf(
    JSON.stringify([
      programMark(),
      await browserMark(process.env),
      formats,
      full,
      whatIf,
      templates,
      sourceDateEpoch,
      outDir,
      process.cwd(),
    ]),
  );
  const keyOf = (manifest: string): readonly string[] => [process.cwd(), resolve(manifest), resolve(outDir)];
  return {
    upToDate: async (manifest) => {
      const record = records.read(keyOf(manifest)) as ReportRecord | undefined;
      if (record?.mark !== mark || record.report.manifest !== manifest) return undefined;
      if (!record.files.every(([file, digest]) => digestOfFile(`${record.report.folder}/${file}`) === digest)) return undefined;
      return (await areUnchanged(record.reads)) ? { ...record.report, state: 'unchanged' } : undefined;
    },
    note: async ({ report, files, reads }) => {
      if (reads === undefined) return;
      const record: ReportRecord = { mark, reads, files: [...files].map(([file, content]) => [file, digestOf(content)] as const), report };
      await records.write(keyOf(report.manifest), record);
    },
  };
}
