import { explain } from '../explain/explain.js';
import type { Explanation } from '../explain/explanation.js';
import { defaultRanges } from '../factors/ranges.js';
import { assessManifest } from './shared/assess-manifests.js';

export type { Basis, LineBoundary, StateKind } from '../assessment/assessment.js';
/** What stands behind a manifest's figures, by itself: an entry of its own, so that a question loads nothing that draws or prints. */
export { quoted } from '../explain/explain.js';
export type * from '../explain/explanation.js';

export interface ExplainManifestOptions {
  /** A line, a phase, a component, a total; else all totals. */
  readonly asked?: string | undefined;
  /** Seconds since 1970 that date a report whose manifest has no date. */
  readonly sourceDateEpoch?: string | undefined;
}

/**
 * Reads and assesses a manifest and explains its figures.
 *
 * @throws {InputError} With every fault of the manifest; where nothing has the name that was asked for.
 */
export async function explainManifest(file: string, { asked, sourceDateEpoch }: ExplainManifestOptions = {}): Promise<Explanation> {
  return explain(await assessManifest(file, { sourceDateEpoch }), asked, { file, ranges: defaultRanges });
}
