import type { Assessment, BreakEven } from '../../assessment/assessment.js';
import { componentPhrases } from '../../assessment/component-names.js';
import { givenCount, givenRequests, requestsText } from '../../units/count.js';
import { durationText, plain, THIN } from '../../units/format.js';
import { rangeText } from '../../units/load.js';
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
import { overTime } from './over-time.js';

/** Break-even: cumulative emissions of use over the time of a stated load, else over requests, against the comparable ones of development. */
export const use = { id: 'use', content: (assessment: Assessment) => overTime(assessment) ?? overRequests(assessment) } as const;

function overRequests(assessment: Assessment): ChartContent | undefined {
  const { breakEven, totals } = assessment;
  if (breakEven === undefined || !(breakEven.requests > 0)) return undefined;
  const served = totals.deployment?.perRequest?.requests;
  const course = courseOf(breakEven, served);
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

function courseOf({ requests, low, high, development, perRequest }: BreakEven, served: number | undefined): Course {
  return { of: 'requests', breakEven: requests, low, high, development, per: perRequest, served };
}

/** Parts of the break-even between which what was served can be read off the same axis. */
const [least, most] = [0.2, 5];

/** Two straight lines say no more than their crossing, which is a sentence; the way that use has gone to it does. */
function showsMore({ breakEven, served }: Course): boolean {
  return served !== undefined && served >= least * breakEven && served <= most * breakEven;
}

/** The title: whether use has emitted as much as development, and after how many requests. */
function useTitle({ requests }: BreakEven, served: number | undefined): string {
  const point = requestsText(requests);
  if (served === undefined) return `Use emits as much as development after ${point}`;
  if (served >= requests) return `Use has emitted more than development; the break-even was after ${point}`;
  return `Use would emit as much as development after ${point}; ${givenCount(served)} were served`;
}

function wordsOf(breakEven: BreakEven, { development, per, served, low, high }: Course, { id }: Sheet): UseWords {
  const { requests, days } = breakEven;
  return {
    breakEven: [
      'Break-even',
      requestsText(requests),
      ...(low === undefined || high === undefined ? [] : [`(${rangeText(low, high)})`]),
      ...(days === undefined ? [] : [`${durationText(days * 24)} at this load`]),
    ],
    development: [`Development${id === 'print' ? ', comparable part' : ''}: ${emissionsText(development)}`],
    deployment: id === 'print' ? [`Deployment: ${emissionsText(per)} per request`] : ['Deployment:', `${emissionsText(per)} per request`],
    served: served === undefined ? undefined : ['Served', givenRequests(served)],
  };
}

function notes({ development, per, low }: Course): readonly string[] {
  if (intervalOf(development) === undefined && intervalOf(per) === undefined) return [];
  return [`${low === undefined ? 'Bands' : 'Bands and brackets'}: 90${THIN}% intervals.`];
}

/** What the lines and the points show. */
function marksFacts({ requests, days }: BreakEven, { development, per, served, low, high }: Course): ChartFacts {
  const load = days === undefined ? '' : `; ${durationText(days * 24)} at this load`;
  const ends = low === undefined || high === undefined ? '' : `, 90${THIN}% interval ${rangeText(low, high)}`;
  return {
    development: [{ name: 'Development, comparable part', value: withNamedInterval(development) }],
    deployment: [{ name: 'Deployment, per request', value: withNamedInterval(per) }],
    points: [
      { name: 'Break-even', value: `${requestsText(requests)}${ends}${load}` },
      ...(served === undefined ? [] : [{ name: 'Served so far', value: givenRequests(served) }]),
    ],
  };
}

/** What the chart shows, in words. */
function factsOf(breakEven: BreakEven, { development, per, served, low, high }: Course) {
  const { requests, days } = breakEven;
  const load = days === undefined ? '' : `, ${durationText(days * 24)} at this load`;
  const ends = low === undefined || high === undefined ? '' : ` (90${THIN}% interval ${rangeText(low, high)})`;
  return [
    { head: `Break-even after ${requestsText(requests)}${ends}${load}`, figures: [] },
    { head: `Development ${emissionsText(development)}, deployment ${emissionsText(per)} per request`, figures: [] },
    ...(served === undefined ? [] : [{ head: `Served so far: ${givenRequests(served)}`, figures: [] }]),
  ];
}

/** What is compared on both sides, in plain words. */
function compared({ components }: BreakEven): string {
  return components.map((id) => componentPhrases[id]).join(', ');
}
