import type { ComponentId } from '../assessment/assessment.js';
import { componentIds } from '../assessment/ids.js';
import type { EmissionScale } from './emission-scale.js';
import { type Layer, pixels } from './frame.js';
import { componentColour, ink, innerWidth } from './theme.js';

/** The marks of a bar chart and their height. */
export interface Layout {
  readonly height: number;
  readonly layers: readonly Layer[];
}

/** Text above bars. */
export interface Heading {
  readonly text: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly strong: boolean;
}

/** Headings as marks: strong ones in the heavier weight. */
export function headings(texts: readonly Heading[]): readonly Layer[] {
  return [true, false].flatMap((strong): Layer[] => {
    const values = texts.filter((text) => text.strong === strong);
    if (values.length === 0) return [];
    return [
      {
        data: { name: strong ? 'totals' : 'phases', values },
        mark: { type: 'text', fontWeight: strong ? 600 : 400, color: ink.strong },
        encoding: { x: pixels('x'), y: pixels('y'), text: { field: 'text', type: 'nominal' } },
      },
    ];
  });
}

/** A thin line over each block. */
export function separators(ys: readonly number[]): readonly Layer[] {
  return [
    {
      data: { name: 'separators', values: ys.map((y) => ({ y })) },
      mark: { type: 'rule', color: ink.rule },
      encoding: { x: { value: 0 }, x2: { value: innerWidth }, y: pixels('y') },
    },
  ];
}

/** One axis for all bars, from zero, so that lengths compare across phases. */
export function barAxis(scale: EmissionScale, largest: number, from: number, to: number) {
  const domain = [0, largest === 0 ? 1 : scale.of(largest)];
  const range = [from, to];
  return {
    type: 'quantitative',
    stack: null,
    scale: { domain, range, nice: false, zero: true },
    // No grid: every bar has its figure beside it.
    axis: { orient: 'bottom', tickCount: 5, title: null, grid: false, labelExpr: `datum.index === 0 ? '0 ${scale.unit}' : datum.label` },
  } as const;
}

const components: ComponentId[] = [...componentIds];

/** The same colour for a component in every chart; names are beside it, so there is no legend. */
export const componentFill = {
  field: 'component',
  type: 'nominal',
  legend: null,
  scale: { domain: components, range: components.map((id) => componentColour[id]) },
} as const;
