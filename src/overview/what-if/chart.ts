import { shortAlt } from '../../charts/alt.js';
import type { ChartContent } from '../../charts/chart.js';
import type { EmissionScale } from '../../charts/emission-scale.js';
import { framed } from '../../charts/frame.js';
import { plainText } from '../../charts/plain-text.js';
import { type Sheet, sheets } from '../../charts/sheet.js';
import { counted, plain, THIN } from '../../units/format.js';
import type { WhatIf, WhatIfAlternative, WhatIfTable } from '../../what-if/what-if.js';
import { differenceAxis } from './axis.js';
import { differenceMarks, type PlottedDifference } from './marks.js';
import { differenceTexts, scaleOf, unitOf, words } from './texts.js';

/** Rows that a chart has room for. */
const maxRows = 25;

type Compared = WhatIfAlternative & { readonly difference: NonNullable<WhatIfAlternative['difference']> };

/** The differences of the first table that has some, around 0; nothing where there are none to compare. */
export function whatIfChart({ tables }: WhatIf): ChartContent | undefined {
  const table = tables.find((one) => comparedIn(one).length > 0);
  if (table?.base === undefined) return undefined;
  const all = comparedIn(table);
  const shown = shownOf(all);
  const scale = scaleOf(table);
  const prefix = commonPrefix(shown.map(({ label }) => label));
  const rows = shown.map((one) => plottedRow({ ...one, label: one.label.slice(prefix.length) }, scale));
  const lowest = all.reduce((best, one) => (one.difference.value < best.difference.value ? one : best));
  const title = words.lead(table, lowest);
  const figures = shown.map(({ label, difference }) => `${plainText(label)} ${withUnit(difference, scale)}`);
  const figure = `difference from ${words.asItIs(table.base)}`;
  const alt = shortAlt(title, [{ head: capital(figure), figures }]);
  const sentences = shown.map(({ label, difference }) => {
    const { interval } = differenceTexts(difference, scale);
    return `${plainText(label)} ${withUnit(difference, scale)}${interval === undefined ? '' : `, ${interval}`}`;
  });
  const longAlt = plain(`${title}. ${capital(figure)}, with its interval: ${sentences.join('; ')}.`);
  const more = all.length - shown.length;
  const frame = {
    alt,
    title,
    subtitle: `CO₂e, ${figure}, with its 90${THIN}% interval; a hollow dot is within the noise`,
    footer: [
      'Average grid of a year. Not a promise.',
      ...(more === 0 ? [] : [`${counted(String(more), 'alternative')} between these not shown.`]),
    ],
  };
  const [low, high] = [Math.min(...rows.map((row) => row.low)), Math.max(...rows.map((row) => row.high))];
  const laidOut = (sheet: Sheet) =>
    framed(sheet, { ...frame, ...differenceMarks(rows, { axis: differenceAxis(low, high, scale, sheet.maxSteps), sheet }) });
  return { id: 'what-if', title, alt, longAlt, spec: laidOut(sheets.print), screen: laidOut(sheets.screen) };
}

function comparedIn({ alternatives }: WhatIfTable): readonly Compared[] {
  return alternatives.flatMap((one) => (one.difference === undefined ? [] : [{ ...one, difference: one.difference }]));
}

/** All, or of many the first and the last, with the runs as they are. */
function shownOf(all: readonly Compared[]): readonly Compared[] {
  if (all.length <= maxRows) return all;
  const half = (maxRows - 1) / 2;
  return all.filter((one, n) => n < half || n >= all.length - half || (one.isBase === true && n >= half));
}

/** The words that all labels begin with, such as the name of the one cloud: a row has no room to repeat them. */
function commonPrefix([first = '', ...others]: readonly string[]): string {
  const words = first.split(/(?<= )/);
  for (let count = words.length - 1; count > 0 && others.length > 0; count -= 1) {
    const prefix = words.slice(0, count).join('');
    if (others.every((label) => label.startsWith(prefix))) return prefix;
  }
  return '';
}

function plottedRow({ label, difference, verdict, isBase }: Compared, scale: EmissionScale): PlottedDifference {
  const { value, low = value, high = value } = difference;
  const isSure = verdict === 'lower' || verdict === 'higher';
  return { name: plainText(label), value, low, high, isSure, label: isBase === true ? 'as it is' : withUnit(difference, scale) };
}

function withUnit(difference: Compared['difference'], scale: EmissionScale): string {
  const { value } = differenceTexts(difference, scale);
  return value === '0' ? value : `${value}${THIN}${unitOf(scale)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
