import type { Assessment, BreakEven } from '../../assessment/assessment.js';
import { durationText, formatted } from '../../units/format.js';
import type { ChartContent } from '../chart.js';
import { emissionScale, requestCount } from '../emission-scale.js';
import { framed, type Layer, pixels } from '../frame.js';
import { gridNote } from '../grid-note.js';
import { modelName } from '../names.js';
import { listed } from '../plain-text.js';
import { componentColour, ink, innerWidth, size } from '../theme.js';
import { textWidth } from '../wrap.js';
import { useLabels } from './labels.js';
import { requestScale } from './request-scale.js';

const height = 300;
/** Emissions of deployment where the chart ends, as a part of those at the break-even, so that the crossing is seen. */
const beyond = 1.5;

/** When use has emitted as much as development: like for like, over requests. */
export const use = { id: 'use', content } as const;

function content(assessment: Assessment): ChartContent | undefined {
  const { breakEven } = assessment;
  if (breakEven === undefined || !(breakEven.requests > 0)) return undefined;
  const served = assessment.totals.deployment?.perRequest?.requests;
  const title = finding(breakEven, served);
  const alt = spoken(assessment, breakEven, served, title);
  const spec = framed({
    alt,
    title,
    subtitle: `Cumulative emissions of ${modelName(assessment)} by number of requests; counted on both sides: ${compared(breakEven)}`,
    footer: [gridNote(assessment, assessment.phases)],
    height,
    axisHeight: 42,
    layers: marks(breakEven, served),
  });
  return { id: 'use', title, alt, spec };
}

function finding({ requests }: BreakEven, served: number | undefined): string {
  const point = requestCount(requests);
  if (served === undefined) return `Use emits as much as development after ${point}`;
  if (served >= requests) return `Use has emitted more than development, which it matched after ${point}`;
  return `Use would emit as much as development after ${point}; ${requestCount(served).replace(/ requests$/, '')} were served`;
}

function marks({ requests, development, perRequest, days }: BreakEven, served: number | undefined): readonly Layer[] {
  const last = beyond * Math.max(requests, served ?? 0);
  const highest = perRequest.value * last;
  const emissions = emissionScale(highest);
  const count = requestScale(last);
  const left = axisRoom(emissions.unit);
  const right = innerWidth - 12;
  const px = (n: number, kilograms: number) => [left + ((right - left) * n) / last, height - (height * kilograms) / highest] as const;
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
  const { labels, leaders } = useLabels(
    {
      left,
      right,
      bottom: height,
      end: px(last, highest),
      breakEven: px(requests, development.value),
      ...(served === undefined ? {} : { served: px(served, served * perRequest.value) }),
    },
    {
      breakEven: ['Break-even', requestCount(requests), ...(days === undefined ? [] : [`${durationText(days * 24)} at this load`])],
      development: [`Development, like for like: ${formatted(development).text}`],
      deployment: [`Deployment: ${formatted(perRequest).text} a request`],
      ...(served === undefined ? {} : { served: ['Served', requestCount(served)] }),
    },
  );
  const points = [
    { point: 'break-even', requests, x: count.of(requests), y: emissions.of(development.value) },
    ...(served === undefined
      ? []
      : [{ point: 'served', requests: served, x: count.of(served), y: emissions.of(served * perRequest.value) }]),
  ];
  const position = { x: { field: 'x', ...x }, y: { field: 'y', ...y } };
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
    {
      data: { name: 'breakEven', values: points.slice(0, 1) },
      mark: { type: 'rule', color: ink.soft, strokeDash: [3, 3] },
      encoding: { ...position, y2: { datum: 0 } },
    },
    {
      data: { name: 'points', values: points },
      mark: { type: 'point', filled: true, opacity: 1, size: 64, fill: ink.strong, stroke: ink.paper, strokeWidth: 1.5 },
      encoding: position,
    },
    {
      data: { name: 'leaders', values: leaders },
      mark: { type: 'rule', color: ink.soft, strokeWidth: 0.75 },
      encoding: { x: pixels('x'), y: pixels('y'), x2: { field: 'x2' }, y2: { field: 'y2' } },
    },
    ...[true, false].map(
      (strong): Layer => ({
        data: { name: strong ? 'finding' : 'labels', values: labels.filter((label) => label.strong === strong) },
        mark: { type: 'text', fontWeight: strong ? 600 : 400 },
        encoding: { x: pixels('x'), y: pixels('y'), text: { field: 'text', type: 'nominal' } },
      }),
    ),
  ];
}

/** Room for the longest label of the axis, which is the zero with its unit. */
function axisRoom(unit: string): number {
  return Math.ceil(textWidth(`0 ${unit}`, size.text)) + 10;
}

function spoken(assessment: Assessment, breakEven: BreakEven, served: number | undefined, title: string): string {
  const { requests, development, perRequest, days } = breakEven;
  const load = days === undefined ? '' : `, ${durationText(days * 24)} at this load`;
  const done = served === undefined ? '' : ` Served so far: ${requestCount(served)}.`;
  return (
    `${title}. Line chart of the cumulative emissions of ${modelName(assessment)} by number of requests. ` +
    `Development ${formatted(development).text}, deployment ${formatted(perRequest).text} a request, counted on both sides: ${compared(breakEven)}. ` +
    `Break-even after ${requestCount(requests)}${load}.${done}`
  );
}

const kinds = { embodied: 'making hardware', electricity: 'electricity' } as const;

function compared({ compares, components }: BreakEven): string {
  return `${listed(compares.map((kind) => kinds[kind]))} (${listed(components)})`;
}
