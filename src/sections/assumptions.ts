import type { Assessment, PhaseFacts } from '../assessment/assessment.js';
import type { Diagnostic } from '../assessment/diagnostic.js';
import type { Section } from './section.js';
import { isInTableOfInputs } from './words/inputs.js';
import { placesIn } from './words/phases.js';
import { codeParts } from './words/words.js';

/** What a reader has to know beside the inputs and what is not counted: fallbacks, open questions, warnings. */
export const assumptions = {
  id: 'assumptions',
  data: (assessment) => {
    const items = assessment.diagnostics
      .filter(({ id, severity }) => severity !== 'error' && !isInTableOfInputs(id))
      .filter((diagnostic) => !isAmongNotCounted(assessment, diagnostic))
      .map((diagnostic) => {
        const { message, note } = diagnostic;
        return { parts: codeParts(note === undefined ? message : `${message} ${note}`), places: placesOf(assessment, diagnostic) };
      });
    return items.length === 0 ? undefined : { items };
  },
} as const satisfies Section;

/** What the list of what is not counted says already: of failed runs, and of hours for which machines were held. */
function isAmongNotCounted(assessment: Assessment, diagnostic: Diagnostic): boolean {
  const { omissions, states } = assessment;
  if (diagnostic.id === 'restarts-unknown') return omissions.some(({ id }) => id === 'failed-runs');
  if (diagnostic.id !== 'reserved-as-busy') return false;
  const own = phasesOf(assessment, diagnostic);
  return own.every(({ phase, name }) =>
    states.some((one) => one.component === 'idle' && one.state === 'not-counted' && one.phase === phase && one.name === name),
  );
}

/** The phases that it is of, else the site or the hardware; nothing where the message names them, or there is one phase. */
function placesOf(assessment: Assessment, { message, path, phases }: Diagnostic): string | undefined {
  if (phases !== undefined) {
    const own = assessment.phases.filter(({ title }) => phases.includes(title));
    return assessment.phases.length === 1 || own.every(({ title }) => message.includes(title)) ? undefined : placesIn(assessment, own);
  }
  const [, kind, plain, quoted] = /^(sites|hardware)(?:\.([\w$-]+)|\["([^"]+)"\])/.exec(path ?? '') ?? [];
  const name = plain ?? quoted;
  if (kind === undefined || name === undefined || assessment.phases.length === 1) return undefined;
  return `${kind === 'sites' ? 'site' : kind} ${name}`;
}

/** The phases of a diagnostic; those of the assessment where it names none. */
function phasesOf({ phases }: Assessment, { phases: titles }: Diagnostic): readonly PhaseFacts[] {
  return titles === undefined ? phases : phases.filter(({ title }) => titles.includes(title));
}
