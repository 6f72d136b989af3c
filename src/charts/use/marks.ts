import { intervalOf, type Quantity } from '../../units/quantity.js';
import { type Words, wordLayers } from '../bars.js';
import { type EmissionScale, emissionScale } from '../emission-scale.js';
import { type Layer, pixels } from '../frame.js';
import { roundAxis } from '../round-axis.js';
import type { Sheet } from '../sheet.js';
import { componentColour, ink, pale } from '../theme.js';
import { textWidth } from '../wrap.js';
import { type UseGeometry, type UseWords, useLabels } from './labels.js';
import { type UseScale, useScale } from './scale.js';

/** What the chart shows: two lines, where they cross, and how far use has come. */
export interface Course {
  /** What use is counted in. */
  readonly of: UseScale['of'];
  /** Where the lines cross, with its interval. */
  readonly breakEven: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly development: Quantity<'kgCO2e'>;
  /** Emissions of one request, or of one day. */
  readonly per: Quantity<'kgCO2e'>;
  readonly served?: number | undefined;
}

const heights = { print: 270, screen: 200 } as const;
/** Below the marks, for the axis and its title. */
const axisRoom = 38;
/** Where the chart ends at least, as a multiple of the break-even or of what was served, so that the crossing is inside it. */
const beyond = 1.25;
/** Where an axis of time ends at most, as a multiple of the break-even: the words have the end of its interval. */
const maxReach = 4;

