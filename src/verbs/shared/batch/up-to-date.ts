import { InputError } from '../../../diagnostics/diagnostic.js';
import type { ResolvedManifest } from '../../../resolve/resolve.js';
import { sameSlugs } from '../same-slugs.js';
import { openKnownReports } from './known-reports.js';
import type { BatchReport, MakeOptions } from './report.js';

/** The reports of which an earlier run noted what they were made from, where neither that nor one of their files has changed. */
export async function reportsUpToDate(manifests: readonly string[], options: MakeOptions): Promise<readonly BatchReport[]> {
  const known = await openKnownReports(options);
  const reports: BatchReport[] = [];
  for (const manifest of manifests) {
    const report = await known?.upToDate(manifest);
    if (report !== undefined) reports.push(report);
  }
  return reports;
}

/** Two manifests with one folder, of which one has a report that is up to date. Others are refused when they are read. */
export function refuseSameSlugs(resolved: readonly ResolvedManifest[], known: readonly BatchReport[]): void {
  const read = resolved.map(({ manifest: { slug, file = '' } }) => ({ slug, file }));
  const faults = sameSlugs([...known.map(({ slug, manifest }) => ({ slug, file: manifest })), ...read]);
  if (faults.size > 0) throw new InputError([...faults.values()]);
}
