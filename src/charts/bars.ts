import type { ComponentId } from '../assessment/assessment.js';
import { componentIds } from '../assessment/ids.js';
import { grouped } from '../units/format.js';
import type { EmissionScale } from './emission-scale.js';
import { type Layer, pixels } from './frame.js';
import { type RoundAxis, roundAxis } from './round-axis.js';
import type { Sheet } from './sheet.js';
import { componentColour, componentOutline, ink } from './theme.js';
import { textWidth } from './wrap.js';

/** The marks of a bar chart and their height. */
export interface Layout {
  readonly height: number;
  readonly layers: readonly Layer[];
}

/** Text at a place. */
export interface Words {
  readonly text: readonly string[];
  readonly x: number;
  /** The middle of its first line. */
  readonly y: number;
  readonly look: 'strong' | 'plain' | 'soft';
}

const looks = {
  strong: { fontWeight: 600, color: ink.strong },
  plain: { color: ink.strong },
  soft: { color: ink.soft },
} as const;

/** Words as marks, by their look. */
export function wordLayers(words: readonly Words[]): readonly Layer[] {
  return (['strong', 'plain', 'soft'] as const).flatMap((look): Layer[] => {
    const values = words.filter((one) => one.look === look).map(({ text, x, y }) => ({ text, x, y }));
    if (values.length === 0) return [];
    return [
      {
        data: { name: look, values },
        mark: { type: 'text', ...looks[look] },
        encoding: { x: pixels('x'), y: pixels('y'), text: { field: 'text', type: 'nominal' } },
      },
    ];
  });
}

/** A thin line over each block. */
export function separators(ys: readonly number[], sheet: Sheet): readonly Layer[] {
  if (ys.length === 0) return [];
  return [
    {
      data: { name: 'separators', values: ys.map((y) => ({ y })) },
      mark: { type: 'rule', color: ink.rule },
      encoding: { x: { value: 0 }, x2: { value: sheet.inner }, y: pixels('y') },
    },
  ];
}

/** Height of an axis with its labels. */
export const axisHeight = 22;
/** Between the end of a bar and its label. */
const labelGap = 7;

/** The bars that share an axis. */
export interface Bars {
  /** Kilograms, or whatever the scale takes. */
  readonly largest: number;
  readonly labels: readonly { readonly text: string; readonly end: number }[];
  readonly scale: EmissionScale;
  readonly left: number;
}

/** A scale from zero to a round number, as wide as the labels behind the bars allow. */
export interface BarScale {
  /** For the encoding of an x channel. */
  readonly channel: object;
  /** A value in px from the left of the marks. */
  readonly px: (value: number) => number;
}

/**
 * One axis for bars, from zero, so that lengths compare across them.
 *
 * @param bottom Where it is, in px from the upper edge of marks that are `height` px high.
 */
export function barScale({ largest, labels, scale, left }: Bars, { sheet, bottom, height }: AxisPlace): BarScale {
  const { axis, right } = fitted({ largest, labels, scale, left }, sheet);
  return {
    px: (value) => left + ((right - left) * scale.of(value)) / axis.end,
    channel: {
      type: 'quantitative',
      stack: null,
      scale: { domain: [0, axis.end], range: [left, right], nice: false, zero: true },
      // No grid: every bar has its figure beside it.
      axis: {
        orient: 'bottom',
        offset: bottom - height,
        values: [...axis.ticks],
        format: `,.${axis.decimals}f`,
        title: null,
        grid: false,
        labelExpr: `datum.value === 0 ? '0' : datum.index === 1 ? datum.label + ' ${scale.unit}' : datum.label`,
      },
    },
  };
}

/** Between labels of an axis, at least, in px. */
const tickGap = 6;

/** The axis with most ticks whose labels don't meet, and where it ends. */
function fitted(
  { largest, labels, scale, left }: Bars,
  { inner, size, maxSteps }: Sheet,
): { readonly axis: RoundAxis; readonly right: number } {
  for (let steps = maxSteps; ; steps -= 1) {
    const axis = roundAxis(scale.of(largest), steps);
    const widthOf = (tick: number, unit = ''): number => textWidth(grouped(tick, axis.decimals) + unit, size.text);
    // The last label has the unit, and half of it is right of the axis.
    const last = widthOf(axis.end, ` ${scale.unit}`);
    // Every label of a bar has room behind its own bar, not behind the longest.
    const right = labels.reduce(
      (least, { text, end }) => {
        const part = Math.min(1, scale.of(end) / axis.end);
        const room = inner - left - labelGap - textWidth(text, size.text);
        return part === 0 ? least : Math.min(least, left + room / part);
      },
      inner - last / 2,
    );
    const between = (right - left) / (axis.ticks.length - 1);
    if (steps <= 2 || between >= (last + widthOf(axis.ticks.at(-2) ?? 0)) / 2 + tickGap) return { axis, right };
  }
}

export interface AxisPlace {
  readonly sheet: Sheet;
  readonly bottom: number;
  readonly height: number;
}

/** Labels behind the ends of bars. */
export function labelLayer(name: string, values: readonly object[], channel: object): Layer {
  return {
    data: { name, values: [...values] },
    mark: { type: 'text', dx: labelGap },
    encoding: { x: { field: 'end', ...channel }, y: pixels('y'), text: { field: 'label', type: 'nominal' } },
  } as Layer;
}

const components: ComponentId[] = [...componentIds];

/** The same colour for a component in every chart; names are beside it, so there is no legend of Vega's. */
export const componentFill = {
  fill: {
    field: 'component',
    type: 'nominal',
    legend: null,
    scale: { domain: components, range: components.map((id) => componentColour[id]) },
  },
  stroke: {
    field: 'component',
    type: 'nominal',
    legend: null,
    scale: { domain: components, range: components.map((id) => componentOutline[id]) },
  },
} as const;
