import type { Line, LineStep } from '../assessment/assessment.js';
import { componentNames } from '../assessment/component-names.js';
import { phaseTitle } from '../assessment/phase-title.js';
import type { Section } from './section.js';
import { boundaryNames } from './words/words.js';

/** Each line's steps: the formula, then the same with its numbers. A step already shown for the phase is not repeated. */
export const arithmetic = {
  id: 'arithmetic',
  data: (assessment) => {
    const shown = new Set<string>();
    const isNew = ({ phase, name }: Line, step: LineStep): boolean => {
      const key = JSON.stringify([phase, name, step]);
      const known = shown.has(key);
      shown.add(key);
      return !known;
    };
    return {
      lines: assessment.lines.map((line) => ({
        id: line.id,
        title: `${phaseTitle(assessment, line)}: ${componentNames[line.component].toLowerCase()}`,
        basis: line.basis,
        boundary: boundaryNames[line.boundary],
        steps: line.steps.filter((step) => isNew(line, step)).map(({ name, formula, numbers }) => ({ name, formula, numbers })),
      })),
    };
  },
} as const satisfies Section;
