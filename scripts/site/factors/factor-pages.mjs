import { h } from 'hastscript';
import { centreTable } from './centre-table.mjs';
import { devicePages } from './device-pages.mjs';
import { factorTable } from './factor-table.mjs';
import { factorPage } from './page.mjs';
import { placePages } from './place-pages.mjs';
import { loadProgram } from './program.mjs';
import { rangePage } from './range-page.mjs';
import { regionPages } from './region-pages.mjs';
import { sourcePage } from './source-page.mjs';
import { tableFiles } from './table-files.mjs';
import { codeOf, placePath, yearPages } from './year-pages.mjs';

/** The pages of the factor tables: every factor of the program, with its value, unit, range, year, source and licence. */
export async function factorPages({ root, compiled }) {
  const program = await loadProgram(compiled);
  const parts = partsOf(program);
  const addressOf = addresses(parts, program);
  const simple = (id, title, description, more = () => []) =>
    factorPage({
      path: `factors/${id}.html`,
      title,
      description,
      factors: parts[id],
      body: (from) => [
        ...factorTable({
          id,
          caption: title,
          factors: parts[id],
          program,
          from,
          nameOf: ({ zone }) => (zone === undefined ? {} : { href: from(placePath(zone)) }),
          countryOf: ({ zone }) => codeOf(zone),
        }),
        ...more(from),
      ],
    });
  const listed = [
    ...yearPages(
      {
        id: 'countries',
        title: 'Grids of countries',
        about: 'Emissions per kilowatt-hour of electricity, by country and year.',
        factors: parts.countries,
      },
      program,
    ),
    ...yearPages(
      {
        id: 'zones',
        title: 'Grid zones',
        about: 'Emissions per kilowatt-hour of electricity, by year and by zone of Electricity Maps: a country, or a part of one.',
        factors: parts.zones,
      },
      program,
    ),
    ...regionPages(parts.regions, addressOf, program),
    ...devicePages(parts.devices, addressOf, program),
    simple(
      'servers',
      'Servers, lifetimes and defaults',
      'Emissions of manufacture of servers, rated power of processors by line, lifetimes, and the values that carboncard takes where a manifest gives none.',
      () => [h('p', ['The rated power of single processors is looked up by name: ', h('code', 'carboncard factors EPYC 7763'), '.'])],
    ),
    simple(
      'facility',
      'Data centres and computing centres',
      'PUE of data centres, and the computing centres that a manifest can name.',
      (from) => [
        h('h2', { id: 'centres' }, 'Computing centres'),
        h('p', 'A centre gives the grid of its city. Its PUE is taken where the operator publishes one.'),
        centreTable(addressOf, from, program),
      ],
    ),
    simple('water', 'Water for electricity', 'Water that power plants consume for a kilowatt-hour, by country.'),
    simple('impacts', 'Other impacts of electricity', 'Use of resources and of primary energy for a kilowatt-hour, by country.'),
    simple('equivalents', 'Equivalents', 'Everyday activities with which a report compares emissions.'),
    rangePage(program),
    sourcePage(program.allFactors, { root }),
  ];
  return [{ ...indexPage(listed, parts, program), writes: await tableFiles({ root }) }, ...listed, ...placePages(parts, program)];
}

/** Factors by table. Two kinds have tables of their own here that the program searches with others. */
function partsOf({ groups }) {
  const byId = Object.fromEntries(groups.map(({ id, factors }) => [id, factors]));
  const isEquivalent = ({ id }) => id.startsWith('equivalent-');
  const hasPlace = ({ zone }) => zone !== undefined;
  return {
    ...byId,
    countries: byId.countries.filter(hasPlace),
    servers: [...byId.servers.filter((factor) => !isEquivalent(factor)), ...byId.countries.filter((factor) => !hasPlace(factor))],
    equivalents: byId.servers.filter(isEquivalent),
  };
}

/** Where the row of a factor is. */
function addresses(parts, { clouds }) {
  const pageOf = (table, { id, year }) => {
    if (table === 'countries' || table === 'zones') return `factors/${table}-${year}.html`;
    if (table === 'regions') return `factors/regions-${clouds.find((cloud) => id.startsWith(`cloud-${cloud.id}-`)).id}.html`;
    return table === 'devices' ? 'factors/device-figures.html' : `factors/${table}.html`;
  };
  const found = new Map(Object.entries(parts).flatMap(([table, factors]) => factors.map((factor) => [factor.id, pageOf(table, factor)])));
  return (id) => `${found.get(id)}#${id}`;
}

function indexPage(listed, parts, { edition, allFactors, ranges, grouped }) {
  const rowsOf = (path) =>
    ({ 'factors/ranges.html': ranges.length, 'factors/sources.html': new Set(allFactors.map(({ source }) => source.id)).size })[path] ??
    parts[path.slice(8, -5)].length;
  return factorPage({
    path: 'factors/index.html',
    title: 'Factor tables',
    description: `The ${grouped(allFactors.length, 0)} published numbers that carboncard calculates with, each with its unit, year, source and licence. Edition ${edition}.`,
    body: (from) => [
      h('div.table', { tabIndex: 0, role: 'region', ariaLabel: 'Tables' }, [
        h('table', [
          h(
            'thead',
            h('tr', [
              h('th', { scope: 'col' }, 'Table'),
              h('th', { scope: 'col' }, 'What it has'),
              h('th.number', { scope: 'col' }, 'Rows'),
            ]),
          ),
          h(
            'tbody',
            listed
              .filter(({ isListed }) => isListed !== false)
              .map(({ path, title, description }) =>
                h('tr', [
                  h('th', { scope: 'row' }, h('a', { href: from(path) }, title)),
                  h('td', description),
                  h('td.number', grouped(rowsOf(path), 0)),
                ]),
              ),
          ),
        ]),
      ]),
      h('h2', { id: 'use' }, 'How to use them'),
      h('ul', [
        h('li', [
          'A table can be filtered as you type and sorted by a column. The address of the page keeps both, so that a link shows the same rows.',
        ]),
        h('li', ['The name of a country leads to a page with all that the tables have of it.']),
        h('li', [
          'Below the name of a row is its id. ',
          h('code', 'carboncard factors grid-fr-2022'),
          ' prints the row, and ',
          h('code', 'carboncard factors --json'),
          ' prints all of them.',
        ]),
        h('li', [
          'A manifest names a place, a device or a year, and carboncard takes the factor. ',
          h('code', `factors: ${edition}`),
          ' in a manifest pins the edition.',
        ]),
        h('li', [
          'The column “5–95 %” has the range that a manifest gets with the factor. Where the source gives no range, it is a ',
          h('a', { href: from('factors/ranges.html') }, 'default range'),
          '.',
        ]),
      ]),
    ],
  });
}
