import { intervalOf } from '../../units/quantity.js';
import type { Block } from './blocks.js';
import { type Form, type Part, partsOf } from './parts.js';

/** A block with its bars. */
export interface BarBlock {
  readonly block: Block;
  readonly parts: readonly Part[];
}

/** Blocks that share a scale, or that are told in words, since a bar would be too small to see. */
export interface Panel {
  readonly blocks: readonly BarBlock[];
  readonly isWords: boolean;
}

/** Part of the scale below which the bars of a block would not be seen. */
const visible = 0.04;

/** Development and deployment on one scale, where both show on it; else each on its own, and a single bar as words. */
export function panelsOf(blocks: readonly Block[], form: Form): readonly Panel[] {
  const all = blocks.map((block) => ({ block, parts: partsOf(block, form) }));
  const sizes = all.map(({ parts }) => largestOf(parts));
  const largest = Math.max(...sizes);
  if (sizes.every((size) => size >= visible * largest)) return [{ blocks: all, isWords: false }];
  return all.map((one, index) => ({ blocks: [one], isWords: one.parts.length === 1 && sizes[index] !== largest }));
}

/** The longest that is drawn of some bars, in kilograms. */
export function largestOf(parts: readonly Part[]): number {
  return Math.max(...parts.map(({ emissions }) => Math.max(emissions.value, intervalOf(emissions)?.high ?? 0)));
}
