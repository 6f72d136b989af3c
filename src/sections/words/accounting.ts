import type { Assessment, PhaseFacts } from '../../assessment/assessment.js';
import { titlesText } from '../../assessment/coverage.js';
import { publishedPhases } from '../../assessment/published.js';

/** How the electricity of some phases is accounted for: `location-based`, unless it is as published. */
export function accountingText(assessment: Assessment, phases: readonly PhaseFacts[]): string {
  const published = publishedPhases(assessment, phases);
  if (published.length === 0) return 'location-based';
  return published.length === phases.length ? 'as published' : `location-based, ${titlesText(published, phases)} as published`;
}

/** What the electricity figure of a total leaves out: the phases whose emissions are published without energy. */
export function withoutEnergyText(assessment: Assessment, phases: readonly PhaseFacts[]): string | undefined {
  const published = publishedPhases(assessment, phases);
  return published.length === 0 ? undefined : `without ${titlesText(published, phases)}, whose emissions are published without energy`;
}
