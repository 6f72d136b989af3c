import { atMost, formattedExactly, THIN } from '../../units/format.js';
import type { DefaultRange, Factor, FactorCoverage, FactorGroup, FactorMatch, FoundFactors, Reading } from '../../verbs/factors.js';
import { type Block, gap, heading, pair, strong, table, text } from './page.js';
import { factorWords as words } from './words.js';

/** More rows than this are listed, a line each. */
const maxInFull = 6;
const maxListed = 20;

/** The tables, where no query was given. */
export function overviewBlocks(groups: readonly FactorGroup[], ranges: readonly DefaultRange[], edition: string): readonly Block[] {
  const rows = groups.map(({ id, factors }) => [id, String(factors.length), words.groups[id]]);
  return [
    heading(words.title(edition)),
    gap,
    table([...rows, ['ranges', String(ranges.length), words.rangesTitle]]),
    gap,
    text(words.examplesTitle),
    ...words.examples.map((query) => text(`carboncard factors ${query}`, 2)),
  ];
}

/** What the tables hold, by kind and year. */
export function coverageBlocks({ edition, kinds }: FactorCoverage): readonly Block[] {
  const rows = kinds.flatMap(({ kind, rows, years }) => [
    gap,
    strong(words.kindRows(kind, rows), 0),
    ...Object.entries(years).map(([year, count]) => pair(year, String(count), 2)),
  ]);
  return [heading(words.title(edition)), ...rows];
}

/** What a query found: a few rows in full, many as a list. */
export function searchBlocks(
  { readings, ranges, others }: FactorMatch,
  rangeOf: (id: string) => DefaultRange | undefined,
): readonly Block[] {
  return [
    ...readings.flatMap((reading) => [gap, ...readingBlocks(reading, rangeOf)]),
    ...(others.length === 0 ? [] : [gap, text(words.several(others.join(', ')))]),
    ...(ranges.length === 0 ? [] : [gap, heading(words.rangesTitle), text(words.rangesHow), ...ranges.flatMap(rangeBlocks)]),
  ];
}

function readingBlocks({ label, group, instance, findings }: Reading, rangeOf: (id: string) => DefaultRange | undefined): readonly Block[] {
  const title = label ?? (group === undefined ? undefined : words.groups[group]);
  return [
    ...(title === undefined ? [] : [heading(title)]),
    ...(instance === undefined ? [] : [text(words.instance(instance.name, instance.accelerators, instance.perServer, instance.source))]),
    ...findings.flatMap((found) => findingBlocks(found, rangeOf)),
  ];
}

function findingBlocks(
  { role, factors, steps, inManifest }: FoundFactors,
  rangeOf: (id: string) => DefaultRange | undefined,
): readonly Block[] {
  const title = role === 'rows' ? [] : [gap, text(words.roles[role])];
  const way = steps.map((step) => text(words.step(step.text), 2));
  if (factors.length <= maxInFull)
    return [
      ...title,
      ...way,
      ...factors.flatMap((factor, n) => [...(n > 0 ? [gap] : []), ...factorBlocks(factor, rangeOf, n > 0 ? undefined : inManifest)]),
    ];
  const listed = factors.slice(0, maxListed).map((factor) => [factor.title, valueText(factor), factor.id]);
  return [
    ...title,
    ...way,
    gap,
    table(listed),
    ...(factors.length > maxListed ? [text(words.more(factors.length - maxListed))] : []),
    text(words.inFull(factors[0]?.id ?? '')),
  ];
}

function factorBlocks(
  factor: Factor,
  rangeOf: (id: string) => DefaultRange | undefined,
  inManifest: FoundFactors['inManifest'],
): readonly Block[] {
  const { id, title, year, zone, kind, note, source } = factor;
  return [
    strong(`${title}: ${valueText(factor)}`, 2),
    ...(inManifest === undefined ? [] : [pair(words.inManifest, `${atMost(inManifest.low, 4)}–${atMost(inManifest.high, 4)}`, 4)]),
    pair(words.range, rangeText(factor, rangeOf), 4),
    ...(year === undefined ? [] : [pair(words.year, String(year), 4)]),
    ...(zone === undefined ? [] : [pair(words.zone, zone, 4)]),
    pair(words.kind, kind, 4),
    ...(note === undefined ? [] : [pair(words.note, note, 4)]),
    pair(words.source, `${source.title} (${source.year})`, 4),
    pair(words.licence, source.licence, 4),
    ...(source.url === undefined ? [] : [pair(words.address, source.url, 4)]),
    pair(words.id, id, 4),
  ];
}

/** A value with its unit, with all its digits. */
export function valueText({ value, unit }: Factor): string {
  return unit === 'FLOP/s' ? formattedExactly(value / 1e12, 'TFLOP/s') : formattedExactly(value, unit);
}

function rangeText({ low, high, range, unit }: Factor, rangeOf: (id: string) => DefaultRange | undefined): string {
  if (low !== undefined && high !== undefined) return words.published(`${atMost(low, 6)}–${formattedExactly(high, unit)}`);
  const row = range === undefined ? undefined : rangeOf(range);
  if (row?.spread.kind === 'none') return words.exact(row.title);
  return row === undefined ? words.noRange : words.ownDefault(spreadText(row), row.id, row.title);
}

function rangeBlocks(row: DefaultRange): readonly Block[] {
  return [
    gap,
    strong(`${row.id}: ${spreadText(row)}`, 2),
    pair(words.what, row.title, 4),
    pair(words.note, row.note, 4),
    pair(words.source, `${row.source.title} (${row.source.year}), ${row.source.licence}`, 4),
  ];
}

/** The size of a default range: `×/÷ 1.4`. */
export function spreadText({ spread }: DefaultRange): string {
  switch (spread.kind) {
    case 'share':
      return `±${THIN}${atMost(spread.share * 100, 3)}${THIN}%`;
    case 'times':
      return `×/÷${THIN}${atMost(spread.k, 3)}`;
    case 'digits':
      return `±${THIN}${atMost(spread.min * 100, 3)}${THIN}% to ±${THIN}${atMost(spread.max * 100, 3)}${THIN}%`;
    case 'none':
      return words.noSpread;
  }
}
