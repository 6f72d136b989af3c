import type { Assessment, LineInput } from '../assess/assessment.js';
import { exact, exactFigure } from '../units/format.js';
import type { Section } from './section.js';

/** Every number that entered, once each: value, range, basis, and the number of its source. */
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
    return { rows: [...once.values()].map(({ input, lines }) => ({ ...inputText(assessment, input), lines: lines.join(', ') })) };
  },
} as const satisfies Section;

function inputText({ sources }: Assessment, input: LineInput): Record<string, string | undefined> {
  const source = sources.findIndex(({ id }) => id === input.source);
  return {
    name: input.name,
    value: exactFigure(input.value, input.unit === 'accelerators' ? '1' : input.unit),
    range: input.low === undefined || input.high === undefined ? '–' : `${exact(input.low)}–${exact(input.high)}`,
    basis: input.origin ?? input.basis,
    source: `[${source + 1}]`,
    where: input.line === undefined ? undefined : `line ${input.line}`,
  };
}
