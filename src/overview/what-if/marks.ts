import { axisHeight, type Layout, type Words, wordLayers } from '../../charts/bars.js';
import { type Layer, pixels } from '../../charts/frame.js';
import type { Sheet } from '../../charts/sheet.js';
import { componentColour, ink } from '../../charts/theme.js';
import { textWidth, wrap } from '../../charts/wrap.js';
import type { IntervalAxis } from '../axis.js';
import { axisLayers } from '../marks.js';

/** A difference in a chart, in kilograms. */
export interface PlottedDifference {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Its interval does not contain 0. */
  readonly isSure: boolean;
  readonly label: string;
}

const gap = 10;
/** At 3 : 1 on white, and apart from the dot in grey. */
const intervalColour = '#6699CC';
const maxNameLines = 2;

/** A dot with its interval in a row, on both sides of a line at 0; a hollow dot is within the noise. */
export function differenceMarks(rows: readonly PlottedDifference[], { axis, sheet }: { axis: IntervalAxis; sheet: Sheet }): Layout {
  const { size, leading, inner, maxNameWidth } = sheet;
  const names = rows.map(({ name }) => wrap(name, maxNameWidth, size.text, maxNameLines));
  const left = gap + Math.max(...names.flat().map((line) => textWidth(line, size.text)));
  const right = inner - gap - Math.max(...rows.map(({ label }) => textWidth(label, size.text)));
  const px = (kilograms: number): number => Math.round((left + (right - left) * axis.of(kilograms)) * 100) / 100;
  const texts: Words[] = [];
  let top = 0;
  const plotted = rows.map(({ name, value, low, high, isSure, label }, index) => {
    const lines = names[index] ?? [];
    const height = Math.max(sheet.rowHeight, lines.length * leading.text + 4);
    const y = top + height / 2;
    texts.push({ text: lines, x: 0, y: y - ((lines.length - 1) * leading.text) / 2, look: 'plain' });
    texts.push({ text: [label], x: right + gap, y, look: 'soft' });
    top += height;
    return { alternative: name, kgCO2e: value, low, high, x: px(value), from: px(low), to: px(high), y, isSure };
  });
  const dots = (isSure: boolean): Layer => ({
    data: { name: isSure ? 'differences' : 'noise', values: plotted.filter((row) => row.isSure === isSure) },
    mark: {
      type: 'point',
      shape: 'circle',
      size: 36,
      opacity: 1,
      strokeWidth: 2,
      stroke: componentColour.dynamic,
      fill: isSure ? componentColour.dynamic : ink.paper,
    },
    encoding: { x: pixels('x'), y: pixels('y') },
  });
  const layers: readonly Layer[] = [
    ...axisLayers(axis, { left, right, bottom: top, sheet }),
    {
      data: { name: 'zero', values: [{ x: px(0), top: 0, bottom: top }] },
      mark: { type: 'rule', color: ink.strong, strokeWidth: 1.25 },
      encoding: { x: pixels('x'), y: pixels('top'), y2: { field: 'bottom' } },
    },
    {
      data: { name: 'intervals', values: plotted },
      mark: { type: 'rule', color: intervalColour, strokeWidth: 4 },
      encoding: { x: pixels('from'), x2: { field: 'to' }, y: pixels('y') },
    },
    dots(true),
    dots(false),
    ...wordLayers(texts),
  ];
  return { height: top + axisHeight, layers };
}
