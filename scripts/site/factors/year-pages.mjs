import { h } from 'hastscript';
import { factorTable } from './factor-table.mjs';
import { factorPage, partLinks } from './page.mjs';

/**
 * Pages of a table that has a row for each place and year: the newest of each place, then one page a year.
 *
 * @param table `id`, `title`, `about` (a sentence), `factors`.
 */
export function yearPages({ id, title, about, factors }, program) {
  const years = [...new Set(factors.map(({ year }) => year))].toSorted((a, b) => b - a);
  const main = `factors/${id}.html`;
  const pathOf = (year) => `factors/${id}-${year}.html`;
  const parts = [
    { path: main, name: 'newest of each' },
    ...years.map((year) => ({ path: pathOf(year), name: String(year), year: String(year) })),
  ];
  const page = (path, name, lead, rows, isListed) =>
    factorPage({
      path,
      title: name,
      description: about,
      isListed,
      // A search leads to the newest year, and to the page of the country.
      isIndexed: isListed,
      lead: [h('p', lead)],
      factors: rows,
      body: (from) => [
        partLinks('Years', parts, path, from),
        ...factorTable({
          id,
          caption: name,
          factors: rows,
          program,
          from,
          nameOf: (factor) => ({ name: placeName(factor, program), href: from(placePath(factor.zone)) }),
          countryOf: ({ zone }) => codeOf(zone),
        }),
      ],
    });
  return [
    page(main, title, 'This page has the newest year of each place; the other years have a page each.', newestOfEach(factors), true),
    ...years.map((year) =>
      page(
        pathOf(year),
        `${title}, ${year}`,
        `This page has the year ${year}.`,
        byTitle(factors.filter((factor) => factor.year === year)),
        false,
      ),
    ),
  ];
}

/** Name of a place without its year, with the name of its country where a zone is a code alone. */
function placeName({ title, year, zone }, { countries }) {
  const name = title.replace(`, ${year}`, '');
  const country = countries.get(codeOf(zone));
  return /^Grid zone /.test(name) && country !== undefined ? `${zone}, ${country}` : name;
}

/** Country of a zone: `US` of `US-CAL-CISO`. */
export const codeOf = (zone) => zone?.split('-')[0];

/** The page with all that the tables have of a country. */
export const placePath = (zone) => `factors/places/${codeOf(zone).toLowerCase()}.html`;

function newestOfEach(factors) {
  const newest = new Map();
  for (const factor of factors) if ((newest.get(factor.zone)?.year ?? 0) < factor.year) newest.set(factor.zone, factor);
  return byTitle([...newest.values()]);
}

/** In the order of characters without accents, which no locale decides. */
const byTitle = (factors) => factors.toSorted((a, b) => (folded(a.title) < folded(b.title) ? -1 : 1));
export const folded = (text) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
