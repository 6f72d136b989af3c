import { axisHeight, type Layout, type Words, wordLayers } from '../charts/bars.js';
import { type Layer, pixels } from '../charts/frame.js';
import type { Sheet } from '../charts/sheet.js';
import { componentColour, ink } from '../charts/theme.js';
import { textWidth, wrap } from '../charts/wrap.js';
import type { IntervalAxis, Tick } from './axis.js';

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
  readonly sheet: Sheet;
}

const gap = 10;
/** The interval is a bar, the total a line across it: the line hides no interval, however short. */
const barWidth = 7;
const lineHeight = 13;
/** At 3 : 1 on white, and apart from the line in grey. */
const intervalColour = '#6699CC';
const maxNameLines = 4;

/** A total and its interval in a row, with letter and name before and the figure behind the axis. */
export function intervalMarks(rows: readonly PlottedRow[], { axis, sheet }: Plot): Layout {
  const { size, leading, inner, maxNameWidth } = sheet;
  const letters = Math.max(0, ...rows.map(({ letter }) => (letter === undefined ? 0 : textWidth(letter, size.text) + gap)));
  const names = rows.map(({ name }) => wrap(name, maxNameWidth - letters, size.text, maxNameLines));
  const left = letters + gap + Math.max(...names.flat().map((line) => textWidth(line, size.text)));
  const right = inner - gap - Math.max(...rows.map(({ label }) => textWidth(label, size.text)));
  const px = (kilograms: number): number => rounded(left + (right - left) * axis.of(kilograms));
  const texts: Words[] = [];
  let top = 0;
  const plotted = rows.map(({ value, low, high, label, name, letter }, index) => {
    const lines = names[index] ?? [];
    const height = Math.max(sheet.rowHeight, lines.length * leading.text + 4);
    const y = top + height / 2;
    const first = y - ((lines.length - 1) * leading.text) / 2;
    if (letter !== undefined) texts.push({ text: [letter], x: 0, y: first, look: 'strong' });
    texts.push({ text: lines, x: letters, y: first, look: 'plain' });
    texts.push({ text: [label], x: rounded(right + gap), y, look: 'soft' });
    top += height;
    const [above, below] = [y - lineHeight / 2, y + lineHeight / 2];
    return { model: name, kgCO2e: value, low, high, x: px(value), from: px(low), to: px(high), y, above, below };
  });
  const interval = { data: { name: 'totals', values: plotted }, encoding: { x: pixels('from'), x2: { field: 'to' }, y: pixels('y') } };
  const total = { data: { name: 'lines', values: plotted }, encoding: { x: pixels('x'), y: pixels('above'), y2: { field: 'below' } } };
  const layers: readonly Layer[] = [
    ...axisLayers(axis, { left, right, bottom: top, sheet }),
    { ...interval, mark: { type: 'rule', color: intervalColour, strokeWidth: barWidth } },
    { ...total, mark: { type: 'rule', color: componentColour.dynamic, strokeWidth: 2 } },
    ...wordLayers(texts),
  ];
  return { height: top + axisHeight, layers };
}

interface AxisPlace {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly sheet: Sheet;
}

/** Thin lines at the ticks, and their labels below. */
export function axisLayers({ ticks }: IntervalAxis, { left, right, bottom, sheet }: AxisPlace): readonly Layer[] {
  const xOf = ({ at }: Tick): number => rounded(left + (right - left) * at);
  const labels = shownTicks(ticks, right - left, sheet).map((tick) => ({ x: xOf(tick), label: tick.label, y: bottom + axisHeight / 2 }));
  return [
    {
      data: { name: 'ticks', values: ticks.map((tick) => ({ x: xOf(tick), top: 0, bottom })) },
      mark: { type: 'rule', color: ink.rule, strokeWidth: 0.75 },
      encoding: { x: pixels('x'), y: pixels('top'), y2: { field: 'bottom' } },
    },
    {
      data: { name: 'labels', values: labels },
      mark: { type: 'text', align: 'center', color: ink.soft },
      encoding: { x: pixels('x'), y: pixels('y'), text: { field: 'label', type: 'nominal' } },
    },
  ];
}

/** The ticks whose labels are shown: the first, the last and as many at equal distances between as do not meet. */
function shownTicks(ticks: readonly Tick[], width: number, { size }: Sheet): readonly Tick[] {
  const steps = ticks.length - 1;
  for (let every = 1; every < steps; every += 1) {
    if (steps % every !== 0) continue;
    const shown = ticks.filter((_, n) => n % every === 0);
    const isFree = shown.every((tick, n) => {
      const next = shown[n + 1];
      if (next === undefined) return true;
      const halves = (textWidth(tick.label, size.text) + textWidth(next.label, size.text)) / 2;
      return halves + 6 <= (next.at - tick.at) * width;
    });
    if (isFree) return shown;
  }
  return ticks.filter((_, n) => n === 0 || n === steps);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
