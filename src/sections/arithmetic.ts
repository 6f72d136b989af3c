import type { Section } from './section.js';
import { boundaryNames, componentNames, titleOf } from './words.js';

/** The proof: each line's formula, and the same with its numbers. */
export const arithmetic = {
  id: 'arithmetic',
  data: (assessment) => ({
    lines: assessment.lines.map((line) => ({
      id: line.id,
      title: `${titleOf(assessment, line)}: ${componentNames[line.component].toLowerCase()}`,
      basis: line.basis,
      boundary: boundaryNames[line.boundary],
      formulas: line.formula.split('; '),
      steps: [...line.arithmetic],
    })),
  }),
} as const satisfies Section;
