import { h } from 'hastscript';
import { linkedCell, textCell } from './cells.mjs';
import { table } from './table.mjs';
import { placePath } from './year-pages.mjs';

/** Computing centres by the names that a manifest may use, with the grid of each and the PUE that its operator publishes. */
export function centreTable(addressOf, from, program) {
  const { centres, countries, centrePueOf, place } = program;
  const rows = centres.map((centre) => ({
    ...centre,
    anchor: centre.id,
    grid: place.gridAt({ label: centre.id, country: centre.country, zone: centre.zone }, undefined)?.found,
    pueFactor: centrePueOf(centre),
  }));
  const hrefOf = ({ id }) => from(addressOf(id));
  const columns = [
    { title: 'Names', cell: ({ names, url }) => ({ content: [h('a', { href: url }, names.split(',').join(', '))], sort: names }) },
    { title: 'Operator', cell: ({ operator, city }) => textCell(`${operator}, ${city}`) },
    {
      title: 'Country',
      cell: ({ country }) => ({
        content: [h('a', { href: from(placePath(country)) }, countries.get(country) ?? country)],
        sort: countries.get(country) ?? country,
      }),
    },
    { title: 'Grid zone', cell: ({ zone, country }) => textCell(zone ?? country) },
    { title: 'Grid (g CO₂e/kWh)', isNumber: true, cell: ({ grid }) => linkedCell(grid, program, hrefOf, { isDated: true }) },
    { title: 'PUE', isNumber: true, cell: ({ pueFactor }) => linkedCell(pueFactor, program, hrefOf) },
  ];
  return table({ id: 'centres', caption: 'Computing centres', columns, rows });
}
