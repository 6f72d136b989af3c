import type { Assessment, LineInput } from '../assessment/assessment.js';
import type { Section } from './section.js';
import { defaultRangeOf, rangeMark, rangeText, valueText } from './words/inputs.js';
import { cited } from './words/words.js';

/** Every input once: value, range, basis and source number; then the default ranges that were used. */
export const factors = {
  id: 'factors',
  data: (assessment) => {
    const once = new Map<string, { input: LineInput; lines: string[] }>();
    for (const line of assessment.lines) {
      for (const input of line.inputs) {
        const key = JSON.stringify([input.name, input.value, input.source, input.path]);
        const entry = once.get(key) ?? { input, lines: [] };
        entry.lines.push(line.id);
        once.set(key, entry);
      }
    }
    return {
      rows: [...once.values()].map(({ input, lines }) => ({ ...inputText(assessment, input), lines: lines.join(', ') })),
      ranges: assessment.ranges?.map(({ title, size, note }, index) => ({ mark: rangeMark(index), title, size, note })),
    };
  },
} as const satisfies Section;

function inputText(assessment: Assessment, input: LineInput): Record<string, string | undefined> {
  return {
    name: input.name,
    value: valueText(input.value, input.unit),
    // An uncertain input without a range is shown as such; an exact one has a dash.
    range: input.low === undefined && input.exact !== true && input.value !== 0 ? undefined : rangeText(input),
    mark: defaultRangeOf(assessment, input)?.mark,
    basis: input.origin === undefined ? input.basis : `${input.basis} (${input.origin})`,
    source: cited(assessment, input.source),
    where: input.line === undefined ? undefined : `line ${input.line}`,
  };
}
