import { assess } from '../../assess/assess.js';
import type { Assessment } from '../../assessment/assessment.js';
import { type Diagnostic, InputError } from '../../diagnostics/diagnostic.js';
import { reportDate } from '../../io/clock.js';
import type { ResolvedManifest } from '../../resolve/resolve.js';
import { readManifests } from './read-manifests.js';

export interface DateOptions {
  /** Seconds since 1970 that date a report whose manifest has no date. */
  readonly sourceDateEpoch?: string | undefined;
}

/**
 * Assesses manifests, all of them before anything is done with one.
 *
 * @throws {InputError} With every fault of every manifest.
 */
export function assessManifests(manifests: readonly ResolvedManifest[], { sourceDateEpoch }: DateOptions): readonly Assessment[] {
  const faults: Diagnostic[] = [];
  const assessments = manifests.flatMap((resolved) => {
    try {
      const date = reportDate(resolved.manifest.report.date, { SOURCE_DATE_EPOCH: sourceDateEpoch });
      return [assess(resolved, { date })];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(...error.diagnostics);
      return [];
    }
  });
  if (faults.length > 0) throw new InputError(faults);
  return assessments;
}

/**
 * Reads and assesses one manifest, and no more: nothing that draws or prints is loaded.
 *
 * @throws {InputError} With every fault of the manifest.
 */
export async function assessManifest(file: string, options: DateOptions = {}): Promise<Assessment> {
  const [assessment] = assessManifests(await readManifests([file]), options);
  if (assessment === undefined) throw new TypeError(`No assessment came of ${file}`);
  return assessment;
}
