import type { Assessment, Line } from '../assessment/assessment.js';
import type { Section } from './section.js';
import { isInTableOfInputs } from './words/inputs.js';
import { placesIn } from './words/phases.js';

/** What a reader has to know beside the inputs: fallbacks, open questions, warnings. Assumed inputs are marked in their own table. */
export const assumptions = {
  id: 'assumptions',
  data: (assessment) => {
    const items = assessment.diagnostics
      .filter(({ id, severity }) => severity !== 'error' && !isInTableOfInputs(id))
      .map(({ message, path, paths, phases, note }) => ({
        text: note === undefined ? message : `${message} ${note}`,
        path: paths === undefined && !isWhole(path) ? path : undefined,
        places:
          phases === undefined
            ? undefined
            : placesIn(
                assessment,
                phases.flatMap((title) => placeOf(assessment, title)),
              ),
      }));
    return items.length === 0 ? undefined : { items };
  },
} as const satisfies Section;

/** A path that names no single value: the message itself names the phases. */
function isWhole(path: string | undefined): boolean {
  return path === undefined || path === 'phases' || path === 'model';
}

function placeOf({ phases }: Assessment, title: string): readonly Pick<Line, 'phase' | 'name'>[] {
  return phases.filter((phase) => phase.title === title);
}
