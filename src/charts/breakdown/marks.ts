import { type Interval, intervalOf } from '../../units/quantity.js';
import { type AxisPlace, barScale, componentFill, labelLayer } from '../bars.js';
import { emissionScale } from '../emission-scale.js';
import { type Layer, pixels } from '../frame.js';
import { ink } from '../theme.js';
import { largestOf } from './panels.js';
import type { Part } from './parts.js';

/** A bar and the middle of its height. */
export interface Mark {
  readonly part: Part;
  readonly middle: number;
}

interface Place extends AxisPlace {
  readonly left: number;
  /** Kilograms of the largest total, whose unit the axis has. */
  readonly total: number;
}

/** Length in px below which an interval is left out: it would only hide its bar. */
const minInterval = 6;
/** Ends of intervals in px above and below the line. */
const cap = 3;

/** The name of the data of a panel's bars. */
export function barsOf(panel: number): string {
  return `bars${panelMark(panel)}`;
}

const panelMark = (panel: number): string => (panel === 0 ? '' : `-${panel + 1}`);

/** Bars, the lines of their intervals and their labels, on a scale of their own. */
export function panelLayer(marks: readonly Mark[], index: number, { left, total, ...place }: Place): Layer {
  const { sheet } = place;
  const parts = marks.map(({ part }) => part);
  const largest = largestOf(parts);
  const scale = emissionScale(total);
  const endOf = ({ emissions }: Part): number => Math.max(emissions.value, intervalOf(emissions)?.high ?? 0);
  const { channel, px } = barScale({ largest, labels: parts.map((part) => ({ text: part.label, end: endOf(part) })), scale, left }, place);
  const name = panelMark(index);
  const labels = marks.map(({ part, middle }) => ({ label: part.label, end: scale.of(endOf(part)), y: middle }));
  const shown = (interval: Interval | undefined): interval is Interval =>
    interval !== undefined && px(interval.high) - px(interval.low) >= minInterval;
  const intervals = marks.flatMap(({ part, middle }) => {
    const interval = intervalOf(part.emissions);
    return shown(interval)
      ? [
          {
            name: part.name,
            low: scale.of(interval.low),
            high: scale.of(interval.high),
            y: middle,
            top: middle - cap,
            bottom: middle + cap,
          },
        ]
      : [];
  });
  return {
    layer: [
      segmentLayer(barsOf(index), marks, { channel, scale, half: sheet.barHeight / 2 }),
      ...(intervals.length === 0 ? [] : intervalLayers(`intervals${name}`, intervals, channel)),
      labelLayer(`labels${name}`, labels, channel),
    ],
  };
}

interface SegmentScale {
  readonly channel: object;
  readonly scale: ReturnType<typeof emissionScale>;
  readonly half: number;
}

/** The components of each bar, one after the other. */
function segmentLayer(name: string, marks: readonly Mark[], { channel, scale, half }: SegmentScale): Layer {
  const values = marks.flatMap(({ part, middle }) => {
    let from = 0;
    return part.segments.map(({ component, kilograms }) => {
      const start = from;
      from += kilograms;
      return {
        name: part.name,
        ...(part.phase === undefined ? {} : { phase: part.phase }),
        component,
        kgCO2e: kilograms,
        from: scale.of(start),
        to: scale.of(from),
        top: middle - half,
        bottom: middle + half,
      };
    });
  });
  return {
    data: { name, values },
    // The outline keeps a bar of a few grams visible, and pale fills apart from white.
    mark: { type: 'rect', strokeWidth: 1 },
    encoding: { x: { field: 'from', ...channel }, x2: { field: 'to' }, y: pixels('top'), y2: { field: 'bottom' }, ...componentFill },
  } as Layer;
}

/** Thin lines with ends, on white, so that they show on a dark bar too. */
function intervalLayers(name: string, values: readonly object[], channel: object): readonly Layer[] {
  const strokes = [
    [ink.paper, 3.25],
    [ink.strong, 1.25],
  ] as const;
  return [
    {
      data: { name, values: [...values] },
      layer: strokes.flatMap(([color, strokeWidth]) => [
        {
          mark: { type: 'rule', color, strokeWidth },
          encoding: { x: { field: 'low', ...channel }, x2: { field: 'high' }, y: pixels('y') },
        },
        ...['low', 'high'].map((end) => ({
          mark: { type: 'rule', color, strokeWidth },
          encoding: { x: { field: end, ...channel }, y: pixels('top'), y2: { field: 'bottom' } },
        })),
      ]),
    } as Layer,
  ];
}
