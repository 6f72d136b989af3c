import type { Assessment, ModelFacts } from '../assessment.js';
import type { PhaseFacts } from '../phase-facts.js';
import type { Offsets } from '../sources.js';

/** Titles of the sources of an assessment, by id. */
export type Titles = ReadonlyMap<string, string>;

/** A fact with the title of its source in place of its id, which has a meaning in its assessment alone. */
export function titled<T extends { readonly source?: string | undefined }>(fact: T, titles: Titles): T {
  const { source } = fact;
  return source === undefined ? fact : { ...fact, source: titles.get(source) ?? source };
}

export function titledPhase({ grid, flops, ...rest }: PhaseFacts, titles: Titles): PhaseFacts {
  return {
    ...rest,
    flops: flops && titled(flops, titles),
    grid: grid && { ...titled(grid, titles), market: grid.market && titled(grid.market, titles) },
  };
}

export function titledOperations(model: ModelFacts, titles: Titles): ModelFacts {
  return { ...model, inferenceFlops: model.inferenceFlops && titled(model.inferenceFlops, titles) };
}

export function titledBases({ baseModels = [] }: Pick<Assessment, 'baseModels'>, titles: Titles): NonNullable<Assessment['baseModels']> {
  return baseModels.map((one) => titled(one, titles));
}

export function titledOffsets(offsets: Offsets, titles: Titles): Offsets {
  return titled(offsets, titles);
}
