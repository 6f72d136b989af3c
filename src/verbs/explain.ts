import { explain } from '../explain/explain.js';
import type { Explanation } from '../explain/explanation.js';
import { defaultRanges } from '../factors/ranges.js';
import { assessFile, type DateOptions } from './shared/assess.js';

export type { ImpactCategory, LineBoundary, StateKind } from '../assessment/assessment.js';
export { quoted } from '../explain/explain.js';
export type * from '../explain/explanation.js';

/**
 * Explains the figures of a manifest: formula, inputs and sources: read → parse → resolve → assess → explain. Loads
 * nothing that renders.
 *
 * @throws {InputError} With every fault of the manifest; where nothing has the name that was asked for.
 */
export async function explainManifest(file: string, options: ExplainOptions = {}): Promise<Explanation> {
  const { assessment } = await assessFile(file, options);
  return explain(assessment, options.asked, { file, ranges: defaultRanges });
}

export interface ExplainOptions extends DateOptions {
  /** A line, a phase, a component, a total, or the id of a source; else all totals. */
  readonly asked?: string | undefined;
}
