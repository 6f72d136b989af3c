import { h } from 'hastscript';
import { licenceCell, nameCell, rangeCell, sourceCell, textCell, unitOf, valueCell } from './cells.mjs';
import { table } from './table.mjs';

/** From so many rows on, a note that most of them have is said once. */
const minShared = 12;

/**
 * A table of factors: a row each, with value, unit, range, year, source, licence and id. A unit or a kind that all rows share is
 * written once: in the head of the column, and in the sentence above. So is a note that most rows have, which is `*` in each of them.
 */
export function factorTable({ id, caption, factors, program, from, nameOf = () => ({}), countryOf = () => undefined }) {
  const units = new Set(factors.map((factor) => unitOf(factor, program)));
  const kinds = new Set(factors.map(({ kind }) => kind));
  const [unit = ''] = units;
  const has = (key) => factors.some((factor) => factor[key] !== undefined);
  const shared = sharedNote(factors);
  const only = (isShown, column) => (isShown ? [column] : []);
  const columns = [
    { title: 'What', cell: ({ factor }) => nameCell(factor, nameOf(factor)) },
    {
      title: units.size === 1 && unit !== '' ? `Value (${unit})` : 'Value',
      isNumber: true,
      cell: ({ factor }) => valueCell(factor, program, units.size === 1),
    },
    { title: '5–95 %', isNumber: true, cell: ({ factor }) => rangeCell(factor, program, from) },
    ...only(has('year'), {
      title: 'Year',
      isNumber: true,
      cell: ({ factor: { year } }) => ({ content: [year === undefined ? '' : String(year)], sort: year }),
    }),
    ...only(has('zone'), { title: 'Zone', cell: ({ factor }) => textCell(factor.zone) }),
    ...only(kinds.size > 1, { title: 'Kind', cell: ({ factor }) => textCell(factor.kind) }),
    { title: 'Source', cell: ({ factor }) => sourceCell(factor, from) },
    { title: 'Licence', cell: ({ factor }) => licenceCell(factor, from) },
    ...only(has('note'), { title: 'Note', cell: ({ factor: { note } }) => textCell(note === shared && note !== undefined ? '*' : note) }),
  ];
  const [kind = ''] = kinds;
  return [
    ...(kinds.size === 1 ? [h('p', [`Kind of all values: ${kind}.`])] : []),
    ...(shared === undefined ? [] : [h('p', [`* ${shared}`])]),
    table({ id, caption, columns, rows: factors.map((factor) => ({ factor, anchor: factor.id, country: countryOf(factor) })) }),
  ];
}

/** The note that more than half of many rows have. */
function sharedNote(factors) {
  const counts = new Map();
  for (const { note } of factors) if (note !== undefined) counts.set(note, (counts.get(note) ?? 0) + 1);
  return [...counts].find(([, count]) => count >= minShared && count > factors.length / 2)?.[0];
}
