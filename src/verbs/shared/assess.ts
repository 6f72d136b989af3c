import { assess } from '../../assess/assess.js';
import type { Assessment } from '../../assessment/assessment.js';
import { reportDate } from '../../io/clock.js';
import type { Manifest } from '../../manifest/manifest.js';
import type { ResolvedManifest } from '../../resolve/resolve.js';
import type { WhatIf } from '../../what-if/what-if.js';
import { resolveFile } from './read-manifests.js';

export interface DateOptions {
  /** Seconds since 1970: the date of a report whose manifest has none. */
  readonly sourceDateEpoch?: string | undefined;
}

export interface AssessedManifest {
  readonly manifest: Manifest;
  readonly assessment: Assessment;
  /** What would differ, where that is asked for. */
  readonly whatIf?: WhatIf | undefined;
}

/**
 * Assesses a manifest, with the date of its report.
 *
 * @throws {InputError} With every fault of the manifest.
 */
export function assessDated(resolved: ResolvedManifest, { sourceDateEpoch }: DateOptions): Assessment {
  return assess(resolved, { date: reportDate(resolved.manifest.report.date, { SOURCE_DATE_EPOCH: sourceDateEpoch }) });
}

/**
 * Reads and assesses one manifest, and no more: nothing that renders is loaded.
 *
 * @throws {InputError} With every fault of the manifest.
 */
export async function assessFile(file: string, options: DateOptions = {}): Promise<AssessedManifest> {
  const resolved = await resolveFile(file);
  return { manifest: resolved.manifest, assessment: assessDated(resolved, options) };
}
