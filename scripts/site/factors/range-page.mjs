import { h } from 'hastscript';
import { textCell } from './cells.mjs';
import { factorPage } from './page.mjs';
import { table } from './table.mjs';

/** Default ranges, for figures whose source has none. */
export function rangePage({ ranges, rangesHow, spreadText }) {
  const columns = [
    { title: 'Of what', cell: ({ id, title }) => ({ content: [title, h('br'), h('code', id)], sort: title }) },
    { title: 'Size', isNumber: true, cell: (row) => ({ content: [spreadText(row)], sort: widthOf(row.spread) }) },
    { title: 'What the size rests on', cell: ({ note }) => textCell(note) },
  ];
  return factorPage({
    path: 'factors/ranges.html',
    title: 'Default ranges',
    description: 'How far the true value may be from a figure whose source gives no range.',
    factors: [{ source: ranges[0].source }],
    body: () => [
      h('p', rangesHow),
      table({ id: 'ranges', caption: 'Default ranges', columns, rows: ranges.map((row) => ({ ...row, anchor: row.id })) }),
    ],
  });
}

/** High ÷ low, by which ranges of different kinds can be sorted. */
function widthOf({ kind, share, k, max }) {
  if (kind === 'times') return k * k;
  return kind === 'none' ? 1 : (1 + (share ?? max)) / (1 - (share ?? max));
}
