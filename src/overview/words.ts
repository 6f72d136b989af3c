import { counted, plain } from '../units/format.js';
import { listed } from '../units/listed.js';
import { letterOf, type Overview, type OverviewTable, type Side } from './rows.js';

const sides: Readonly<Record<Side, string>> = { development: 'Development', deployment: 'Use' };

/** The words of the page, which Markdown and HTML share. */
export const words = {
  title: ({ count }: Overview): string => `Carbon footprints of ${counted(String(count), 'model')}`,
  side: (side: Side): string => sides[side],
  sorted: ({ rows, side }: OverviewTable): string =>
    `${counted(String(rows.length), 'total')} of ${sides[side].toLowerCase()}, sorted by emissions, the largest first.`,
  alike: ({ coverages }: OverviewTable): string => `All of them cover ${coverages[0] ?? 'nothing'}.`,
  unlike: 'Not all of them cover the same. Compare only totals with the same letter:',
  coverage: (covers: string, index: number): string => `${letterOf(index)}: ${covers}`,
  columns: {
    model: 'Model',
    emissions: (unit: string): string => `Emissions (${plain(unit)})`,
    interval: '90\u202f% interval',
    covers: 'Covers',
    energy: (unit: string): string => `Energy (${plain(unit)})`,
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
