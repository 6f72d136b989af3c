import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { h } from 'hastscript';
import { textCell } from './cells.mjs';
import { factorPage } from './page.mjs';
import { rowsBySource, table } from './table.mjs';

/**
 * What a licence asks of whoever passes a figure on, by the beginning of its name. It is a summary: the licence decides.
 * A test holds that each licence of the tables is here.
 */
export const licences = [
  ['CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/', 'Name the source and the licence, link both, and say what you changed.'],
  [
    'ODbL 1.0',
    'https://opendatacommons.org/licenses/odbl/1-0/',
    'Name the source with the notice beside it. A database that you make of a large part of these figures has to have the same licence.',
  ],
  ['MPL-2.0', 'https://www.mozilla.org/MPL/2.0/', 'A copy of the table keeps this licence and the name of its source.'],
  ['MIT', 'https://opensource.org/license/mit', 'A copy of the table keeps the copyright notice and the text of the licence.'],
  ['Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0', 'A copy keeps the notices of the source, and says what was changed.'],
  ['Licence Ouverte 2.0', 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/', 'Name the source and the date of the data.'],
  ['public domain', undefined, 'Nothing is asked. Name the source, so that readers can check the figure.'],
  ['©', undefined, 'Single figures are quoted here, and no table was copied. Cite the publication that is linked.'],
  ['facts', undefined, 'Single facts are quoted. Cite the page that is linked.'],
];

/** The entry of a licence, or `undefined`. */
export const licenceEntry = (licence) => licences.find(([start]) => licence.startsWith(start));

/** Every source with its licence, how many rows are from it, and the notices that travel with them. */
export function sourcePage(factors, { root }) {
  const rows = rowsBySource(factors).map((row) => ({ ...row, anchor: row.source.id }));
  const columns = [
    {
      title: 'Source',
      cell: ({ source: { title, url } }) => ({ content: [url === undefined ? title : h('a', { href: url }, title)], sort: title }),
    },
    { title: 'Year', isNumber: true, cell: ({ source: { year } }) => ({ content: [String(year)], sort: year }) },
    { title: 'Licence', cell: ({ source: { licence } }) => textCell(licence) },
    { title: 'Rows', isNumber: true, cell: ({ count }) => ({ content: [String(count)], sort: count }) },
    { title: 'Id', cell: ({ source: { id } }) => ({ content: [h('code', id)], sort: id }) },
  ];
  return factorPage({
    path: 'factors/sources.html',
    title: 'Sources and licences',
    description: 'Each source of the factor tables with its year, its licence, and what the licence asks of whoever passes a figure on.',
    // The page of the licences of the data has the same names for the search.
    isIndexed: 'head',
    body: () => [
      h('h2', { id: 'licences' }, 'What the licences ask for'),
      h('p', 'This is a summary. The text of the licence decides.'),
      h(
        'dl',
        licences.flatMap(([name, url, asks]) => [
          h('dt', url === undefined ? licenceName(name) : h('a', { href: url }, name)),
          h('dd', asks),
        ]),
      ),
      h('h2', { id: 'all' }, 'Sources'),
      table({ id: 'sources', caption: 'Sources', columns, rows }),
      h('h2', { id: 'notice' }, 'Notices'),
      h('p', 'This text, the file NOTICE of the program, says what was taken from each source, and what was changed.'),
      h('pre.notice', { tabIndex: 0 }, readFileSync(join(root, 'NOTICE'), 'utf8')),
    ],
  });
}

const licenceName = (name) => ({ '©': '© of a publisher or of authors, figure quoted', 'facts': 'Facts, quoted' })[name] ?? 'Public domain';
