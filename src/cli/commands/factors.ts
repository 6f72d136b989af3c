import { defaultRanges, edition, factorCoverage, factorGroups, factorTables, findFactors, lookUpFactors } from '../../verbs/factors.js';
import type { Context } from '../context.js';
import { coverageBlocks, overviewBlocks, searchBlocks } from '../texts/factors-text.js';
import { type Block, pageText } from '../texts/page.js';
import { visibleJson } from '../texts/visible.js';

export interface FactorsOptions {
  readonly json?: true | undefined;
  readonly coverage?: true | undefined;
}

/** Prints the rows of the tables for a place, a device or some words; without a query, the tables. */
export function factors(words: readonly string[], options: FactorsOptions, { terminal }: Context): void {
  const query = words.join(' ').trim();
  if (options.coverage === true) {
    const coverage = factorCoverage();
    const { columns, paintResult: paint } = terminal;
    terminal.result(options.json === true ? visibleJson(coverage) : pageText(coverageBlocks(coverage), { columns, paint }));
    return;
  }
  if (options.json === true) {
    terminal.result(visibleJson(query === '' ? factorTables() : lookUpFactors(query)));
    return;
  }
  terminal.result(pageText(blocksOf(query), { columns: terminal.columns, paint: terminal.paintResult }));
}

function blocksOf(query: string): readonly Block[] {
  if (query === '') return overviewBlocks(factorGroups(), defaultRanges, edition);
  return searchBlocks(findFactors(query), (id) => defaultRanges.find((row) => row.id === id));
}
