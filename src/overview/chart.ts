import { shortAlt } from '../charts/alt.js';
import type { ChartContent } from '../charts/chart.js';
import { emissionScale, massText, withNamedInterval } from '../charts/emission-scale.js';
import { framed } from '../charts/frame.js';
import { plainText } from '../charts/plain-text.js';
import { type Sheet, sheets } from '../charts/sheet.js';
import { counted, formatted, plain, THIN } from '../units/format.js';
import { axisFor } from './axis.js';
import { intervalMarks, type PlottedRow } from './marks.js';
import { coverageLetter, type Overview, type OverviewTable } from './rows.js';
import { words } from './words.js';

/** Rows that a chart has room for: of more, the largest. */
const maxRows = 40;

/** The totals of many models with their intervals, on one axis; nothing where there are none to compare. */
export function overviewChart({ tables }: Overview): ChartContent | undefined {
  const [table] = tables;
  if (table === undefined || table.rows.length < 2) return undefined;
  const rows = table.rows.slice(0, maxRows).filter(({ emissions }) => emissions.value > 0);
  const [largest] = rows;
  if (largest === undefined) return undefined;
  const plotted = rows.map(
    (row): PlottedRow => ({
      name: plainText(row.name),
      letter: table.coverages.length < 2 ? undefined : coverageLetter(table, row),
      value: row.emissions.value,
      low: row.emissions.low ?? row.emissions.value,
      high: row.emissions.high ?? row.emissions.value,
      label: labelOf(row.emissions),
    }),
  );
  const totals = rows.map(({ emissions }) => massText(emissions));
  const scale = emissionScale(largest.emissions.value);
  const axis = axisFor(plotted, scale);
  const title = `${words.side(table.side)} emissions of ${counted(String(table.rows.length), 'model')}`;
  const figures = rows.map(({ name, emissions }) => `${plainText(name)} ${massText(emissions)}`);
  const alt = shortAlt(title, [{ head: 'Totals', figures }]);
  const longAlt = plain(
    `${title}. Total and interval of each model, the largest first: ${rows.map(({ name, emissions }) => `${plainText(name)} ${withNamedInterval(emissions)}`).join('; ')}.`,
  );
  const isLog = axis.kind === 'log';
  const frame = {
    alt,
    title,
    subtitle: `CO₂e: total (line) and 90${THIN}% interval (bar)${isLog ? '; logarithmic axis' : ''}`,
    footer: footerOf(table, plotted),
  };
  const laidOut = (sheet: Sheet) => {
    // A narrow sheet has the room for the axis alone: the ends of the intervals are in the table.
    const labelled = sheet.id === 'print' ? plotted : plotted.map((row, n) => ({ ...row, label: totals[n] ?? row.label }));
    return framed(sheet, { ...frame, ...intervalMarks(labelled, { axis, sheet }) });
  };
  return { id: 'models', title, alt, longAlt, spec: laidOut(sheets.print), screen: laidOut(sheets.screen) };
}

/** `290 t, 140–360` */
function labelOf(emissions: OverviewTable['rows'][number]['emissions']): string {
  const { interval } = formatted(emissions);
  return interval === undefined ? massText(emissions) : `${massText(emissions)}, ${interval.replaceAll('\u2060', '')}`;
}

function footerOf({ rows, coverages }: OverviewTable, plotted: readonly PlottedRow[]): readonly string[] {
  const more = rows.length - plotted.length;
  return [
    ...(coverages.length < 2 ? [] : [words.letters]),
    ...(more === 0 ? [] : [`${counted(String(more), 'smaller total')} not shown.`]),
  ];
}
