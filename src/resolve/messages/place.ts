import { error, listed, note, suggested, warning } from '../../diagnostics/message.js';
import type { LookupStep } from '../../factors/factor.js';

/** Names to choose from: they have commas themselves. */
const candidatesOf = (candidates: readonly string[]): string | undefined => (candidates.length === 0 ? undefined : candidates.join('; '));

/** What is said of the place of a phase and of its electricity. */
export const placeMessages = {
  unknownSite: (name: string, sites: readonly string[], suggestion?: string) =>
    error('unknown-site', `Unknown site or place \`${name}\`.`, {
      expected:
        sites.length === 0
          ? 'a country (`FR`), a cloud region (`aws us-west-2`) or `world`; or a name from `sites`, whose grid can be given'
          : `one of the sites ${listed(sites)}, a country, or a cloud region`,
      ...suggested(suggestion),
    }),
  unknownPlace: (name: string, candidates: readonly string[]) =>
    error('unknown-place', `Unknown place \`${name}\`.`, {
      expected:
        'a country (`location: FR`), a cloud region (`location: aws us-west-2`) or `location: world`; or the grid itself (`grid: { intensity: 57 gCO2e/kWh }`)',
      ...suggested(candidatesOf(candidates)),
    }),
  ambiguousPlace: (name: string, candidates: readonly string[]) =>
    error('ambiguous-place', `Ambiguous place \`${name}\`: it can be several.`, { expected: `one of ${candidates.join('; ')}` }),
  noPlace: () =>
    error('no-place', 'Missing place: the emissions of the electricity cannot be calculated.', {
      expected: 'Add `site:`, `location:` or `grid: { intensity: 57 gCO2e/kWh }`; `location: world` for the world average',
    }),
  noGridYear: (place: string, year: number | undefined, first: string, last: string) =>
    error('no-grid-year', `No grid intensity of ${place} within 3 years of ${year ?? 'that year'}.`, {
      expected: `a year near ${first} to ${last}, or \`grid: { intensity: … }\``,
    }),
  noGrid: (place: string) =>
    error('no-grid', `No grid intensity for ${place}.`, { expected: 'Add `grid: { intensity: 57 gCO2e/kWh }`, or name another place' }),
  noRegion: (name: string) =>
    error('no-region', `\`${name}\` is no cloud region.`, { expected: 'a region such as `aws us-west-2`, or `locations:` for countries' }),
  severalPlaces: (one: string, other: string) =>
    error('several-places', `\`${one}\` and \`${other}\` do not agree.`, { expected: 'Keep one of them' }),
  siteOfOnly: (site: string) => note('only-site', `The phase names no site. The only site of the manifest, \`${site}\`, was used.`),
  noFacility: (device: string) =>
    note('no-facility', `No data centre was assumed around ${device}, so no overhead is counted.`, {
      expected: '`facility: data-centre`, or `pue:`',
    }),
  defaultPue: (pue: string, source: string) => note('default-pue', `Default PUE of ${pue}: ${source}.`),
  defaultGrid: (what: string, value: string) => note('default-grid', `Grid intensity from the factor tables: ${value}, ${what}.`),
  coarserPlace: (place: string) => note('coarser-place', `No grid intensity for ${place}; the figure of its country was used.`),
  countryForPlace: (place: string) =>
    note('coarser-place', `The factor tables have no separate grid for ${place}; the grid of its country was used.`),
  severalZones: (country: string) =>
    note('several-zones', `${country} has several grids, and the place names none of them. The range of its average covers most of them.`, {
      expected: 'Add the state or province, or a cloud region: `location: Oregon, US`',
    }),
  unknownCloud: (cloud: string, place: string) =>
    note('unknown-cloud', `Unknown provider \`${cloud}\`: the grid of ${place} was used, and no PUE of a provider.`),
  defaultWater: (where: string, value: string, what: string) =>
    note('default-water', `${where} water from the factor tables: ${value}, ${what}.`),
  noImpact: (what: string, place: string | undefined) =>
    warning('no-impact-figure', `No figure of ${what} for ${place ?? 'this place'}, so it is not counted.`),
  severalMarkets: () => error('several-market-figures', '`market` and `market_claim` are both given.', { expected: 'Keep one of them' }),
  marketZeroUncited: () =>
    error('market-zero-uncited', 'A market-based intensity of 0 is a claim and needs a citation.', {
      expected: '`market: { value: 0 g/kWh, cite: … }`, or `market_claim: provider`',
    }),
  marketClaim: (whose: string) =>
    note('market-claim', `Market-based, the electricity counts as 0. This is a claim (${whose}), not a property of the grid.`),
  noMarketClaim: (place: string | undefined, year: number | undefined, years: readonly string[]) =>
    error(
      'no-market-claim',
      `No claim of ${place ?? 'this place'} to have matched all of its electricity${year === undefined ? '' : ` in ${year}`}.`,
      {
        expected:
          years.length === 0
            ? '`market: …` with its citation, or a cloud region whose provider makes such a claim'
            : `one of the years ${listed(years)}, or \`market: …\``,
      },
    ),
  zeroGrid: () =>
    warning('zero-grid', 'A grid intensity of 0 is not the average of any grid. It may be market-based: a claim of the provider.', {
      expected: 'the location-based intensity of the grid where it ran',
    }),
  lookupStep: (id: LookupStep['id'], text: string) => {
    const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
    if (id !== 'country-or-state') return note(id, sentence);
    return warning(id, sentence, { expected: 'the country by its name or three letters, or the state by its name or `US-…`' });
  },
} as const;
