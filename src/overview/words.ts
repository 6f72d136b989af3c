import { counted } from '../units/format.js';
import { listed } from '../units/listed.js';
import type { Covered, Side } from './coverage.js';
import { leftOutOfAll, type Overview, type OverviewTable } from './rows.js';

const sides: Readonly<Record<Side, string>> = { development: 'Development', deployment: 'Use' };

/** The words of the page, which Markdown and HTML share. */
export const words = {
  title: ({ count }: Overview): string => `Carbon footprints of ${counted(String(count), 'model')}`,
  side: (side: Side): string => sides[side],
  /** What every table says before its letters. */
  intro: (table: OverviewTable): string => {
    const { rows, coverages, side } = table;
    const count = `${counted(String(rows.length), 'total')} of ${sides[side].toLowerCase()}.`;
    const order = rows.length === 1 ? '' : ' The largest is first.';
    const [covered] = coverages;
    const isAlike = coverages.length < 2;
    const same = isAlike ? ` ${rows.length === 1 ? 'It covers' : 'All of them cover'}: ${covered?.covers ?? 'nothing'}.` : '';
    const method = ' Electricity counts with the average emissions of the local grid (location-based), except in totals as published.';
    const common = leftOutOfAll(table);
    const left =
      common.length === 0 ? '' : ` Left out, or perhaps left out${rows.length === 1 ? '' : ', of all totals'}: ${listed(common)}.`;
    const letters = isAlike
      ? ''
      : ' The letter says what a total covers. Do not compare totals with different letters. Totals with the same letter cover the same parts, but their data can be of different quality: see the reports. The letters:';
    return `${count}${order}${same}${method}${left}${letters}`;
  },
  /** What a letter means, without what all leave out. */
  coverage: ({ covers, leftOut }: Covered, table: OverviewTable): string => {
    const common = leftOutOfAll(table);
    const own = leftOut.filter((part) => !common.includes(part));
    return own.length === 0 ? covers : `${covers}; left out, or perhaps left out: ${listed(own)}`;
  },
  /** Below a chart with letters. */
  letters: 'A letter says what a total covers. Do not compare totals with different letters.',
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
  ['carbon.pdf', 'PDF'],
  ['assessment.json', 'data'],
] as const;
