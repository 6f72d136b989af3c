import type { Factor } from '../factor.js';
import { once } from '../once.js';
import { type HosterRow, hosterRows } from './hoster-rows.js';

/** A company that rents machines, and is none of the three clouds. */
export type Hoster = Pick<HosterRow, 'id' | 'name' | 'on'>;

/** A hoster by any of its names: `Colab`, `Lambda Labs`, `Vast.ai`. */
export function findHoster(text: string): Hoster | undefined {
  const word = lettersAndDigits(text);
  return hosterRows.find(({ id, aliases }) => id === word || aliases.includes(word));
}

/** The place that a hoster's name of a region says, in words that a look-up of places finds: `fsn1` is `DE`. */
export function placeOfHosterRegion({ id }: Hoster, region: string): string | undefined {
  const word = region.trim().toLowerCase();
  return pairsOf(id).find(([name]) => name === word || (name.endsWith('*') && word.startsWith(name.slice(0, -1))))?.[1];
}

/** The hoster's names of its regions. */
export function hosterRegions({ id }: Hoster): readonly string[] {
  return pairsOf(id).map(([name]) => name);
}

/** PUE of all data centres of a hoster, where it publishes one. */
export function hosterPue({ id }: Hoster): Factor<'1'> | undefined {
  const row = hosterRows.find((hoster) => hoster.id === id);
  return row && pueOf(row);
}

export const hosterFactors = once((): readonly Factor[] => hosterRows.flatMap((row) => pueOf(row) ?? []));

function pueOf({ id, name, pue }: HosterRow): Factor<'1'> | undefined {
  if (pue === undefined) return undefined;
  const { value, year, source } = pue;
  const kind = 'yearly, average of all data centres of the provider';
  const note = 'The provider’s figure, read in a list that cites its page.';
  const title = `PUE of all of ${name}, ${year}`;
  return { id: `facility-${id}-pue-${year}`, title, value, range: 'pue-fleet', unit: '1', year, kind, note, source };
}

function pairsOf(id: string): readonly (readonly [name: string, place: string])[] {
  const { regions = '' } = hosterRows.find((hoster) => hoster.id === id) ?? {};
  return regions.split(', ').flatMap((pair) => {
    const [name, place] = pair.split('=');
    return name === undefined || place === undefined ? [] : [[name, place] as const];
  });
}

const lettersAndDigits = (text: string): string =>
  text
    .slice(0, 100)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
