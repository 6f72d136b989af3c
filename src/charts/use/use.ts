import type { Assessment, BreakEven } from '../../assessment/assessment.js';
import { durationText, formatted } from '../../units/format.js';
import { listed } from '../../units/listed.js';
import type { ChartContent } from '../chart.js';
import { type EmissionScale, emissionScale, requestCount } from '../emission-scale.js';
import { framed, type Layer, pixels } from '../frame.js';
import { gridNote } from '../grid-note.js';
import { modelName } from '../names.js';
import { componentColour, ink, innerWidth, size } from '../theme.js';
import { textWidth } from '../wrap.js';
import { type UseGeometry, type UseWords, useLabels } from './labels.js';
import { type RequestScale, requestScale } from './request-scale.js';

const height = 300;
/** Where the chart ends, as a multiple of the break-even or of what was served, so that the crossing is inside it. */
const beyond = 1.5;

/** Break-even: cumulative emissions of use over requests, against the comparable emissions of development. */
export const use = { id: 'use', content } as const;

function content(assessment: Assessment): ChartContent | undefined {
  const { breakEven } = assessment;
  if (breakEven === undefined || !(breakEven.requests > 0)) return undefined;
  const served = assessment.totals.deployment?.perRequest?.requests;
  const title = useTitle(breakEven, served);
  const alt = altOf(assessment, breakEven, served, title);
  const spec = framed({
    alt,
    title,
    subtitle: `Cumulative emissions of ${modelName(assessment)} by number of requests. Compared on both sides: ${compared(breakEven)}`,
    footer: [gridNote(assessment, assessment.phases)],
    height,
    axisHeight: 42,
    layers: marks(breakEven, served),
  });
  return { id: 'use', title, alt, spec };
}

/** The title: whether use has emitted as much as development, and after how many requests. */
function useTitle({ requests }: BreakEven, served: number | undefined): string {
  const point = requestCount(requests);
  if (served === undefined) return `Use emits as much as development after ${point}`;
  if (served >= requests) return `Use has emitted more than development; the break-even was after ${point}`;
  return `Use would emit as much as development after ${point}; ${requestCount(served).replace(/ requests$/, '')} were served`;
}

/** The two lines, the points on them, and labels beside what they name. */
function marks(breakEven: BreakEven, served: number | undefined): readonly Layer[] {
  const plot = plotOf(breakEven, served);
  const { labels, leaders } = useLabels(geometryOf(plot, breakEven, served), wordsOf(breakEven, served));
  return [
    ...lineLayers(plot, breakEven),
    ...pointLayers(plot, breakEven, served),
    {
      data: { name: 'leaders', values: [...leaders] },
      mark: { type: 'rule', color: ink.soft, strokeWidth: 0.75 },
      encoding: { x: pixels('x'), y: pixels('y'), x2: { field: 'x2' }, y2: { field: 'y2' } },
    },
    ...[true, false].map(
      (strong): Layer => ({
        data: { name: strong ? 'strong-labels' : 'labels', values: labels.filter((label) => label.strong === strong) },
        mark: { type: 'text', fontWeight: strong ? 600 : 400 },
        encoding: { x: pixels('x'), y: pixels('y'), text: { field: 'text', type: 'nominal' } },
      }),
    ),
  ];
}

/** The ends of both axes, and their scales. */
interface Plot {
  /** Requests and kilograms at the upper right corner. */
  readonly last: number;
  readonly highest: number;
  readonly count: RequestScale;
  readonly emissions: EmissionScale;
  /** Left and right edge in px. */
  readonly left: number;
  readonly right: number;
}

function plotOf({ requests, perRequest }: BreakEven, served: number | undefined): Plot {
  const last = beyond * Math.max(requests, served ?? 0);
  const highest = perRequest.value * last;
  const emissions = emissionScale(highest);
  return { last, highest, count: requestScale(last), emissions, left: axisRoom(emissions.unit), right: innerWidth - 12 };
}

/** Where the lines and points are in px, which decides where labels fit. */
function geometryOf(plot: Plot, { requests, development, perRequest }: BreakEven, served: number | undefined): UseGeometry {
  const { last, highest, left, right } = plot;
  const px = (n: number, kilograms: number) => [left + ((right - left) * n) / last, height - (height * kilograms) / highest] as const;
  return {
    left,
    right,
    bottom: height,
    end: px(last, highest),
    breakEven: px(requests, development.value),
    served: served === undefined ? undefined : px(served, served * perRequest.value),
  };
}

