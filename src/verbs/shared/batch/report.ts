import type { Assessment, Totals } from '../../../assessment/assessment.js';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Read } from '../../../io/known/reads.js';
import type { OutputId } from '../../../outputs/ids.js';
import type { OutputFiles } from '../../../outputs/output.js';
import type { DateOptions } from '../assess.js';
import type { ReportOptions } from '../reports.js';
import type { LeftFiles } from '../stale/left-files.js';
import type { Summary } from '../summary/summary.js';

/** What decides the bytes of a report, beside its manifest. */
export interface MakeOptions extends ReportOptions, DateOptions {
  /** Folder of templates that replace the bundled ones. */
  readonly templates?: string | undefined;
}

/** A report on disk, in short: what is kept of each of a thousand. */
export interface BatchReport {
  readonly manifest: string;
  readonly slug: string;
  readonly folder: string;
  /** Paths in the folder. */
  readonly files: readonly string[];
  readonly totals: Totals;
  /** Those of the assessment, and those of rendering it. */
  readonly diagnostics: readonly Diagnostic[];
  /** Those of the diagnostics that are notes of its formats. No file of the report holds them, other than notes of the assessment. */
  readonly formatNotes: readonly Diagnostic[];
  readonly headline: Summary;
  /** Whether it was written now, or is as an earlier run wrote it. */
  readonly state: 'written' | 'unchanged';
}

/** A report with its files, before they are written. */
export interface MadeReport {
  readonly report: BatchReport;
  readonly files: OutputFiles;
  /** Its formats. */
  readonly formats: readonly OutputId[];
  /** Files of earlier runs in its folder; known where it is written. */
  readonly left?: LeftFiles | undefined;
  /** All that it was made from; absent where a file changed meanwhile. */
  readonly reads?: readonly Read[] | undefined;
  /** Absent where it was made in another thread. */
  readonly assessment?: Assessment | undefined;
}
