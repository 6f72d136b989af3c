import type { Line } from '../assess/assessment.js';
import type { Section } from './section.js';
import { boundaryNames, componentNames, titleOf } from './words.js';

/** The proof: each line's formula, and below it the same with its numbers. A step that stands above is not repeated. */
export const arithmetic = {
  id: 'arithmetic',
  data: (assessment) => {
    const shown = new Set<string>();
    const first = (step: string): boolean => !shown.has(step) && shown.add(step) !== undefined;
    return {
      lines: assessment.lines.map((line) => ({
        id: line.id,
        title: `${titleOf(assessment, line)}: ${componentNames[line.component].toLowerCase()}`,
        basis: line.basis,
        boundary: boundaryNames[line.boundary],
        steps: stepsOf(line).filter(
          ({ formula, numbers }) => formula.startsWith('emissions =') || first(`${line.phase} ${line.name} ${formula} ${numbers}`),
        ),
      })),
    };
  },
} as const satisfies Section;

function stepsOf({ formula, arithmetic: numbers }: Line): readonly { readonly formula: string; readonly numbers: string }[] {
  return formula.split('; ').map((text, n) => ({ formula: text, numbers: (numbers[n] ?? '').replace(/^[^=]*= /, '= ') }));
}