/** The ends of both axes, and their scales. */
interface Plot {
  /** Requests or days, and kilograms at the upper right corner. */
  readonly last: number;
  readonly highest: number;
  readonly x: object;
  readonly y: object;
  readonly count: UseScale;
  readonly emissions: EmissionScale;
  /** Edges in px. */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** The two lines with their bands, the points on them, and labels beside what they name. */
export function useMarks(course: Course, words: UseWords, sheet: Sheet): { readonly height: number; readonly layers: readonly Layer[] } {
  const plot = plotOf(course, sheet);
  const { labels, leaders } = useLabels(geometryOf(plot, course), words, sheet);
  return {
    height: plot.bottom + axisRoom,
    layers: [
      ...bandLayers(plot, course),
      ...lineLayers(plot, course),
      ...pointLayers(plot, course),
      {
        data: { name: 'leaders', values: [...leaders] },
        mark: { type: 'rule', color: ink.soft, strokeWidth: 0.75 },
        encoding: { x: pixels('x'), y: pixels('y'), x2: { field: 'x2' }, y2: { field: 'y2' } },
      },
      ...wordLayers(labels.map(({ text, x, y, strong }): Words => ({ text, x, y, look: strong ? 'strong' : 'plain' }))),
    ],
  };
}

/** Both axes from zero to a round number: requests or days to the right, emissions upwards. */
function plotOf({ of, breakEven, served, high, per, development }: Course, sheet: Sheet): Plot {
  const end = of === 'days' ? Math.min(high ?? 0, maxReach * breakEven) : (high ?? 0);
  const wanted = Math.max(beyond * Math.max(breakEven, served ?? 0), 1.05 * end);
  const count = useScale(of, wanted);
  const horizontal = roundAxis(count.scaled(wanted), sheet.maxSteps);
  const last = horizontal.end / count.scaled(1);
  const most = Math.max(per.value * last, 1.05 * (intervalOf(development)?.high ?? development.value));
  const emissions = emissionScale(most);
  const vertical = roundAxis(emissions.of(most), sheet.maxSteps);
  const top = vertical.end.toFixed(vertical.decimals);
  const left = Math.ceil(textWidth(top, sheet.size.text)) + 10;
  const right = sheet.inner - Math.ceil(textWidth(horizontal.end.toFixed(horizontal.decimals), sheet.size.text) / 2);
  const bottom = heights[sheet.id];
  const axis = { title: null, grid: false } as const;
  const scale = { nice: false, zero: true } as const;
  return {
    last,
    highest: vertical.end / emissions.of(1),
    count,
    emissions,
    left,
    right,
    bottom,
    x: {
      type: 'quantitative',
      scale: { ...scale, domain: [0, horizontal.end], range: [left, right] },
      axis: {
        ...axis,
        orient: 'bottom',
        offset: -axisRoom,
        values: [...horizontal.ticks],
        format: `,.${horizontal.decimals}f`,
        labelExpr: "datum.value === 0 ? '0' : datum.label",
        title: count.title,
        titlePadding: 4,
      },
    },
    y: {
      type: 'quantitative',
      scale: { ...scale, domain: [0, vertical.end], range: [bottom, 0] },
      axis: {
        ...axis,
        orient: 'left',
        offset: -left,
        // The end has its label, with the unit, right of the axis, so that no label needs room for it.
        values: vertical.ticks.slice(0, -1),
        format: `,.${vertical.decimals}f`,
        labelExpr: "datum.value === 0 ? '0' : datum.label",
      },
    },
  };
}

/** Where the lines and points are in px, which decides where labels fit. */
function geometryOf({ last, highest, left, right, bottom, emissions }: Plot, course: Course): UseGeometry {
  const { breakEven, development, per, served } = course;
  const px = (n: number, kilograms: number) => [left + ((right - left) * n) / last, bottom - (bottom * kilograms) / highest] as const;
  return {
    left,
    right,
    bottom,
    axis: `${Number(emissions.of(highest).toPrecision(12))} ${emissions.unit}`,
    end: px(last, per.value * last),
    edges: edgesOf(course).map((value) =>
      value.side === 'development' ? [px(0, value.at), px(last, value.at)] : [px(0, 0), px(last, value.at * last)],
    ),
    breakEven: px(breakEven, development.value),
    served: served === undefined ? undefined : px(served, served * per.value),
  };
}

/** The ends of both intervals: kilograms of development, and of a request or a day. */
function edgesOf({ development, per }: Course): readonly { readonly side: 'development' | 'deployment'; readonly at: number }[] {
  const ends = (q: Course['development']): readonly number[] => [q.low, q.high].filter((end) => end !== undefined);
  return [
    ...ends(development).map((at) => ({ side: 'development' as const, at })),
    ...ends(per).map((at) => ({ side: 'deployment' as const, at })),
  ];
}

/** The intervals of both, pale, with outlines that show on white. */
function bandLayers({ last, highest, x, y, count, emissions }: Plot, { development, per }: Course): readonly Layer[] {
  const [made, used] = [intervalOf(development), intervalOf(per)];
  const layers: object[] = [];
  if (made !== undefined) {
    layers.push({
      data: {
        name: 'developmentInterval',
        values: [{ from: 0, to: count.scaled(last), low: emissions.of(made.low), high: emissions.of(made.high) }],
      },
      mark: { type: 'rect', fill: pale.development, stroke: componentColour.embodied, strokeWidth: 0.5 },
      encoding: { x: { field: 'from', ...x }, x2: { field: 'to' }, y: { field: 'low', ...y }, y2: { field: 'high' } },
    });
  }
  if (used !== undefined) {
    // The upper edge leaves at the top, where it is steeper than the plot.
    const turn = Math.min(last, highest / used.high);
    const values = [0, turn, last].map((n) => ({
      x: count.scaled(n),
      low: emissions.of(used.low * n),
      high: emissions.of(Math.min(used.high * n, highest)),
    }));
    layers.push({
      data: { name: 'deploymentInterval', values },
      mark: { type: 'area', fill: pale.deployment, fillOpacity: 0.7, stroke: componentColour.dynamic, strokeWidth: 0.5 },
      encoding: { x: { field: 'x', ...x }, y: { field: 'low', ...y }, y2: { field: 'high' } },
    });
  }
  return layers as Layer[];
}

/** Development as a level line, deployment as a rising one. */
function lineLayers({ last, x, y, count, emissions }: Plot, { development, per }: Course): readonly Layer[] {
  return [
    {
      data: { name: 'development', values: [{ x: 0, end: count.scaled(last), y: emissions.of(development.value) }] },
      mark: { type: 'rule', color: componentColour.embodied, strokeWidth: 2, strokeDash: [7, 3] },
      encoding: { x: { field: 'x', ...x }, x2: { field: 'end' }, y: { field: 'y', ...y } },
    },
    {
      data: {
        name: 'deployment',
        values: [
          { x: 0, y: 0 },
          { x: count.scaled(last), y: emissions.of(per.value * last) },
        ],
      },
      mark: { type: 'line', color: componentColour.dynamic, strokeWidth: 2.5 },
      encoding: { x: { field: 'x', ...x }, y: { field: 'y', ...y } },
    },
  ] as Layer[];
}

/** The break-even with a line down to its place on the axis, its interval over time, and what was served. */
function pointLayers(
  { last, x, y, count, emissions }: Plot,
  { of, breakEven, low, high, development, per, served }: Course,
): readonly Layer[] {
  const level = emissions.of(development.value);
  const crossing = { point: 'break-even', [of]: breakEven, x: count.scaled(breakEven), y: level };
  const reached =
    served === undefined ? [] : [{ point: 'served', [of]: served, x: count.scaled(served), y: emissions.of(served * per.value) }];
  const interval =
    of === 'requests' || low === undefined || high === undefined
      ? []
      : [
          {
            data: { name: 'breakEvenInterval', values: [{ x: count.scaled(low), end: count.scaled(Math.min(high, last)), y: level }] },
            mark: { type: 'rule', color: ink.strong, strokeWidth: 3 },
            encoding: { x: { field: 'x', ...x }, x2: { field: 'end' }, y: { field: 'y', ...y } },
          },
        ];
  return [
    {
      data: { name: 'breakEven', values: [crossing] },
      mark: { type: 'rule', color: ink.soft, strokeDash: [3, 3] },
      encoding: { x: { field: 'x', ...x }, y: { field: 'y', ...y }, y2: { datum: 0 } },
    },
    ...interval,
    {
      data: { name: 'points', values: [crossing, ...reached] },
      mark: { type: 'point', filled: true, opacity: 1, size: 64, fill: ink.strong, stroke: ink.paper, strokeWidth: 1.5 },
      encoding: { x: { field: 'x', ...x }, y: { field: 'y', ...y } },
    },
  ] as Layer[];
}
