import { error, listed, note, suggested, warning } from '../diagnostics/message.js';

/** What is said of the place of a phase and of its electricity. */
export const placeMessages = {
  unknownSite: (name: string, sites: readonly string[], suggestion?: string) =>
    error('unknown-site', `No site is called \`${name}\`, and it is no place that is known.`, {
      expected:
        sites.length === 0
          ? 'a name from `sites`, a country, or a cloud region such as `aws us-west-2`'
          : `one of the sites ${listed(sites)}, a country, or a cloud region`,
      ...suggested(suggestion),
    }),
  unknownPlace: (name: string, candidates: readonly string[]) =>
    error('unknown-place', `The place \`${name}\` is not known.`, {
      expected: 'a country, a cloud region such as `aws us-west-2`, or `world`',
      ...(candidates.length === 0 ? {} : { suggestion: candidates.join(', ') }),
    }),
  ambiguousPlace: (name: string, candidates: readonly string[]) =>
    error('ambiguous-place', `\`${name}\` can be several places.`, { expected: `one of ${listed(candidates)}` }),
  noPlace: () =>
    error('no-place', 'Nothing here says where this phase ran, so its electricity has no emissions.', {
      expected: '`site:`, `location:` or `grid: { intensity: 57 gCO2e/kWh }`; `location: world` for the world average',
    }),
  noGridYear: (place: string, year: number | undefined, first: string, last: string) =>
    error('no-grid-year', `No grid intensity of ${place} is known within 3 years of ${year ?? 'that year'}.`, {
      expected: `a year near those there are, ${first} to ${last}, or \`grid: { intensity: … }\``,
    }),
  noGrid: (place: string) =>
    error('no-grid', `No grid intensity is known for ${place}.`, { expected: '`grid: { intensity: 57 gCO2e/kWh }`, or another place' }),
  severalPlaces: () => error('several-places', '`site` and `location` are both given.', { expected: 'one of them' }),
  siteOfOnly: (site: string) => note('only-site', `The phase names no site; \`${site}\` is the only one.`),
  defaultPue: (pue: string, source: string) => note('default-pue', `A PUE of ${pue} was taken: ${source}.`),
  defaultGrid: (what: string, value: string) => note('default-grid', `The grid's intensity was taken as ${value}: ${what}.`),
  coarserPlace: (place: string) => note('coarser-place', `No figure is known for ${place}; that of its country was taken.`),
  countryForPlace: (place: string) =>
    note('coarser-place', `${place} is no part of a country with a grid of its own in our tables; the grid of its country was taken.`),
  unknownCloud: (cloud: string, place: string) =>
    note('unknown-cloud', `Of the provider \`${cloud}\` nothing is known, so the grid of ${place} was taken and no PUE of a provider.`),
  defaultWater: (where: string, value: string, what: string) => note('default-water', `Water ${where} was taken as ${value}: ${what}.`),
  noImpact: (what: string, place: string | undefined) =>
    warning('no-impact-figure', `No figure of ${what} is known for ${place ?? 'this place'}, so it is not counted.`),
  severalMarkets: () => error('several-market-figures', '`market` and `market_claim` are both given.', { expected: 'one of them' }),
  marketZeroUncited: () =>
    error('market-zero-uncited', 'A market-based intensity of 0 is a claim, and nothing here says whose.', {
      expected: '`market: { value: 0 g/kWh, cite: … }`, or `market_claim: provider`',
    }),
  marketClaim: (whose: string) =>
    note('market-claim', `Market-based, the electricity counts as 0: a claim (${whose}), not a property of the grid.`),
  noMarketClaim: (place: string | undefined, year: number | undefined, years: readonly string[]) =>
    error(
      'no-market-claim',
      `No claim to have matched all electricity is known for ${place ?? 'this place'}${year === undefined ? '' : ` in ${year}`}.`,
      {
        expected:
          years.length === 0 ? '`market: …` with its citation, in a cloud region' : `one of the years ${listed(years)}, or \`market: …\``,
      },
    ),
  zeroGrid: () =>
    warning('zero-grid', "An intensity of 0 is no grid's average; it may be a market-based figure, a provider's claim.", {
      expected: 'the location-based intensity of the grid where it ran',
    }),
  lookupStep: (id: string, text: string) => note(id, `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`),
} as const;
