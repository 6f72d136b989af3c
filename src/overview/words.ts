import { counted } from '../units/format.js';
import { listed } from '../units/listed.js';
import { asPublished, type Covered, type Side } from './coverage.js';
import { leftOutOfAll, type Overview, type OverviewTable } from './rows.js';

const sides: Readonly<Record<Side, string>> = { development: 'Development', deployment: 'Use' };

const letters = 'The letter says what a total covers. Do not compare totals with different letters.';
const quality =
  'Totals with the same letter cover the same parts, but their data can be of different quality, such as measured or assumed: see the reports.';

/** The words of the page, which Markdown and HTML share. */
export const words = {
  title: ({ count }: Overview): string => `Carbon footprints of ${counted(String(count), 'model')}`,
  side: (side: Side): string => sides[side],
  /** What a table says before its letters. */
  intro: ({ rows, coverages, side }: OverviewTable): string => {
    const count = `${counted(String(rows.length), 'total')} of ${sides[side].toLowerCase()}.`;
    const order = rows.length === 1 ? '' : ' The largest is first.';
    if (coverages.length > 1) return `${count}${order} ${letters}`;
    return `${count}${order} ${rows.length === 1 ? 'It covers' : 'All of them cover'}: ${coverages[0]?.covers ?? 'nothing'}.`;
  },
  /** What a table says at its end: what holds for all its totals. */
  notes: (table: OverviewTable): string => {
    const { rows, coverages } = table;
    const common = leftOutOfAll(table);
    return [
      ...(coverages.length > 1 ? [quality] : []),
      'Electricity counts with the average emissions of the local grid (location-based).',
      ...(coverages.some(({ covers }) => covers.includes(asPublished))
        ? ['A total as published counts as its source does, which can be location-based or market-based.']
        : []),
      ...(common.length === 0 ? [] : [`${rows.length === 1 ? 'It has' : 'All totals have'} no separate figure for ${common.join('; ')}.`]),
    ].join(' ');
  },
  /** What a letter means, without what all leave out. */
  coverage: ({ covers, leftOut }: Covered, table: OverviewTable): string => {
    const common = leftOutOfAll(table);
    const own = leftOut.filter((part) => !common.includes(part));
    return own.length === 0 ? covers : `${covers}; no separate figure for ${own.join('; ')}`;
  },
  /** Below a chart with letters. */
  letters,
  columns: {
    model: 'Model',
    emissions: 'Emissions (CO₂e)',
    interval: '90\u202f% interval',
    covers: 'Covers',
    energy: 'Energy',
    files: 'Files',
  },
  notAssessed: 'not assessed',
  unknown: 'unknown',
  without: (folders: readonly string[]): string => `Without a total: ${listed(folders)}.`,
} as const;

/** What the name of a model leads to. */
export const reportFile = 'report.md';

/** Further files that a row links to, and what a link is called. */
export const linkedFiles = [
  ['carbon.html', 'HTML'],
  ['carbon.pdf', 'PDF'],
  ['assessment.json', 'data'],
] as const;
