import type { MeasurementBoundary } from '../assessment/ids.js';
import { measurementBoundaries } from '../assessment/ids.js';
import { input, step } from '../formulas/expression.js';
import { reasons } from '../resolve/messages/reasons.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import type { LineDraft } from './component.js';
import { shared } from './electricity.js';

/** Where a part of the electricity is inside a published total: in its line. */
export function includedInPublished(
  { published }: ResolvedPhase,
  at: MeasurementBoundary,
): { readonly in: 'dynamic'; readonly reason: string } | undefined {
  if (published === undefined || published.boundary === 'unstated' || published.boundary === 'cradle-to-gate') return undefined;
  const covers = measurementBoundaries.indexOf(published.boundary) >= measurementBoundaries.indexOf(at);
  return covers ? { in: 'dynamic', reason: reasons.inPublished } : undefined;
}

/** Why a part of the electricity is not counted beside a published total. */
export function besidePublished({ published }: ResolvedPhase): string | undefined {
  if (published === undefined) return undefined;
  return published.boundary === 'unstated' ? reasons.unknownInPublished : reasons.outsidePublished;
}

/** The line of a published total: as published, without energy. */
export function publishedLine(phase: ResolvedPhase, { emissions: total, boundary }: NonNullable<ResolvedPhase['published']>): LineDraft {
  const emissions = step('emissions', 'kgCO2e', shared(phase, input(total)));
  const { basis } = total;
  const evidence = basis === 'measured' || basis === 'modelled' ? basis : 'declared';
  return { component: 'dynamic', emissions, market: emissions, boundary, evidence, notes: [] };
}
