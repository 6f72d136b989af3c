import { figure } from '../units/format.js';
import type { Section } from './section.js';
import { boundaryNames, titleOf } from './words.js';

/** By which rules the figures were made. */
export const method = {
  id: 'method',
  data: (assessment) => ({
    embodied: assessment.method.embodied,
    isOccupancy: assessment.method.embodied === 'occupancy' || assessment.method.embodied === 'both',
    isCalendar: assessment.method.embodied === 'calendar' || assessment.method.embodied === 'both',
    alternatives: assessment.embodiedAlternatives.map(({ line, convention, emissions }) => ({
      line,
      convention,
      emissions: figure(emissions).text,
    })),
    factors: assessment.method.factors,
    boundaries: assessment.lines
      .filter(({ component }) => component === 'dynamic')
      .map((line) => ({ phase: titleOf(assessment, line), boundary: boundaryNames[line.boundary] })),
    notes: assessment.lines.filter(({ notes }) => notes.length > 0).map(({ id, notes }) => ({ id, text: notes.join(' ') })),
  }),
} as const satisfies Section;
