import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { updateCard } from '../../../src/card/card.js';
import { content, gramsOnHub, readOnHub } from './content.js';

const written = (yaml: string): string => updateCard(`---\n${yaml}\n---\n\n# M\n`, content).text;
const front = (yaml: string): string => /^---\n([\s\S]*?)\n---\n/.exec(written(yaml))?.[1] ?? '';

describe('a comment in `co2_eq_emissions`', () => {
  it.each([
    [
      'behind each value',
      'co2_eq_emissions: # ours\n  emissions: 12 # grams\n  source: x # a tool\n  training_type: fine-tuning # last\ntags: [a]',
      'co2_eq_emissions: # ours\n  emissions: 50500000 # grams\n  source: "a report: “M”" # a tool\n  training_type: pre-training # last\n  hardware_used: "8 × A100 # all"\ntags: [a]',
    ],
    [
      'above each key, in another order',
      'co2_eq_emissions:\n  # from the paper\n  source: x\n\n  # measured\n  # with CodeCarbon\n  emissions: 12\n# next\ntags: [a]',
      'co2_eq_emissions:\n\n  # measured\n  # with CodeCarbon\n  emissions: 50500000\n  # from the paper\n  source: "a report: “M”"\n  training_type: pre-training\n  hardware_used: "8 × A100 # all"\n# next\ntags: [a]',
    ],
    [
      'of a key that goes, which is on a line of its own',
      'co2_eq_emissions:\n  emissions: 12\n  # near the sea\n  geographical_location: Brest # France\n  source: x',
      'co2_eq_emissions:\n  emissions: 50500000\n  source: "a report: “M”"\n  training_type: pre-training\n  hardware_used: "8 × A100 # all"\n  # near the sea\n  # France',
    ],
    [
      'in braces over several lines',
      'co2_eq_emissions: {\n  emissions: 12, # grams\n  # a tool\n  source: x } # end\ntags: [a]',
      'co2_eq_emissions: # end\n  emissions: 50500000 # grams\n  # a tool\n  source: "a report: “M”"\n  training_type: pre-training\n  hardware_used: "8 × A100 # all"\ntags: [a]',
    ],
    [
      'of a text over several lines, and between a key and its value',
      'co2_eq_emissions:\n  emissions: # grams\n    12\n  source: > # as the paper has it\n    x # text\n    y\ntags: [a]',
      'co2_eq_emissions:\n  emissions: 50500000 # grams\n  source: "a report: “M”" # as the paper has it\n  training_type: pre-training\n  hardware_used: "8 × A100 # all"\ntags: [a]',
    ],
    [
      'in a list that is replaced',
      'co2_eq_emissions:\n  emissions: 12\n  hardware_used: # used\n    - A100 # one\n    # two\n    - "# B200" # three\n  # of the source\n  source: x\ntags: [a]',
      'co2_eq_emissions:\n  emissions: 50500000\n  # of the source\n  source: "a report: “M”"\n  training_type: pre-training\n  hardware_used: "8 × A100 # all" # used # one # two # three\ntags: [a]',
    ],
    [
      'in a list in brackets, and before a closing brace',
      'co2_eq_emissions: {\n  emissions: 12, hardware_used: [A, # one\n  B], # two\n  source: x # three\n  # four\n  }\ntags: [a]',
      'co2_eq_emissions:\n  emissions: 50500000\n  source: "a report: “M”" # three # four\n  training_type: pre-training\n  hardware_used: "8 × A100 # all" # one # two\ntags: [a]',
    ],
    [
      'in a list of keys',
      'co2_eq_emissions:\n  # above\n  - emissions: 12 # grams\n  # two\n  - source: x # three\ntags: [a]',
      'co2_eq_emissions:\n  # above\n  emissions: 50500000\n  source: "a report: “M”"\n  training_type: pre-training\n  hardware_used: "8 × A100 # all"\n  # grams\n  # two\n  # three\ntags: [a]',
    ],
    [
      'of a number on a line of its own',
      'co2_eq_emissions:\n  12 # grams\ntags: [a]',
      'co2_eq_emissions:\n  emissions: 50500000 # grams\n  source: "a report: “M”"\n  training_type: pre-training\n  hardware_used: "8 × A100 # all"\ntags: [a]',
    ],
  ])('%s', (_, yaml, expected) => {
    expect(front(yaml)).toBe(expected);
    expect(updateCard(written(yaml), content).text).toBe(written(yaml));
  });

  it('stays with its key, in any order, above or behind', () => {
    const keys = ['emissions', 'source', 'training_type', 'hardware_used'] as const;
    const shape = fc.record({
      order: fc.shuffledSubarray([...keys], { minLength: 1 }),
      above: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      behind: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      lineBreak: fc.constantFrom('\n', '\r\n'),
      indent: fc.constantFrom('  ', '    ', ' '),
    });
    fc.assert(
      fc.property(shape, ({ order, above, behind, lineBreak, indent }) => {
        const lines = order.flatMap((key, n) => [
          ...(above[n] ? [`${indent}# above ${key}`] : []),
          `${indent}${key}: ${key === 'emissions' ? 12 : 'x'}${behind[n] ? ` # behind ${key}` : ''}`,
        ]);
        const card = ['---', 'license: mit', 'co2_eq_emissions:', ...lines, 'tags: [a]', '---', '', '# M', ''].join(lineBreak);
        const { text } = updateCard(card, content);
        expect(gramsOnHub(text)).toBe(50500000);
        expect(readOnHub(text)).toMatchObject({ license: 'mit', tags: ['a'] });
        const after = text.slice(0, text.indexOf('# M')).split(lineBreak);
        for (const [n, key] of order.entries()) {
          const at = after.findIndex((line) => line.trimStart().startsWith(`${key}:`));
          expect(after[at]?.includes(` # behind ${key}`)).toBe(behind[n]);
          expect(after[at - 1]?.trim() === `# above ${key}`).toBe(above[n]);
        }
        expect(updateCard(text, content).text).toBe(text);
      }),
      { numRuns: 150 },
    );
  });
});
