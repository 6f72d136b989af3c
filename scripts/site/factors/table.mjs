import { h } from 'hastscript';

/** From so many rows on, a table has a filter. */
const minFiltered = 12;

/**
 * A table that a script lets a reader filter and sort; without the script the whole table is there.
 *
 * @param columns `{ title, isNumber, cell(row) }` each; the first one names the row.
 * @param rows Each with what its cells read; `anchor` is the id of the row on the page.
 */
export function table({ id, caption, columns, rows }) {
  const head = h(
    'tr',
    columns.map(({ title, isNumber }) => h('th', { scope: 'col', className: isNumber ? ['number'] : [] }, title)),
  );
  const body = rows.map((row) =>
    h(
      'tr',
      { id: row.anchor, dataZone: row.country },
      columns.map(({ isNumber, cell }, at) => {
        const { content, sort } = cell(row);
        const properties = { dataSort: typeof sort === 'number' ? String(sort) : undefined, className: isNumber ? ['number'] : [] };
        return at === 0 ? h('th', { scope: 'row', ...properties }, content) : h('td', properties, content);
      }),
    ),
  );
  return h('div.factors', { dataTable: id }, [
    ...(rows.length < minFiltered ? [] : [filter(id, rows.length)]),
    h('div.table', { tabIndex: 0, role: 'region', ariaLabel: caption }, h('table', [h('thead', head), h('tbody', body)])),
  ]);
}

/** The field, which the script shows. */
function filter(id, count) {
  return h('form.filter', { hidden: true }, [
    h('label', { htmlFor: `filter-${id}` }, 'Filter the rows'),
    h('input', { type: 'search', id: `filter-${id}`, autocomplete: 'off', spellcheck: 'false' }),
    h('p', { role: 'status' }, `${count} rows`),
    h('p.elsewhere', { hidden: true }),
  ]);
}

/** The sources of factors with the number of rows of each, the largest first. */
export function rowsBySource(factors) {
  const counts = new Map();
  for (const { source } of factors) counts.set(source.id, { source, count: (counts.get(source.id)?.count ?? 0) + 1 });
  return [...counts.values()].toSorted((a, b) => b.count - a.count || (a.source.id < b.source.id ? -1 : 1));
}

/** The sources of rows of factors, each with its whole title, its licence and how many rows are from it. */
export function sourcesOf(factors, from) {
  const rows = rowsBySource(factors);
  return [
    h('h2', { id: 'sources' }, rows.length === 1 ? 'Source' : 'Sources'),
    h(
      'ul.sources',
      rows.map(({ source, count }) =>
        h('li', [
          source.url === undefined ? source.title : h('a', { href: source.url }, source.title),
          ` (${source.year}). ${source.licence}. `,
          h('a', { href: from(`factors/sources.html#${source.id}`) }, count === 1 ? '1 row' : `${count} rows`),
        ]),
      ),
    ),
  ];
}
