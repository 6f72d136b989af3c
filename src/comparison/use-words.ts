import { componentPhrases } from '../assessment/component-names.js';
import type { ComponentId } from '../assessment/ids.js';
import { THIN } from '../units/format.js';
import { listed } from '../units/listed.js';

const parts = (components: readonly ComponentId[]): string => listed(components.map((id) => componentPhrases[id]));

/** Pairs that a sentence names; more of them are counted. */
const maxPairs = 6;
const pairsText = (pairs: readonly string[]): string => (pairs.length > maxPairs ? `${pairs.length} pairs of models` : pairs.join('; '));

/** The words of use against development, which Markdown, HTML, PDF and the terminal share. */
export const useWords = {
  title: 'Use against development',
  intro:
    'The time after which the use of a model, at its own load, has emitted as much as its development, counting the parts that development and use have in common.',
  introAt: (load: string): string =>
    `The time after which the use of a model, at ${load}, has emitted as much as its development, counting the parts that development and use have in common.`,
  columns: {
    model: 'Model',
    load: 'Load',
    after: 'As much after',
    interval: `90${THIN}% interval`,
    perRequest: 'Per request',
    perTokens: 'Per 1,000 tokens',
    counts: 'Counts on both sides',
  },
  none: '–',
  notCounted: 'not counted',
  noDevelopment: 'no development recorded',
  nothingCommon: 'no common part',
  noLoad: 'no load stated',
  ofPeriod: 'as in its period',
  lacks: { requests: 'requests not stated', tokens: 'tokens not stated' },
  never: { 'no-load': 'never: the load is 0', 'no-emissions': 'never: use emits nothing', 'beyond-100-years': 'more than 100 years' },
  parts,
  pair: (one: string, other: string): string => `${one} and ${other}`,
  boundaries: (name: string, onlyDevelopment: readonly ComponentId[], onlyUse: readonly ComponentId[]): string =>
    `* Development and use of ${name} have different boundaries. Not compared: ${[
      ...(onlyDevelopment.length === 0 ? [] : [`${parts(onlyDevelopment)} of development`]),
      ...(onlyUse.length === 0 ? [] : [`${parts(onlyUse)} of use`]),
    ].join('; ')}.`,
  unlike: (pairs: readonly string[]): string => `Not ranked, since different parts are compared: ${pairsText(pairs)}.`,
  overlapping: (pairs: readonly string[]): string => `Not ranked, since the intervals overlap or are unknown: ${pairsText(pairs)}.`,
} as const;
