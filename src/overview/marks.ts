import { axisHeight, type Layout, type Words, wordLayers } from '../charts/bars.js';
import type { EmissionScale } from '../charts/emission-scale.js';
import { type Layer, pixels } from '../charts/frame.js';
import type { Sheet } from '../charts/sheet.js';
import { ink } from '../charts/theme.js';
import { textWidth, wrap } from '../charts/wrap.js';
import type { IntervalAxis } from './axis.js';

/** A total in a chart, in kilograms. */
export interface PlottedRow {
  readonly name: string;
  /** What the total covers, where that differs between rows. */
  readonly letter: string | undefined;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
}

interface Plot {
  readonly axis: IntervalAxis;
  readonly scale: EmissionScale;
  readonly sheet: Sheet;
}

const gap = 10;
const dot = 55;

/** A point and the line of its interval for each total, with its name before and its figure behind the axis. */
export function intervalMarks(rows: readonly PlottedRow[], { axis, scale, sheet }: Plot): Layout {
  const { size, leading, inner, maxNameWidth } = sheet;
  const names = rows.map(({ name, letter }) => wrap(letter === undefined ? name : `${name} (${letter})`, maxNameWidth, size.text));
  const left = gap + Math.max(...names.flat().map((line) => textWidth(line, size.text)));
  const right = inner - gap - Math.max(...rows.map(({ label }) => textWidth(label, size.text)));
  const px = (kilograms: number): number => rounded(left + (right - left) * axis.of(kilograms));
  const texts: Words[] = [];
  let top = 0;
  const plotted = rows.map(({ value, low, high, label, name }, index) => {
    const lines = names[index] ?? [];
    const height = Math.max(sheet.rowHeight, lines.length * leading.text + 4);
    const y = top + height / 2;
    texts.push({ text: lines, x: 0, y: y - ((lines.length - 1) * leading.text) / 2, look: 'plain' });
    texts.push({ text: [label], x: rounded(right + gap), y, look: 'soft' });
    top += height;
    return { model: name, kgCO2e: value, low, high, x: px(value), from: px(low), to: px(high), y };
  });
  const interval = { data: { name: 'totals', values: plotted }, encoding: { x: pixels('from'), x2: { field: 'to' }, y: pixels('y') } };
  const point = { data: { name: 'points', values: plotted }, encoding: { x: pixels('x'), y: pixels('y') } };
  const layers: readonly Layer[] = [
    ...axisLayers(axis, { left, right, bottom: top, unit: scale.unit, sheet }),
    { ...interval, mark: { type: 'rule', color: ink.soft, strokeWidth: 1.5 } },
    { ...point, mark: { type: 'point', filled: true, color: '#004488', opacity: 1, size: dot } },
    ...wordLayers(texts),
  ];
  return { height: top + axisHeight, layers };
}

interface AxisPlace {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly unit: string;
  readonly sheet: Sheet;
}

/** Thin lines at the ticks, and their labels below; the unit stands at the last. */
function axisLayers({ ticks }: IntervalAxis, { left, right, bottom, unit, sheet }: AxisPlace): readonly Layer[] {
  const at = ticks.map((tick) => ({ x: rounded(left + (right - left) * tick.at), label: tick.label }));
  const labels = shownLabels(at, unit, sheet);
  return [
    {
      data: { name: 'ticks', values: at.map(({ x }) => ({ x, top: 0, bottom })) },
      mark: { type: 'rule', color: ink.rule, strokeWidth: 0.75 },
      encoding: { x: pixels('x'), y: pixels('top'), y2: { field: 'bottom' } },
    },
    {
      data: { name: 'labels', values: labels.map(({ x, label }) => ({ x, label, y: bottom + axisHeight / 2 })) },
      mark: { type: 'text', align: 'center', color: ink.soft },
      encoding: { x: pixels('x'), y: pixels('y'), text: { field: 'label', type: 'nominal' } },
    },
  ];
}

/** Labels that do not meet, from the last on, which has the unit. */
function shownLabels(
  at: readonly { readonly x: number; readonly label: string }[],
  unit: string,
  { size }: Sheet,
): readonly { readonly x: number; readonly label: string }[] {
  const shown: { readonly x: number; readonly label: string }[] = [];
  let free = Number.POSITIVE_INFINITY;
  for (const [n, { x, label }] of [...at].reverse().entries()) {
    const text = n === 0 ? `${label} ${unit}` : label;
    const half = textWidth(text, size.text) / 2;
    if (x + half > free) continue;
    shown.unshift({ x, label: text });
    free = x - half - 6;
  }
  return shown;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
