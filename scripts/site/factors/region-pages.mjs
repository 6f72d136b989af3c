import { h } from 'hastscript';
import { linkedCell, textCell } from './cells.mjs';
import { factorTable } from './factor-table.mjs';
import { factorPage, partLinks } from './page.mjs';
import { regionCountries } from './place-pages.mjs';
import { table } from './table.mjs';
import { placePath } from './year-pages.mjs';

const main = 'factors/regions.html';
const pathOf = (cloud) => `factors/regions-${cloud}.html`;

/** Cloud regions: a table of what the program takes for each, and a page a provider with every figure and its source. */
export function regionPages(factors, addressOf, program) {
  const parts = [
    { path: main, name: 'all regions' },
    ...program.clouds.map(({ id, name }) => ({ path: pathOf(id), name: `figures of ${name}` })),
  ];
  const countryOf = regionCountries(program);
  return [
    factorPage({
      path: main,
      title: 'Cloud regions',
      description:
        'The regions of AWS, Google Cloud and Azure: the grid zone that supplies each, and the PUE and the water that its provider publishes.',
      body: (from) => [
        partLinks('Providers', parts, main, from),
        h(
          'p',
          'Each figure is of the newest year, as in a manifest without a year. It leads to its row, with its source and its licence. A figure in brackets is the average of the provider, where the region has none.',
        ),
        regionTable(addressOf, from, program),
      ],
    }),
    ...program.clouds.map(({ id, name }) => {
      const own = factors.filter((factor) => factor.id.startsWith(`cloud-${id}-`));
      return factorPage({
        path: pathOf(id),
        title: `Figures of ${name}`,
        description: `What ${name} publishes of its data centres, by region and year: PUE, water, and its own figures for the grid.`,
        isListed: false,
        isIndexed: false,
        factors: own,
        body: (from) => [
          partLinks('Providers', parts, pathOf(id), from),
          ...factorTable({
            id: 'figures',
            caption: `Figures of ${name}`,
            factors: own,
            program,
            from,
            countryOf: (factor) => countryOf(factor.id),
          }),
        ],
      });
    }),
  ];
}

function regionTable(addressOf, from, program) {
  const { clouds, regionOf, place, countries } = program;
  const rows = clouds.flatMap((cloud) =>
    cloud.regions.map((row) => {
      const there = { label: cloud.name, country: row.country, cloud: cloud.id, region: regionOf(cloud, row) };
      const found = (lookup) => lookup?.found;
      return {
        cloud,
        row,
        anchor: `${cloud.id}-${row.region}`,
        country: row.country,
        grid: found(place.gridAt(there, undefined)),
        pue: found(place.pueAt(there, undefined)),
        water: found(place.onSiteWaterAt(there, undefined)),
      };
    }),
  );
  const figure = (key) => (all) => figureCell(all[key], all, addressOf, from, program);
  const columns = [
    {
      title: 'Region',
      cell: ({ cloud, row }) => ({ content: [`${cloud.name} `, h('code', row.region)], sort: `${cloud.id} ${row.region}` }),
    },
    { title: 'Where', cell: ({ row }) => textCell(row.location) },
    {
      title: 'Country',
      cell: ({ row: { country } }) => ({
        content: [h('a', { href: from(placePath(country)) }, countries.get(country) ?? country)],
        sort: countries.get(country) ?? country,
      }),
    },
    { title: 'Grid zone', cell: ({ row }) => textCell(row.zone) },
    { title: 'Grid (g CO₂e/kWh)', isNumber: true, cell: figure('grid') },
    { title: 'PUE', isNumber: true, cell: figure('pue') },
    { title: 'Water on site (L/kWh)', isNumber: true, cell: figure('water') },
  ];
  return table({ id: 'regions', caption: 'Cloud regions', columns, rows });
}

/** A figure of the whole fleet of a provider is in brackets. */
function figureCell(factor, { cloud, row }, addressOf, from, program) {
  const { content, sort } = linkedCell(factor, program, ({ id }) => from(addressOf(id)), { isDated: true });
  const [link, ...year] = content;
  const isFleet = factor?.id.startsWith('cloud-') && !factor.id.startsWith(`cloud-${cloud.id}-${row.region}-`);
  return { content: isFleet ? ['(', link, ')', ...year] : content, sort };
}
