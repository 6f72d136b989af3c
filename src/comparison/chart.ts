import { shortAlt } from '../charts/alt.js';
import type { ChartContent } from '../charts/chart.js';
import { emissionScale, massText, withNamedInterval } from '../charts/emission-scale.js';
import { framed } from '../charts/frame.js';
import { plainText } from '../charts/plain-text.js';
import { type Sheet, sheets } from '../charts/sheet.js';
import type { Comparison } from '../compare/comparison.js';
import { axisFor } from '../overview/axis.js';
import { intervalMarks, type PlottedRow } from '../overview/marks.js';
import { formatted, plain, THIN } from '../units/format.js';
import { words } from './words.js';

export const comparisonChartId = 'comparison';

/** The compared figures with their intervals on one axis, in the order that was asked for; nothing where fewer than two can be compared. */
export function comparisonChart({ models, common }: Comparison): ChartContent | undefined {
  const compared = models.flatMap(({ name, common: own }) => (own === undefined || !(own.emissions.value > 0) ? [] : [{ name, ...own }]));
  const largest = Math.max(...compared.map(({ emissions }) => emissions.value));
  if (compared.length < 2) return undefined;
  const plotted = compared.map(({ name, emissions, holds }): PlottedRow => {
    const { interval } = formatted(emissions);
    const text = massText(emissions);
    return {
      name: `${plainText(name)}${holds.length === 0 ? '' : ' *'}`,
      letter: undefined,
      value: emissions.value,
      low: emissions.low ?? emissions.value,
      high: emissions.high ?? emissions.value,
      label: interval === undefined ? text : `${text}, ${interval.replaceAll('\u2060', '')}`,
    };
  });
  const axis = axisFor(plotted, emissionScale(largest));
  const title = words.chartTitle(common);
  const frame = {
    title,
    alt: shortAlt(title, [{ head: 'Models', figures: compared.map(({ name, emissions }) => `${plainText(name)} ${massText(emissions)}`) }]),
    subtitle: `CO₂e: figure (line) and 90${THIN}% interval (bar)${axis.kind === 'log' ? '; logarithmic axis' : ''}`,
    footer: [...(compared.some(({ holds }) => holds.length > 0) ? [words.star] : []), words.disclaimer],
  };
  const longAlt = plain(
    `${title}. ${compared.map(({ name, emissions }) => `${plainText(name)} ${withNamedInterval(emissions)}`).join('; ')}.`,
  );
  const laidOut = (sheet: Sheet): ChartContent['spec'] => {
    // A narrow sheet has the room for the axis alone: the ends of the intervals are in the table.
    const rows =
      sheet.id === 'print'
        ? plotted
        : plotted.map((row, n) => ({ ...row, label: massText(compared[n]?.emissions ?? { value: 0, unit: 'kgCO2e' }) }));
    return framed(sheet, { ...frame, ...intervalMarks(rows, { axis, sheet }) });
  };
  return { id: comparisonChartId, title, alt: frame.alt, longAlt, spec: laidOut(sheets.print), screen: laidOut(sheets.screen) };
}
