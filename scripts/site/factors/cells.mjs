import { h } from 'hastscript';

/**
 * Cells that rows of factors share. A cell is `{ content, sort }`: what is shown, and a number or a text by which its column is sorted;
 * `undefined` where there is no value, which is sorted last.
 */

/** The number of a value, without its unit where the head of the column has it. */
export function valueCell(factor, { valueText }, isUnitInHead) {
  const text = valueText(factor);
  const [number] = text.split('\u202f');
  return { content: [isUnitInHead ? number : text], sort: factor.value };
}

/** The number of a figure, linked to its row, with its year in small type where `isDated`; `–` where there is none. */
export function linkedCell(factor, program, href, { isDated = false } = {}) {
  if (factor === undefined) return { content: ['–'], sort: undefined };
  const { content, sort } = valueCell(factor, program, true);
  const year = isDated && factor.year !== undefined ? [' ', h('span.quiet', String(factor.year))] : [];
  return { content: [h('a', { href: href(factor) }, content), ...year], sort };
}

/** The unit of a factor as it is written after a number; of a ratio, nothing. */
export const unitOf = (factor, { valueText }) => valueText(factor).split('\u202f').slice(1).join('\u202f');

/**
 * The 5 % and 95 % points that a manifest gets with this factor, by the function that gives them to it, and the row of the default ranges
 * that they rest on.
 */
export function rangeCell(factor, { fromFactor, atMost, ranges, spreadText }, from) {
  const bounds = /(?:^|-)pue(?:-|$)/.test(factor.id) ? { above: 1, min: 1 } : {};
  const { low, high } = fromFactor(factor, { name: factor.title, basis: 'table', ...bounds });
  const row = factor.low === undefined ? ranges.find(({ id }) => id === factor.range) : undefined;
  const ends = low === undefined || high === undefined ? undefined : `${atMost(scaled(low, factor), 4)}–${atMost(scaled(high, factor), 4)}`;
  const basis =
    row === undefined || row.spread.kind === 'none' ? [] : [h('a', { href: from(`factors/ranges.html#${row.id}`) }, spreadText(row))];
  if (ends === undefined) return { content: ['none'], sort: undefined };
  return { content: basis.length === 0 ? [ends] : [ends, h('br'), h('span.quiet', basis)], sort: high - low };
}

const scaled = (value, { unit }) => (unit === 'FLOP/s' ? value / 1e12 : value);

/** The source, linked, by what a reader knows it by; the list below the table has its whole title. */
export function sourceCell({ source }, from) {
  const name = shortTitle(source);
  const href = source.url ?? from(`factors/sources.html#${source.id}`);
  return { content: [h('a', { href }, name), ` (${source.year})`], sort: name };
}

const shortTitle = ({ title }) => {
  const [whole = title] = title.split(/: | \(|, (?:data sheet|product brief|edition|Table|table)/);
  const [first, ...more] = whole.split(/, (?=[A-Z]\. )/);
  return more.length > 0 ? `${first} et al.` : whole;
};

/** The licence, linked to what it asks for. */
export function licenceCell({ source }, from) {
  const name = source.licence.split(': ')[0];
  return { content: [h('a', { href: from(`factors/sources.html#${source.id}`) }, name)], sort: name };
}

/** The name of a row, with the id that `carboncard factors` takes. */
export function nameCell(factor, { name = factor.title, href } = {}) {
  const shown = href === undefined ? name : h('a', { href }, name);
  return { content: [shown, h('br'), h('code', factor.id)], sort: name };
}

export const textCell = (text) => ({ content: [text ?? ''], sort: text ?? '' });
