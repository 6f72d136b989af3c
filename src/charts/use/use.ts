import type { Assessment, BreakEven } from '../../assessment/assessment.js';
import { comparedOf } from '../../assessment/break-even-range.js';
import { componentPhrases } from '../../assessment/component-names.js';
import { durationText, plain } from '../../units/format.js';
import { intervalOf } from '../../units/quantity.js';
import { shortAlt } from '../alt.js';
import type { ChartContent } from '../chart.js';
import { count, emissionsText, requestCount } from '../emission-scale.js';
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
  const compare = { ...comparedOf(assessment, breakEven), requests: breakEven.requests };
  if (!showsMore({ ...compare, served })) return undefined;
  // At the origin a point would say nothing; the title has its number.
  const isSeen = served !== undefined && served >= least * breakEven.requests;
  const course: Course = { ...compare, served: isSeen ? served : undefined };
  const title = useTitle(breakEven, served);
  const facts = factsOf(breakEven, { ...compare, served });
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
  return { id: 'use', title, alt, longAlt, spec: laidOut(sheets.print), screen: laidOut(sheets.screen) };
}

/** Parts of the break-even between which what was served can be seen beside it. */
const [least, most] = [0.05, 20];

/** Two straight lines say no more than their crossing, a sentence; a range does, and the way that was gone. */
function showsMore({ requests, served, range }: Course): boolean {
  const part = served === undefined ? undefined : served / requests;
  if (part !== undefined && part > most) return false;
  return range !== undefined || (part !== undefined && part >= least);
}

/** The title: whether use has emitted as much as development, and after how many requests. */
function useTitle({ requests }: BreakEven, served: number | undefined): string {
  const point = requestCount(requests);
  if (served === undefined) return `Use emits as much as development after ${point}`;
  if (served >= requests) return `Use has emitted more than development; the break-even was after ${point}`;
  return `Use would emit as much as development after ${point}; ${count(served)} were served`;
}

function wordsOf(breakEven: BreakEven, { development, perRequest, served, range }: Course, { id }: Sheet): UseWords {
  const { requests, days } = breakEven;
  return {
    breakEven: [
      'Break-even',
      requestCount(requests),
      ...(range === undefined ? [] : [`(${rangeText(range)})`]),
      ...(days === undefined ? [] : [`${durationText(days * 24)} at this load`]),
    ],
    development: [`Development${id === 'print' ? ', comparable part' : ''}: ${emissionsText(development)}`],
    deployment:
      id === 'print'
        ? [`Deployment: ${emissionsText(perRequest)} per request`]
        : ['Deployment:', `${emissionsText(perRequest)} per request`],
    served: served === undefined ? undefined : ['Served', requestCount(served)],
  };
}

/** `8.36–18.5 million`: one unit where both ends have it. */
function rangeText({ low, high }: { readonly low: number; readonly high: number }): string {
  const [from, to] = [count(low), count(high)];
  const unit = / \w+$/.exec(to)?.[0] ?? '';
  return unit !== '' && from.endsWith(unit) ? `${from.slice(0, -unit.length)}–${to}` : `${from}–${to}`;
}

function notes({ development, perRequest, range }: Course): readonly string[] {
  if (intervalOf(development) === undefined && intervalOf(perRequest) === undefined) return [];
  const bands = 'Bands: 90\u202f% intervals.';
  return [range === undefined ? bands : `${bands} In brackets: the break-even at their ends.`];
}

/** What the chart shows, in words. */
function factsOf(breakEven: BreakEven, { development, perRequest, served, range }: Course) {
  const { requests, days } = breakEven;
  const load = days === undefined ? '' : `, ${durationText(days * 24)} at this load`;
  const ends = range === undefined ? '' : ` (${rangeText(range)})`;
  return [
    { head: `Break-even after ${requestCount(requests)}${ends}${load}`, figures: [] },
    { head: `Development ${emissionsText(development)}, deployment ${emissionsText(perRequest)} per request`, figures: [] },
    ...(served === undefined ? [] : [{ head: `Served so far: ${requestCount(served)}`, figures: [] }]),
  ];
}

/** What is compared on both sides, in plain words. */
function compared({ components }: BreakEven): string {
  return components.map((id) => componentPhrases[id]).join(', ');
}
