import { type Diagnostic, InputError } from '../../../diagnostics/diagnostic.js';
import { type AssessedManifest, assessDated } from '../assess.js';
import type { OnProgress } from '../progress.js';
import { resolveFile } from '../read-manifests.js';
import { whatIfOf } from '../what-if.js';
import { openKnownReports } from './known-reports.js';
import { planBatch } from './plan.js';
import type { BatchReport, MakeOptions } from './report.js';

/** The manifests that a person named, each known or assessed. */
export interface AssessedBatch {
  readonly manifests: readonly string[];
  /** Reports that are up to date: an earlier run noted what they were made from, and neither that nor their files have changed. */
  readonly known: readonly BatchReport[];
  readonly assessed: readonly AssessedManifest[];
  /** What is wrong with the others, in the order of the manifests. */
  readonly faults: readonly Diagnostic[];
}

export interface AssessOptions extends MakeOptions {
  /** Whether those are assessed too whose report is up to date. */
  readonly isEachAssessed: boolean;
  readonly onProgress?: OnProgress | undefined;
}

/**
 * Reads and assesses manifests, and goes on after one with a fault, as `render` does.
 *
 * @throws {InputError} Where a pattern matches no file.
 */
export async function assessBatch(patterns: readonly string[], options: AssessOptions): Promise<AssessedBatch> {
  const reports = options.isEachAssessed ? undefined : await openKnownReports(options);
  const upToDate = new Map<string, BatchReport>();
  const knownReport = async (file: string): Promise<BatchReport | undefined> => {
    const report = upToDate.get(file) ?? (await reports?.upToDate(file));
    if (report !== undefined) upToDate.set(file, report);
    return report;
  };
  const plan = await planBatch(patterns, options, async (file) => (await knownReport(file))?.slug);
  const assessed: AssessedManifest[] = [];
  const known: BatchReport[] = [];
  const faults = new Map(plan.refused.map(({ manifest, error }) => [manifest, diagnosticsOf(error)]));
  for (const [n, file] of plan.files.entries()) {
    const report = await knownReport(file);
    if (report !== undefined) {
      known.push(report);
      continue;
    }
    options.onProgress?.({ kind: 'reading', file, nth: n + 1, total: plan.files.length });
    try {
      const resolved = await resolveFile(file);
      const assessment = assessDated(resolved, options);
      const whatIf = await whatIfOf(resolved, assessment, options);
      assessed.push({ manifest: resolved.manifest, assessment, whatIf });
    } catch (error) {
      faults.set(file, diagnosticsOf(error));
    }
  }
  const manifests = [...new Set([...plan.files, ...faults.keys()])];
  const refused = [...faults.keys()].sort((a, b) => (a < b ? -1 : 1));
  return { manifests, known, assessed, faults: refused.flatMap((file) => faults.get(file) ?? []) };
}

/** What is wrong with a manifest. An error of another kind ends the run. */
function diagnosticsOf(error: unknown): readonly Diagnostic[] {
  if (error instanceof InputError) return error.diagnostics;
  throw error;
}
