import { grouped } from '../../units/format.js';
import { type Words, wordLayers } from '../bars.js';
import { type Layer, pixels } from '../frame.js';
import { roundAxis } from '../round-axis.js';
import type { Sheet } from '../sheet.js';
import { componentColour, ink, pale } from '../theme.js';
import { textWidth, wrap } from '../wrap.js';
import { timeTicks } from './time-axis.js';

/** What a panel shows: power over the time of one phase, in equal steps. Times in seconds since 1970. */
export interface Panel {
  /** Above the panel; absent where there is one. */
  readonly name?: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly seriesStart: number;
  readonly step: number;
  readonly mean: readonly (number | null)[];
  readonly peak: readonly (number | null)[];
}

const heights = { print: 210, screen: 160 } as const;
/** Of each of several panels. */
const lower = { print: 120, screen: 100 } as const;
const axisRoom = 20;
const between = 16;
/** Between labels of an axis of time. */
const tickGap = 14;
const maxTicks = { print: 9, screen: 5 } as const;

const units = [
  { unit: 'MW', watts: 1e6 },
  { unit: 'kW', watts: 1e3 },
  { unit: 'W', watts: 1 },
] as const;

/** A part of the series without a gap. */
interface Segment {
  readonly points: readonly { readonly at: number; readonly mean: number; readonly peak: number }[];
}

/** The panels, one below the other, each with its own axes. */
export function powerPanels(panels: readonly Panel[], sheet: Sheet): { readonly height: number; readonly layers: readonly Layer[] } {
  const layers: Layer[] = [];
  const words: Words[] = [];
  let top = 0;
  const left = Math.max(...panels.map((panel) => labelWidth(panel, sheet, panels.length > 1)));
  for (const [n, panel] of panels.entries()) {
    const names = panel.name === undefined ? [] : [...wrap(panel.name, sheet.inner, sheet.size.text)];
    if (names.length > 0) words.push({ text: names, x: 0, y: top + sheet.leading.text / 2, look: 'strong' });
    top += names.length * sheet.leading.text + (names.length > 0 ? 6 : 0);
    const height = (panels.length > 1 ? lower : heights)[sheet.id];
    const drawn = panelOf(panel, { n, left, top, height, sheet, isOne: panels.length === 1 });
    layers.push(...drawn.layers);
    words.push(...drawn.words);
    top += height + axisRoom + (n < panels.length - 1 ? between : 0);
  }
  return { height: top, layers: [...layers, ...wordLayers(words)] };
}

interface Place {
  readonly n: number;
  readonly left: number;
  readonly top: number;
  readonly height: number;
  readonly sheet: Sheet;
  readonly isOne: boolean;
}

/** The axis of powers: from zero to a round number in one unit. */
function axisOf({ mean, peak }: Panel, { maxSteps }: Sheet, isOne: boolean) {
  const largest = Math.max(0, ...[...mean, ...peak].map((watts) => watts ?? 0));
  const scale = units.find(({ watts }) => largest >= watts) ?? units[2];
  const axis = roundAxis(largest / scale.watts, isOne ? maxSteps : 3);
  const label = (tick: number): string => (tick === 0 ? '0' : grouped(tick, axis.decimals));
  return { ...axis, ...scale, label };
}

function labelWidth(panel: Panel, sheet: Sheet, isSeveral: boolean): number {
  const { ticks, label } = axisOf(panel, sheet, !isSeveral);
  return Math.ceil(Math.max(...ticks.map((tick) => textWidth(label(tick), sheet.size.text)))) + 9;
}

function panelOf(
  panel: Panel,
  { n, left, top, height, sheet, isOne }: Place,
): { readonly layers: readonly Layer[]; readonly words: readonly Words[] } {
  const { start, end } = panel;
  const { text } = sheet.size;
  const right = sheet.inner - 4;
  const axis = axisOf(panel, sheet, isOne);
  // Half a line is above the uppermost tick.
  const [upper, bottom] = [top + sheet.leading.text / 2, top + height];
  const x = (at: number): number => round(left + ((right - left) * (at - start)) / Math.max(1e-9, end - start));
  const y = (watts: number): number => round(bottom - ((bottom - upper) * watts) / axis.watts / axis.end);
  const ticks = spaced(
    timeTicks(panel, maxTicks[sheet.id]).map(({ at, label }) => ({ x: x(at), label })),
    right,
    text,
  );
  const marks = axis.ticks.map((tick) => ({ y: y(tick * axis.watts), label: axis.label(tick) }));
  const segments = segmentsOf(panel);
  const rows = segments.flatMap(({ points }, segment) =>
    points.map(({ at, mean, peak }) => ({ segment, x: x(at), mean: y(mean), peak: y(peak) })),
  );
  return {
    layers: [
      ...ruleLayers(`axis${n}`, [
        { x: left, y: upper, x2: left, y2: bottom },
        { x: left, y: bottom, x2: right, y2: bottom },
        ...marks.map((mark) => ({ x: left - 4, y: mark.y, x2: left, y2: mark.y })),
        ...ticks.map((tick) => ({ x: tick.x, y: bottom, x2: tick.x, y2: bottom + 4 })),
      ]),
      ...seriesLayers(n, rows),
    ],
    words: [
      ...marks.map((mark): Words => ({ text: [mark.label], x: left - 7 - textWidth(mark.label, text), y: mark.y, look: 'soft' })),
      { text: [axis.unit], x: left + 5, y: upper, look: 'soft' },
      ...ticks.map((tick): Words => ({ text: [tick.label], x: tick.labelX, y: bottom + 13, look: 'soft' })),
      ...gapWords(segments, { x, y: (upper + bottom) / 2, size: text }),
    ],
  };
}

