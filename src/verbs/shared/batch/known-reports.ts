import { resolve } from 'node:path';
import { browserMark } from '../../../io/chromium/browser-mark.js';
import { defaultReports } from '../../../io/default-paths.js';
import { programMark } from '../../../io/known/program-mark.js';
import { digestOf, digestOfFile, type Read } from '../../../io/known/reads.js';
import { openRecords } from '../../../io/known/records.js';
import { areUnchanged } from '../../../io/known/unchanged.js';
import { type EarlierFile, leftIn } from '../stale/left-files.js';
import type { BatchReport, MadeReport, MakeOptions } from './report.js';

/** Reports that an earlier run wrote, and that are as this run would write them. */
export interface KnownReports {
  /**
   * The report of a manifest, where all that it was made from and all of its files are what they were: by content, and not by time.
   * Where one is in doubt, nothing.
   */
  readonly upToDate: (manifest: string) => Promise<BatchReport | undefined>;
  /** The files that earlier runs wrote into the folder of a manifest's report. */
  readonly earlier: (manifest: string) => ReadonlyMap<string, EarlierFile>;
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
  /** Whether the formats were named on the command line. */
  readonly isAsked?: boolean | undefined;
  /** Files of earlier runs that stay in the folder. */
  readonly others?: readonly (readonly [string, EarlierFile])[] | undefined;
  /** All files in the folder that have the name of a format and that this run did not write. */
  readonly left?: readonly string[] | undefined;
}

/** No records: what is left in a folder is somebody's. */
export const nothingEarlier: ReadonlyMap<string, EarlierFile> = new Map();

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
  const earlier = (manifest: string): ReadonlyMap<string, EarlierFile> =>
    earlierIn(records.read(keyOf(manifest)) as ReportRecord | undefined);
  return {
    upToDate: async (manifest) => {
      const record = records.read(keyOf(manifest)) as ReportRecord | undefined;
      if (record?.mark !== mark || record.report.manifest !== manifest) return undefined;
      if (!record.files.every(([file, digest]) => digestOfFile(`${record.report.folder}/${file}`) === digest)) return undefined;
      const left = await leftIn({ folder: record.report.folder, files: record.files.map(([file]) => file) });
      if (JSON.stringify(left) !== JSON.stringify(record.left ?? [])) return undefined;
      return (await areUnchanged(record.reads)) ? { ...record.report, state: 'unchanged' } : undefined;
    },
    earlier,
    note: async ({ report, files, reads, left }) => {
      if (reads === undefined) return;
      const before = earlier(report.manifest);
      const record: ReportRecord = {
        mark,
        reads,
        files: [...files].map(([file, content]) => [file, digestOf(content)] as const),
        report,
        isAsked: formats !== undefined,
        others: left?.kept.flatMap((name) => {
          const own = before.get(name);
          return own === undefined ? [] : [[name, own] as const];
        }),
        left: left?.kept,
      };
      await records.write(keyOf(report.manifest), record);
    },
  };
}

function earlierIn(record: ReportRecord | undefined): ReadonlyMap<string, EarlierFile> {
  if (record === undefined) return nothingEarlier;
  const { files, others = [], isAsked = true } = record;
  return new Map([...others, ...files.map(([name, digest]) => [name, { digest, isAsked }] as const)]);
}
