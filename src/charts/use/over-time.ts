import type { Assessment, ComponentId, UseLoad } from '../../assessment/assessment.js';
import { componentPhrases } from '../../assessment/component-names.js';
import { plain, THIN } from '../../units/format.js';
import { type LoadFigures, loadText } from '../../units/load.js';
import { intervalOf, type Quantity, quantity } from '../../units/quantity.js';
import { type Span, spanText } from '../../units/span.js';
import { shortAlt } from '../alt.js';
import type { ChartContent } from '../chart.js';
import { emissionsText, withNamedInterval } from '../emission-scale.js';
import { framed } from '../frame.js';
import { gridSources } from '../grid-sources.js';
import { modelName } from '../names.js';
import { type Sheet, sheets } from '../sheet.js';
import { type Course, useMarks } from './marks.js';

/** Use over time at the load that the manifest gives, against development; nothing where there is no such load, or no such day. */
export function overTime(assessment: Assessment): ChartContent | undefined {
  const { useAgainstDevelopment: against } = assessment;
  if (against?.load?.from !== 'use' || against.days === undefined || against.perDay === undefined) return undefined;
  const { days, perDay, development, components, date } = against;
  // Its range has no place in a title.
  const load = loadText(withoutRange(against.load)) ?? 'this load';
  const course: Course = { of: 'days', breakEven: days.value, low: days.low, high: days.high, development, per: perDay };
  const span = spanText(days);
  const title = `Use at ${load} emits as much as development after ${span.text}`;
  const what = `Cumulative emissions of ${modelName(assessment)} by time of use, counting ${compared(components)} on both sides`;
  const facts = [
    { head: `Break-even after ${spanWords(span)}${date === undefined ? '' : `, on ${date.day}`}`, figures: [] },
    { head: `Development ${emissionsText(development)}, use ${emissionsText(perDay)} a day`, figures: [] },
  ];
  const isRanged = intervalOf(development) !== undefined || intervalOf(perDay) !== undefined;
  const frame = {
    title,
    alt: shortAlt(title, facts),
    subtitle: what,
    footer: [...(isRanged ? [`Bands, thick line and brackets: 90${THIN}% intervals.`] : []), ...gridSources(assessment, assessment.phases)],
  };
  const words = (sheet: Sheet) => ({
    breakEven: [
      'Break-even',
      span.text,
      ...(span.interval === undefined ? [] : [`(${span.interval})`]),
      ...(date === undefined ? [] : [date.day]),
    ],
    development: [`Development${sheet.id === 'print' ? ', comparable part' : ''}: ${emissionsText(development)}`],
    deployment: [`Use: ${emissionsText(perDay)} a day`],
  });
  const laidOut = (sheet: Sheet) => framed(sheet, { ...frame, ...useMarks(course, words(sheet), sheet) });
  return {
    id: 'use',
    title,
    alt: frame.alt,
    longAlt: plain(`${title}. Line chart. ${what}. ${facts.map(({ head }) => `${head}.`).join(' ')}`),
    facts: {
      development: [{ name: 'Development, comparable part', value: withNamedInterval(development) }],
      deployment: [{ name: 'Use, per day', value: withNamedInterval(perDay) }],
      points: [{ name: 'Break-even', value: spanWords(span) }],
    },
    spec: laidOut(sheets.print),
    screen: laidOut(sheets.screen),
  };
}

function withoutRange({ requests, tokens, which }: UseLoad): LoadFigures {
  const bare = (q: Quantity | undefined) => q && quantity(q.value, q.unit);
  return { requests: bare(requests), tokens: bare(tokens), which };
}

function spanWords({ text, interval }: Span): string {
  return interval === undefined ? text : `${text} (90${THIN}% interval ${interval})`;
}

function compared(components: readonly ComponentId[]): string {
  return components.map((id) => componentPhrases[id]).join(', ');
}
