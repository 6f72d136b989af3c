import type { Assessment, PhaseFacts } from '../assessment/assessment.js';
import { publishedPhases } from '../assessment/published.js';
import { formattedExactly } from '../units/format.js';
import { plainText } from './plain-text.js';

/** Grids that are named; the rest is counted, since the report's table has all. */
const maxGrids = 3;

/** The grid factors of the electricity, with year and source: `Grid intensity, location-based: France 57 g CO₂e/kWh, 2022 (BLOOM paper, Table 1).` */
export function gridNote(assessment: Assessment, phases: readonly PhaseFacts[]): string {
  const grids = [...new Set(phases.flatMap((phase) => gridOf(assessment, phase)))];
  const published = publishedPhases(assessment, phases);
  if (published.length > 0 && published.length === phases.length) return 'Emissions as published.';
  if (grids.length === 0) return 'Grid intensity: location-based.';
  const rest = grids.length - maxGrids;
  const named = rest > 1 ? [...grids.slice(0, maxGrids), `${rest} other grids`] : grids;
  return `Grid intensity, location-based: ${named.join('; ')}.`;
}

function gridOf(assessment: Assessment, { grid, place }: PhaseFacts): readonly string[] {
  if (grid === undefined) return [];
  const where = place?.label ?? grid.zone;
  const source = assessment.sources.find(({ id }) => id === grid.source);
  // As given, without the digits that arithmetic adds: a declared 57 is not 57.0.
  const intensity = formattedExactly(Number(grid.intensity.value.toPrecision(3)), grid.intensity.unit);
  const year = grid.year === undefined ? '' : `, ${grid.year}`;
  const from = source === undefined ? '' : ` (${plainText(source.title)})`;
  return [`${where === undefined ? '' : `${plainText(where)} `}${intensity}${year}${from}`];
}

/** Phases with a line that counts electricity, so that their grid matters. */
export function poweredPhases(assessment: Assessment): readonly PhaseFacts[] {
  return assessment.phases.filter(({ phase, name }) =>
    assessment.lines.some((line) => line.phase === phase && line.name === name && line.component !== 'embodied'),
  );
}
