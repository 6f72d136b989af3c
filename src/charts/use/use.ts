import type { Assessment, BreakEven } from '../../assessment/assessment.js';
import { componentPhrases } from '../../assessment/component-names.js';
import { countText, givenCount, givenRequests, requestsText } from '../../units/count.js';
import { durationText, plain, THIN } from '../../units/format.js';
import { intervalOf } from '../../units/quantity.js';
import { shortAlt } from '../alt.js';
import type { ChartContent } from '../chart.js';
import { emissionsText, withNamedInterval } from '../emission-scale.js';
import type { ChartFacts } from '../facts.js';
import { framed } from '../frame.js';
import { gridSources } from '../grid-sources.js';
import { modelName } from '../names.js';
import { type Sheet, sheets } from '../sheet.js';
import type { UseWords } from './labels.js';
import { type Course, useMarks } from './marks.js';

/** Break-even: cumulative emissions of use over requests, against the comparable emissions of development. */
export const use = { id: 'use', content } as const;

function content(assessment: Assessment): ChartContent | undefined {
  const { breakEven, totals } = assessment;
  if (breakEven === undefined || !(breakEven.requests > 0)) return undefined;
  const served = totals.deployment?.perRequest?.requests;
  const course: Course = { ...breakEven, served };
  if (!showsMore(course)) return undefined;
  const title = useTitle(breakEven, served);
  const facts = factsOf(breakEven, course);
  const alt = shortAlt(title, facts);
  const words = {
    alt,
    title,
    subtitle: `Cumulative emissions of ${modelName(assessment)} by number of requests, counting ${compared(breakEven)} on both sides`,
    footer: [...notes(course), ...gridSources(assessment, assessment.phases)],
  };
  const laidOut = (sheet: Sheet) => framed(sheet, { ...words, ...useMarks(course, wordsOf(breakEven, course, sheet), sheet) });
  const longAlt = plain(
    `${title}. Line chart of the cumulative emissions of ${modelName(assessment)} by number of requests, counting ${compared(breakEven)} on both sides. ${facts.map(({ head }) => `${head}.`).join(' ')}`,
  );
  return {
    id: 'use',
    title,
    alt,
    longAlt,
    facts: marksFacts(breakEven, course),
    spec: laidOut(sheets.print),
    screen: laidOut(sheets.screen),
  };
}

/** Parts of the break-even between which what was served can be read off the same axis. */
const [least, most] = [0.2, 5];

/** Two straight lines say no more than their crossing, which is a sentence; the way that use has gone to it does. */
function showsMore({ requests, served }: Course): boolean {
  return served !== undefined && served >= least * requests && served <= most * requests;
}

/** The title: whether use has emitted as much as development, and after how many requests. */
function useTitle({ requests }: BreakEven, served: number | undefined): string {
  const point = requestsText(requests);
  if (served === undefined) return `Use emits as much as development after ${point}`;
  if (served >= requests) return `Use has emitted more than development; the break-even was after ${point}`;
  return `Use would emit as much as development after ${point}; ${givenCount(served)} were served`;
}

function wordsOf(breakEven: BreakEven, { development, perRequest, served, low, high }: Course, { id }: Sheet): UseWords {
  const { requests, days } = breakEven;
  return {
    breakEven: [
      'Break-even',
      requestsText(requests),
      ...(low === undefined || high === undefined ? [] : [`(${rangeText(low, high)})`]),
      ...(days === undefined ? [] : [`${durationText(days * 24)} at this load`]),
    ],
    development: [`Development${id === 'print' ? ', comparable part' : ''}: ${emissionsText(development)}`],
    deployment:
      id === 'print'
        ? [`Deployment: ${emissionsText(perRequest)} per request`]
        : ['Deployment:', `${emissionsText(perRequest)} per request`],
    served: served === undefined ? undefined : ['Served', givenRequests(served)],
  };
}

/** `8.36–18.5 million`: one unit where both ends have it. */
function rangeText(low: number, high: number): string {
  const [from, to] = [countText(low), countText(high)];
  const unit = / \w+$/.exec(to)?.[0] ?? '';
  return unit !== '' && from.endsWith(unit) ? `${from.slice(0, -unit.length)}–${to}` : `${from}–${to}`;
}

function notes({ development, perRequest, low }: Course): readonly string[] {
  if (intervalOf(development) === undefined && intervalOf(perRequest) === undefined) return [];
  return [`${low === undefined ? 'Bands' : 'Bands and brackets'}: 90${THIN}% intervals.`];
}

/** What the lines and the points show. */
function marksFacts({ requests, days }: BreakEven, { development, perRequest, served, low, high }: Course): ChartFacts {
  const load = days === undefined ? '' : `; ${durationText(days * 24)} at this load`;
  const ends = low === undefined || high === undefined ? '' : `, 90${THIN}% interval ${rangeText(low, high)}`;
  return {
    development: [{ name: 'Development, comparable part', value: withNamedInterval(development) }],
    deployment: [{ name: 'Deployment, per request', value: withNamedInterval(perRequest) }],
    points: [
      { name: 'Break-even', value: `${requestsText(requests)}${ends}${load}` },
      ...(served === undefined ? [] : [{ name: 'Served so far', value: givenRequests(served) }]),
    ],
  };
}

/** What the chart shows, in words. */
function factsOf(breakEven: BreakEven, { development, perRequest, served, low, high }: Course) {
  const { requests, days } = breakEven;
  const load = days === undefined ? '' : `, ${durationText(days * 24)} at this load`;
  const ends = low === undefined || high === undefined ? '' : ` (90${THIN}% interval ${rangeText(low, high)})`;
  return [
    { head: `Break-even after ${requestsText(requests)}${ends}${load}`, figures: [] },
    { head: `Development ${emissionsText(development)}, deployment ${emissionsText(perRequest)} per request`, figures: [] },
    ...(served === undefined ? [] : [{ head: `Served so far: ${givenRequests(served)}`, figures: [] }]),
  ];
}

/** What is compared on both sides, in plain words. */
function compared({ components }: BreakEven): string {
  return components.map((id) => componentPhrases[id]).join(', ');
}
