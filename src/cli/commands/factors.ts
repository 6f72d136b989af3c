import { InputError } from '../../diagnostics/diagnostic.js';
import { allFactors, defaultRanges, edition, type FactorSearch, factorGroups, searchFactors } from '../../verbs/factors.js';
import type { Context } from '../context.js';
import { messages } from '../messages.js';
import { overviewBlocks, searchBlocks } from '../texts/factors-text.js';
import { pageText } from '../texts/page.js';
import { visibleJson } from '../texts/visible.js';

export interface FactorsOptions {
  readonly json?: true | undefined;
}

/** Prints the rows of the tables for a place, a device or some words; without a query, the tables. */
export function factors(words: readonly string[], options: FactorsOptions, { terminal }: Context): void {
  const query = words.join(' ').trim();
  const setting = { columns: terminal.columns, paint: terminal.paintResult };
  if (query === '') {
    const all = { edition, factors: allFactors(), ranges: defaultRanges };
    terminal.result(options.json === true ? visibleJson(all) : pageText(overviewBlocks(factorGroups(), defaultRanges, edition), setting));
    return;
  }
  const search = searchFactors(query);
  if (!search.found) throw new InputError([unfound(query, search)]);
  if (options.json === true) {
    terminal.result(visibleJson(forMachines(query, search)));
    return;
  }
  terminal.result(
    pageText(
      searchBlocks(search, (id) => defaultRanges.find((row) => row.id === id)),
      setting,
    ),
  );
}

function unfound(query: string, search: Extract<FactorSearch, { found: false }>) {
  return search.why === 'unknown'
    ? messages.unknownFactor(query, search.candidates)
    : messages.noFactorYear(search.label, search.year, search.years);
}

/** Flat, since most scripts want one value; the readings show which is which. */
function forMachines(query: string, { readings, ranges, others }: Extract<FactorSearch, { found: true }>): object {
  const findings = readings.flatMap((reading) => reading.findings);
  return {
    query,
    edition,
    steps: findings.flatMap(({ steps }) => steps),
    factors: findings.flatMap(({ factors: rows }) => rows),
    readings: readings.map(({ label, instance, findings: own }) => ({
      label,
      instance,
      findings: own.map(({ role, factors: rows, steps }) => ({ role, factors: rows.map(({ id }) => id), steps })),
    })),
    ranges: ranges.length > 0 ? ranges : undefined,
    others: others.length > 0 ? others : undefined,
  };
}