function wordsOf({ requests, development, perRequest, days }: BreakEven, served: number | undefined): UseWords {
  return {
    breakEven: ['Break-even', requestCount(requests), ...(days === undefined ? [] : [`${durationText(days * 24)} at this load`])],
    development: [`Development, comparable part: ${formatted(development).text}`],
    deployment: [`Deployment: ${formatted(perRequest).text} per request`],
    served: served === undefined ? undefined : ['Served', requestCount(served)],
  };
}

/** Both axes from zero: requests to the right, emissions upwards. */
function axesOf({ last, highest, count, emissions, left, right }: Plot) {
  const domain = { x: [0, count.of(last)], y: [0, emissions.of(highest)] };
  const range = { x: [left, right], y: [height, 0] };
  const x = {
    type: 'quantitative',
    scale: { domain: domain.x, range: range.x, nice: false, zero: true },
    axis: { orient: 'bottom', grid: false, tickCount: 6, title: count.title, titlePadding: 6 },
  } as const;
  const y = {
    type: 'quantitative',
    scale: { domain: domain.y, range: range.y, nice: false, zero: true },
    axis: {
      orient: 'left',
      offset: -left,
      tickCount: 5,
      title: null,
      grid: false,
      labelExpr: `datum.value === 0 ? '0 ${emissions.unit}' : datum.label`,
    },
  } as const;
  return { x: { field: 'x', ...x }, y: { field: 'y', ...y } };
}

/** Development as a level line, deployment as a rising one. */
function lineLayers(plot: Plot, { development }: BreakEven): readonly Layer[] {
  const { last, highest, count, emissions } = plot;
  const position = axesOf(plot);
  return [
    {
      data: { name: 'development', values: [{ x: 0, end: count.of(last), y: emissions.of(development.value) }] },
      mark: { type: 'rule', color: componentColour.embodied, strokeWidth: 2 },
      encoding: { ...position, x2: { field: 'end' } },
    },
    {
      data: {
        name: 'deployment',
        values: [
          { x: 0, y: 0 },
          { x: count.of(last), y: emissions.of(highest) },
        ],
      },
      mark: { type: 'line', color: componentColour.dynamic, strokeWidth: 2.5 },
      encoding: position,
    },
  ];
}

/** The break-even with a line down to its number of requests, and what was served. */
function pointLayers(plot: Plot, { requests, development, perRequest }: BreakEven, served: number | undefined): readonly Layer[] {
  const { count, emissions } = plot;
  const position = axesOf(plot);
  const crossing = { point: 'break-even', requests, x: count.of(requests), y: emissions.of(development.value) };
  const points = [
    crossing,
    ...(served === undefined
      ? []
      : [{ point: 'served', requests: served, x: count.of(served), y: emissions.of(served * perRequest.value) }]),
  ];
  return [
    {
      data: { name: 'breakEven', values: [crossing] },
      mark: { type: 'rule', color: ink.soft, strokeDash: [3, 3] },
      encoding: { ...position, y2: { datum: 0 } },
    },
    {
      data: { name: 'points', values: points },
      mark: { type: 'point', filled: true, opacity: 1, size: 64, fill: ink.strong, stroke: ink.paper, strokeWidth: 1.5 },
      encoding: position,
    },
  ];
}

/** Room for the longest label of the axis, which is the zero with its unit. */
function axisRoom(unit: string): number {
  return Math.ceil(textWidth(`0 ${unit}`, size.text)) + 10;
}

/** The alt text: the title and the figures of both lines. */
function altOf(assessment: Assessment, breakEven: BreakEven, served: number | undefined, title: string): string {
  const { requests, development, perRequest, days } = breakEven;
  const load = days === undefined ? '' : `, ${durationText(days * 24)} at this load`;
  const done = served === undefined ? '' : ` Served so far: ${requestCount(served)}.`;
  return (
    `${title}. Line chart of the cumulative emissions of ${modelName(assessment)} by number of requests. ` +
    `Development ${formatted(development).text}, deployment ${formatted(perRequest).text} per request, counting on both sides: ${compared(breakEven)}. ` +
    `Break-even after ${requestCount(requests)}${load}.${done}`
  );
}

const kinds = { embodied: 'making hardware', electricity: 'electricity' } as const;

function compared({ compares, components }: BreakEven): string {
  return `${listed(compares.map((kind) => kinds[kind]))} (${listed(components)})`;
}
