// Prints what the ranges of grids rest on: pairs of independent sources for one country and year, Ember's (produced, life-cycle) and
// Electricity Maps' (consumed, life-cycle), and the zones of a country against its average. docs/method.md has the figures; a test
// compares them. Usage, after `npm run build`: node scripts/grid-ranges.mjs
import { fileURLToPath } from 'node:url';

/** The factor by which two figures differ, at least 1. */
const apart = (one, other) => Math.max(one / other, other / one);

/**
 * Pairs of figures of both series, each country and year once.
 *
 * @param factors Rows of the grid tables: `{ zone, year, value, kind, range, note }`.
 */
export function pairsOf(factors) {
  const consumed = new Map(factors.filter(({ kind }) => kind.includes('consumption')).map((row) => [`${row.zone} ${row.year}`, row]));
  return factors
    .filter(({ kind }) => kind.includes('production'))
    .flatMap(({ zone, year, value }) => {
      const other = consumed.get(`${zone} ${year}`);
      return other === undefined
        ? []
        : [{ zone, year, apart: apart(value, other.value), isEstimate: other.note?.includes('an estimate') === true }];
    });
}

/** Share of pairs within ×/÷ k. */
export const shareWithin = (pairs, k) => pairs.filter((pair) => pair.apart <= k).length / pairs.length;

/** The smallest ×/÷ k that holds a share of the pairs. */
export function smallestWith(pairs, share) {
  const sorted = pairs.map((pair) => pair.apart).sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1];
}

/** The zones of each country against its average of the newest year: how far the middle one and the farthest of nine in ten lie. */
export function zonesApart(factors, year) {
  const countries = factors.filter((row) => row.kind.includes('production') && row.year === year);
  return countries.flatMap(({ zone: country, value }) => {
    const zones = factors
      .filter((row) => row.zone.startsWith(`${country}-`) && row.year === year)
      .map((row) => ({ apart: apart(row.value, value) }));
    return zones.length < 2 ? [] : [{ country, zones: zones.length, median: smallestWith(zones, 0.5), most: smallestWith(zones, 0.9) }];
  });
}

/** The lines that the documentation shows. */
export function report(factors, isSmall) {
  const pairs = pairsOf(factors);
  const groups = [
    ['all', pairs],
    ['large countries', pairs.filter(({ zone }) => !isSmall(zone))],
    ['small countries', pairs.filter(({ zone }) => isSmall(zone))],
    ['estimates', pairs.filter(({ isEstimate }) => isEstimate)],
  ];
  const percent = (share) => `${Math.round(share * 100)} %`;
  return groups.map(
    ([name, own]) =>
      `| ${name} | ${own.length} | ${percent(shareWithin(own, 1.4))} | ${percent(shareWithin(own, 1.6))} | ${percent(shareWithin(own, 2))} | ${smallestWith(own, 0.9).toFixed(2)} |`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { gridFactors } = await import('../build/factors/grid/index.js');
  const { isSmallCountry } = await import('../build/factors/grid/tables.js');
  const factors = gridFactors();
  console.log(
    [
      '| pairs | number | within ×/÷ 1.4 | within ×/÷ 1.6 | within ×/÷ 2 | ×/÷ k of 90 % |',
      '|---|---|---|---|---|---|',
      ...report(factors, isSmallCountry),
    ].join('\n'),
  );
  for (const { country, zones, median, most } of zonesApart(factors, 2024))
    console.log(
      `${country}: ${zones} zones, half within ×/÷ ${median.toFixed(2)} of the country, nine in ten within ×/÷ ${most.toFixed(2)}`,
    );
}
