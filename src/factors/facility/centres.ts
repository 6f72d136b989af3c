import type { Candidate } from '../candidates.js';
import type { Factor } from '../factor.js';
import { findCountry } from '../grid/countries.js';
import { once } from '../once.js';
import { type CentreRow, centrePueOf, centreRows } from './centre-rows.js';

/** A computing centre that a text names. */
export interface Centre {
  readonly id: string;
  /** As the text's own name of it: `Piz Daint`, a machine of the centre that has Alps. */
  readonly name: string;
  readonly operator: string;
  readonly city: string;
  readonly country: string;
  readonly zone?: string | undefined;
}

/**
 * A computing centre by the name of its machine, alone or with its operator, city or country: `LUMI`, `Jean Zay (IDRIS)`, `Leonardo, Italy`,
 * `Frontier supercomputer`.
 */
export function findCentre(text: string): Centre | undefined {
  return byWord().get(folded(text));
}

/** The PUE that the operator of a centre publishes. */
export function centrePue(id: string): Factor<'1'> | undefined {
  const row = centreRows.find((centre) => centre.id === id);
  return row && centrePueOf(row);
}

export const centreFactors = once((): readonly Factor[] => centreRows.flatMap((row) => centrePueOf(row) ?? []));

/** Names to suggest. */
export const centreWords = once((): readonly Candidate[] =>
  centreRows.flatMap(({ names }) => names.split(',').map((name) => ({ offer: name, words: [name] }))),
);

const byWord = once(() => {
  const words = new Map<string, Centre>();
  for (const row of centreRows) {
    for (const name of row.names.split(','))
      for (const word of spellings(row, name)) if (!words.has(word)) words.set(word, centreOf(row, name));
  }
  return words;
});

function centreOf({ id, operator, city, country, zone }: CentreRow, name: string): Centre {
  return { id, name, operator, city, country, zone };
}

function spellings({ operator, city, country }: CentreRow, name: string): readonly string[] {
  const where = [operator, city, country, findCountry(country).found?.name ?? country];
  const beside = [...where, `${operator} ${city}`, `${operator} ${where[3]}`, `${city} ${where[3]}`];
  return [name, ...beside.map((word) => `${name} ${word}`), `${operator} ${name}`].map(folded);
}

/** Letters and digits, without accents and without the words that say what it is. */
function folded(text: string): string {
  return text
    .slice(0, 100)
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\b(?:supercomputer|supercomputing|computer|cluster|hpc|system|the|at|in)\b/g, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
