import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allFactors, type Factor } from '../../src/factors/index.js';
import { defaultRanges, type Spread } from '../../src/factors/ranges.js';

const page = readFileSync(new URL('../../docs/method.md', import.meta.url), 'utf8');
const factors = new Map(allFactors().map((factor) => [factor.id, factor]));

/** Rows of all tables of the page that have these columns at their end. */
function rowsOf(...columns: readonly string[]): readonly (readonly string[])[] {
  const tables = page.split(/\n\n+/).filter((block) => block.startsWith('|'));
  const matching = tables.filter(
    (table) =>
      cells(table.split('\n')[0] ?? '')
        .slice(-columns.length)
        .join() === columns.join(),
  );
  return matching.flatMap((table) => table.trim().split('\n').slice(2).map(cells));
}

const cells = (row: string): readonly string[] =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const idIn = (cell = ''): string => cell.replaceAll('`', '');

/** Figures as the page writes them: `2,500 kg`, `6 years` of 8,760 h. */
function numberIn(cell = ''): number {
  const number = Number(/^[\d,.]+/.exec(cell)?.[0].replaceAll(',', ''));
  return cell.endsWith('years') ? number * 8760 : number;
}

function spreadText(spread: Spread): string {
  if (spread.kind === 'none') return 'none';
  const percent = (share: number): string => `± ${Math.round(share * 100)} %`;
  if (spread.kind === 'digits') return `${percent(spread.min)} to ${percent(spread.max)}`;
  return spread.kind === 'times' ? `×/÷ ${spread.k}` : percent(spread.share);
}

function rangeText({ low, high, range, unit, id }: Factor): string {
  const isYears = unit === 'h';
  if (low !== undefined && high !== undefined) return isYears ? `${low / 8760}–${high / 8760} years` : `${low}–${high}`;
  const row = defaultRanges.find((one) => one.id === range);
  const isPue = unit === '1' && id.includes('pue');
  return row === undefined ? '' : `${spreadText(row.spread)}${isPue ? ' of PUE − 1' : ''}`;
}

describe('figures of the page are those of the tables', () => {
  const rows = rowsOf('range', 'factor', 'source');

  it('and there are some', () => {
    expect(rows.length).toBeGreaterThan(35);
  });

  it.each(rows.map((row) => [row.at(-2), row] as const))('%s', (id, row) => {
    const factor = factors.get(idIn(id));
    expect(factor, `${id} is a factor`).toBeDefined();
    if (factor === undefined) return;
    expect(numberIn(row[1])).toBe(factor.value);
    expect(row[2]).toBe(rangeText(factor));
    const { url } = factor.source;
    expect(row.at(-1)).toMatch(url === undefined ? /^carboncard$/ : new RegExp(`\\(${url.replaceAll(/[.?]/g, '\\$&')}\\)$`));
  });
});

it('every row of the default ranges is on the page, with its size, in the same order', () => {
  const rows = rowsOf('range', 'row').map(([, range, id]) => [idIn(id), range]);
  expect(rows).toEqual(defaultRanges.map(({ id, spread }) => [id, spreadText(spread)]));
});

it('figures of the estimate are those of the table', () => {
  const estimate = [...factors.values()].filter(({ kind }) => kind.includes('estimated from die area'));
  const notes = estimate.map(({ note }) => note).join('\n');
  for (const text of ['4.3 kg/cm²', '0.86 kg/GB', '1.57 kg/GB']) {
    expect(page).toContain(text);
    expect(notes).toContain(text);
  }
});
