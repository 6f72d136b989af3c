import type { ComponentId } from '../assessment/assessment.js';
import { componentIds } from '../assessment/ids.js';
import type { EmissionScale } from './emission-scale.js';
import { type Layer, pixels } from './frame.js';
import { roundAxis } from './round-axis.js';
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
  const axis = roundAxis(scale.of(largest), sheet.maxSteps);
  // The last label has the unit, and half of it is right of the axis.
  const last = `${axis.end.toFixed(axis.decimals)} ${scale.unit}`;
  const most = sheet.inner - textWidth(last, sheet.size.text) / 2;
  // Every label has room behind its own bar, not behind the longest.
  const right = labels.reduce((least, { text, end }) => {
    const part = Math.min(1, scale.of(end) / axis.end);
    const room = sheet.inner - left - labelGap - textWidth(text, sheet.size.text);
    return part === 0 ? least : Math.min(least, left + room / part);
  }, most);
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
