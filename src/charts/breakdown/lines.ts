import type { Line } from '../../assessment/assessment.js';
import { formatted, percent } from '../../units/format.js';
import { intervalOf } from '../../units/quantity.js';
import { barAxis, componentFill, type Heading, headings, type Layout, separators } from '../bars.js';
import { type EmissionScale, emissionScale } from '../emission-scale.js';
import { type Layer, pixels } from '../frame.js';
import { componentName } from '../names.js';
import { ink, innerWidth, leading, size } from '../theme.js';
import { textWidth, wrap } from '../wrap.js';
import { type Block, heading } from './blocks.js';

const rowHeight = 24;
const barHeight = 15;
/** Where bars begin; component names are left of it. */
const barStart = 182;
/** Length in px below which an interval is left out: it would only hide its bar. */
const minInterval = 6;

interface Bar {
  readonly line: string;
  readonly component: Line['component'];
  readonly name: string;
  readonly kgCO2e: number;
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** The interval is long enough to be seen as one. */
  readonly ranged: boolean;
  /** The end of bar and interval, after which the label comes. */
  readonly end: number;
  readonly label: string;
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
}

/** A bar for each line under the heading of its phase. */
export function lineLayout(blocks: readonly Block[]): Layout {
  const emissions = blocks.flatMap((block) => block.groups.flatMap((group) => group.lines.map((line) => line.emissions)));
  const largest = Math.max(...emissions.map(({ value, high }) => Math.max(value, high ?? 0)));
  const scale = emissionScale(Math.max(...emissions.map(({ value }) => value)));
  const { bars, texts, rules, height } = placed(blocks, { scale, shortest: (minInterval * largest) / (innerWidth - barStart) });
  const labelRoom = Math.max(...bars.map(({ label }) => textWidth(label, size.text))) + 10;
  const x = barAxis(scale, largest, barStart, innerWidth - labelRoom);
  return { height, layers: [...separators(rules), barLayer(bars, x), ...headings(texts)] };
}

interface Placed {
  readonly bars: readonly Bar[];
  readonly texts: readonly Heading[];
  /** Heights of the lines over blocks. */
  readonly rules: readonly number[];
  readonly height: number;
}

/** Bars and headings from the top down. */
function placed(blocks: readonly Block[], options: Omit<BarOptions, 'only'>): Placed {
  const several = blocks.flatMap((block) => block.groups).length > 1;
  const bars: Bar[] = [];
  const texts: Heading[] = [];
  const rules: number[] = [];
  let y = 0;
  for (const block of blocks) {
    // A separator and the block's total.
    if (y > 0) y += 14;
    rules.push(y);
    texts.push(...heading(block, y, barStart));
    y += 30;
    const only = block.groups.flatMap((group) => group.lines).length === 1;
    for (const group of block.groups) {
      // The phase's title, where it says more than the block's.
      if (several && group.title !== block.name) {
        const words = wrap(group.title, innerWidth, size.text);
        texts.push({ text: words, x: 0, y: y + 10, strong: false });
        y += words.length * leading.text + 6;
      }
      // A row for each line.
      for (const line of group.lines) {
        bars.push(bar(line, y + rowHeight / 2, { ...options, only }));
        y += rowHeight;
      }
      y += 4;
    }
  }
  return { bars, texts, rules, height: y };
}

/** Bars with their intervals, labels and names. */
function barLayer(bars: readonly Bar[], x: ReturnType<typeof barAxis>): Layer {
  // White under the line of an interval, so that it shows on a dark bar too.
  const strokes = [
    ['paper', 3.25],
    ['strong', 1.25],
  ] as const;
  return {
    data: { name: 'lines', values: [...bars] },
    encoding: { y: pixels('y') },
    layer: [
      {
        mark: { type: 'rect', strokeWidth: 1 },
        encoding: {
          x: { field: 'value', ...x },
          x2: { datum: 0 },
          y: pixels('top'),
          y2: { field: 'bottom' },
          color: componentFill,
          stroke: componentFill,
        },
      },
      ...strokes.map(([colour, strokeWidth]) => ({
        mark: { type: 'rule' as const, color: ink[colour], strokeWidth },
        transform: [{ filter: 'datum.ranged' }],
        encoding: { x: { field: 'low', ...x }, x2: { field: 'high' } },
      })),
      { mark: { type: 'text', dx: 7 }, encoding: { x: { field: 'end', ...x }, text: { field: 'label', type: 'nominal' } } },
      {
        mark: { type: 'text', align: 'right', dx: -8 },
        encoding: { x: { value: barStart }, text: { field: 'name', type: 'nominal' } },
      },
    ],
  };
}

interface BarOptions {
  readonly scale: EmissionScale;
  /** The one line of its total. */
  readonly only: boolean;
  /** Kilograms of the shortest interval that shows. */
  readonly shortest: number;
}

function bar({ id, component, emissions, share }: Line, y: number, { scale, only, shortest }: BarOptions): Bar {
  const interval = intervalOf(emissions);
  return {
    line: id,
    component,
    name: componentName[component],
    kgCO2e: emissions.value,
    value: scale.of(emissions.value),
    low: interval && scale.of(interval.low),
    high: interval && scale.of(interval.high),
    ranged: interval !== undefined && interval.high - interval.low >= shortest,
    end: scale.of(Math.max(emissions.value, interval?.high ?? 0)),
    // The one line of a total has no share: it is all of it.
    label: share === undefined || only ? formatted(emissions).text : `${formatted(emissions).text} · ${percent(share)}`,
    y,
    top: y - barHeight / 2,
    bottom: y + barHeight / 2,
  };
}
