import type { Assessment, Line, LineInput } from '../assessment/assessment.js';
import { THIN } from '../units/format.js';
import type { Section } from './section.js';
import { defaultRangeOf, inputTitle, rangeMark, rangeText, valueText } from './words/inputs.js';
import { placesIn } from './words/phases.js';
import { cited } from './words/works.js';

/** An input with the lines of the manifest that give it, and the phases that it is an input of. */
interface Used {
  readonly input: LineInput;
  readonly manifestLines: Set<number>;
  readonly phases: Pick<Line, 'phase' | 'name'>[];
}

/** Every input once: value, range, evidence and source; then the default ranges that were used. */
export const factors = {
  id: 'factors',
  data: (assessment) => {
    const inputs = usedInputs(assessment);
    return {
      rows: inputs.map((one) => rowOf(assessment, one)),
      hasPhases: assessment.phases.length > 1,
      isAssumed: inputs.some(({ input }) => input.basis === 'assumed'),
      ranges: assessment.ranges?.map(({ title, size, note }, index) => ({ mark: rangeMark(index), title, size, note })),
    };
  },
} as const satisfies Section;

/** Inputs of one name together, in the order in which the lines first take them. */
function usedInputs({ lines }: Assessment): readonly Used[] {
  const once = new Map<string, Map<string, Used>>();
  for (const line of lines) {
    for (const input of line.inputs) {
      const { name, value, low, high, source, basis, origin, of } = input;
      const named = once.get(name) ?? new Map<string, Used>();
      once.set(name, named);
      const key = JSON.stringify([value, low, high, source, basis, origin, of]);
      const entry = named.get(key) ?? { input, manifestLines: new Set(), phases: [] };
      named.set(key, entry);
      if (input.line !== undefined) entry.manifestLines.add(input.line);
      entry.phases.push(line);
    }
  }
  return [...once.values()].flatMap((named) => [...named.values()]);
}

function rowOf(assessment: Assessment, { input, manifestLines, phases }: Used): Record<string, string | boolean | undefined> {
  const numbers = [...manifestLines].sort((a, b) => a - b);
  return {
    name: inputTitle(input),
    value: valueText(input.value, input.unit, input.name),
    // An uncertain input without a range is shown as such; an exact one has a dash.
    range: input.low === undefined && input.exact !== true && input.value !== 0 ? undefined : rangeText(input),
    mark: defaultRangeOf(assessment, input)?.mark,
    basis: input.origin === undefined ? input.basis : `${input.basis} (${input.origin})`,
    assumed: input.basis === 'assumed',
    source: cited(assessment, input.source),
    where: numbers.length === 0 ? undefined : `${numbers.length > 1 ? 'lines' : 'line'}${THIN}${numbers.join(', ')}`,
    phases: placesIn(assessment, phases),
  };
}