/** Ticks whose labels do not meet, each label inside of the chart. */
function spaced(
  ticks: readonly { readonly x: number; readonly label: string }[],
  right: number,
  size: number,
): readonly { readonly x: number; readonly label: string; readonly labelX: number }[] {
  const placed = ticks.map((tick) => {
    const width = textWidth(tick.label, size);
    return { ...tick, width, labelX: round(Math.max(0, Math.min(tick.x - width / 2, right + 4 - width))) };
  });
  const meets = placed.some(({ labelX, width }, n) => labelX + width + tickGap > (placed[n + 1]?.labelX ?? Infinity));
  if (!meets || placed.length < 3) return placed;
  return spaced(
    ticks.filter((_, n) => n % 2 === 0),
    right,
    size,
  );
}

/** Runs of steps that were recorded, clipped to the time of the recording; each ends with its last value again. */
function segmentsOf({ start, end, seriesStart, step, mean, peak }: Panel): readonly Segment[] {
  const segments: { points: { at: number; mean: number; peak: number }[] }[] = [];
  let isOpen = false;
  for (const [n, watts] of mean.entries()) {
    if (watts === null) {
      isOpen = false;
      continue;
    }
    const [from, to] = [Math.max(start, seriesStart + n * step), Math.min(end, seriesStart + (n + 1) * step)];
    if (!isOpen) segments.push({ points: [] });
    isOpen = true;
    const points = segments.at(-1)?.points;
    const highest = peak[n] ?? watts;
    // The step before ends where this one begins.
    if ((points?.length ?? 0) > 0) points?.pop();
    points?.push({ at: from, mean: watts, peak: highest }, { at: to, mean: watts, peak: highest });
  }
  return segments;
}

/** Words in the gaps that have room for them. */
function gapWords(
  segments: readonly Segment[],
  { x, y, size }: { readonly x: (at: number) => number; readonly y: number; readonly size: number },
): readonly Words[] {
  return segments.slice(1).flatMap(({ points }, n): Words[] => {
    const [from, to] = [segments[n]?.points.at(-1)?.at, points[0]?.at];
    if (from === undefined || to === undefined) return [];
    const width = textWidth('not recorded', size);
    const room = x(to) - x(from);
    return room < width + 8 ? [] : [{ text: ['not recorded'], x: round((x(from) + x(to) - width) / 2), y, look: 'soft' }];
  });
}

interface Row {
  readonly segment: number;
  readonly x: number;
  readonly mean: number;
  readonly peak: number;
}

/** A pale band from the mean to the highest power of each step, its edge, and the mean as a line. */
function seriesLayers(n: number, rows: readonly Row[]): readonly Layer[] {
  const detail = { field: 'segment', type: 'nominal' } as const;
  const line = (name: string, field: 'mean' | 'peak', color: string, strokeWidth: number): Layer =>
    ({
      data: { name: `${name}${n}`, values: rows.map((row) => ({ segment: row.segment, x: row.x, y: row[field] })) },
      mark: { type: 'line', interpolate: 'step-after', color, strokeWidth, strokeJoin: 'round' },
      encoding: { x: pixels('x'), y: pixels('y'), detail },
    }) as Layer;
  return [
    {
      data: { name: `band${n}`, values: rows.map(({ segment, x, mean, peak }) => ({ segment, x, mean, peak })) },
      mark: { type: 'area', interpolate: 'step-after', fill: pale.deployment },
      encoding: { x: pixels('x'), y: pixels('peak'), y2: { field: 'mean' }, detail },
    } as Layer,
    line('peak', 'peak', componentColour.host, 0.75),
    line('mean', 'mean', componentColour.dynamic, 1.75),
  ];
}

function ruleLayers(name: string, values: readonly object[]): readonly Layer[] {
  return [
    {
      data: { name, values: [...values] },
      mark: { type: 'rule', color: ink.soft, strokeWidth: 0.75 },
      encoding: { x: pixels('x'), y: pixels('y'), x2: { field: 'x2' }, y2: { field: 'y2' } },
    } as Layer,
  ];
}

/** Tenths of a pixel are more than a screen shows. */
const round = (px: number): number => Number(px.toFixed(1));
