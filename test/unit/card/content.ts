import { parse } from 'yaml';
import type { CardContent } from '../../../src/card/card.js';

/** A section built like a real one: a heading perhaps, text, a table, an image, a folded part with headings of its own. */
export const content: CardContent = {
  section: ({ level, heading }) =>
    [
      ...(heading ? [`${'#'.repeat(level)} Environmental Impact`, ''] : []),
      'Developing **M** emitted **50.5 t CO₂e**.',
      '',
      '| a | b |',
      '| :- | -: |',
      '| 1 | 2 |',
      '',
      '![a chart](carbon/breakdown.png)',
      '',
      '<details>',
      '<summary>Method</summary>',
      '',
      `${'#'.repeat(Math.min(6, level + 1))} Method`,
      '',
      '```',
      'a = b × c',
      '```',
      '',
      '</details>',
      '',
    ].join('\n'),
  co2: { grams: 50509371.25, source: 'a report: “M”', trainingType: 'pre-training', hardwareUsed: '8 × A100 # all' },
};

/** The front matter as the Hub finds it, written anew from its published expression. */
const hubExpression = /^(\s*---(?:\r\n|\r|\n))([\S\s]*?)((?:\r\n|\r|\n)---[ \t]*(\r\n|\n|$))/;

/** What is below the front matter, be it an empty one. */
export function bodyOf(card: string): string {
  const empty = /^\s*---(?:\r\n|\r|\n)---[ \t]*(?:\r\n|\n|$)/.exec(card);
  const found = empty === null || Object.keys(readOnHub(card)).length > 0 ? hubExpression.exec(card) : empty;
  return card.slice(found?.[0].length ?? (card.startsWith('\uFEFF') ? 1 : 0));
}

/** All keys that the Hub reads; none where it finds no front matter, or no keys in it. */
export function readOnHub(card: string): Readonly<Record<string, unknown>> {
  try {
    const values: unknown = parse(hubExpression.exec(card)?.[2]?.replace(/\r\n?/g, '\n') ?? '');
    return values !== null && typeof values === 'object' && !Array.isArray(values) ? (values as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** What a reader on the Hub takes for the grams, by the two steps of its filter. */
export function gramsOnHub(card: string): number | undefined {
  const yaml = hubExpression.exec(card)?.[2];
  if (yaml === undefined) return undefined;
  const values = parse(yaml.replace(/\r\n?/g, '\n')) as { co2_eq_emissions?: { emissions?: unknown | undefined } | undefined };
  const text = String(values.co2_eq_emissions?.emissions);
  return Number(/\d+\.\d+|\d+/.exec(text)?.[0]);
}

const ownPart = /(?:(?:\r\n|\r|\n){2})?<!-- carboncard:begin -->[\s\S]*<!-- carboncard:end -->/;

/** The card without the section and the key, for cards that had neither. */
export function withoutOurs(card: string, original: string): string {
  const bare = card.replace(ownPart, '');
  // The blanks above and below the section are the same to the eye.
  if (original.trim() === '')
    return original.slice(0, 1).replace(/[^\uFEFF]/, '') + card.slice(card.length - original.replace('\uFEFF', '').length);
  if (hubExpression.test(original) || /^\s*---(?:\r\n|\r|\n)---/.test(original)) {
    return bare.replace(
      /^[ ]*co2_eq_emissions:(?:\r\n|\r|\n)(?:[ ]+(?:emissions|source|training_type|hardware_used): .*?(?:\r\n|\r|\n))+/m,
      '',
    );
  }
  return bare.replace(/^(\uFEFF?)---(?:\r\n|\n)co2_eq_emissions:[\s\S]*?(?:\r\n|\n)---(?:\r\n|\n){2}/, '$1');
}
