import type { Sheet } from '../sheet.js';
import { textWidth } from '../wrap.js';
import { type Box, type Candidate, place, type Segment } from './placement.js';

/** Where things of the use chart are, in px from the upper left of the marks. */
export interface UseGeometry {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** The upper end of the vertical axis, with the unit: its label begins at the axis. */
  readonly axis: string;
  /** Deployment's line starts at the lower left and ends here. */
  readonly end: readonly [number, number];
  readonly breakEven: readonly [number, number];
  /** Edges of bands, from and to. */
  readonly edges: readonly (readonly [readonly [number, number], readonly [number, number]])[];
  readonly served?: readonly [number, number] | undefined;
}

export interface UseLabel {
  readonly text: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly strong: boolean;
}

export interface UseWords {
  readonly breakEven: readonly string[];
  readonly development: readonly string[];
  readonly deployment: readonly string[];
  readonly served?: readonly string[] | undefined;
}

/** A thin line from a point to a label that has no room beside it. */
export interface Leader {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
}

/** Labels beside what they name: development on its line first, which has the fewest places, then the break-even, which the chart is for. */
export function useLabels(
  geometry: UseGeometry,
  words: UseWords,
  { size, leading }: Sheet,
): { readonly labels: readonly UseLabel[]; readonly leaders: readonly Leader[] } {
  const { left, right, bottom, end, breakEven, edges, served, axis } = geometry;
  const boxOf = (lines: readonly string[]): Extent => ({
    width: Math.max(...lines.map((line) => textWidth(line, size.text))),
    height: lines.length * leading.text,
  });
  const frame: Box = { left: left + 2, top: -leading.text / 2, width: right - left - 2, height: bottom + leading.text / 2 - 2 };
  const lines: readonly Segment[] = [
    { from: [left, bottom], to: end },
    { from: [left, breakEven[1]], to: [right, breakEven[1]] },
    { from: breakEven, to: [breakEven[0], bottom] },
    ...edges.map(([from, to]): Segment => ({ from, to, isFaint: true })),
    ...(served === undefined ? [] : [{ from: served, to: served } as const]),
  ];
  const wanted: Wanted[] = [
    { text: words.development, strong: false, boxes: above(breakEven[1], left, right, boxOf(words.development)) },
    { text: words.breakEven, strong: true, point: breakEven, boxes: around(breakEven, boxOf(words.breakEven)) },
    { text: words.deployment, strong: false, boxes: alongside([left, bottom], end, boxOf(words.deployment)) },
  ];
  if (served !== undefined && words.served !== undefined)
    wanted.splice(2, 0, { text: words.served, strong: false, point: served, boxes: around(served, boxOf(words.served)) });
  // The unit of the axis has its place.
  const unit: Wanted = { text: [axis], strong: false, boxes: [{ left: left + 6, top: -leading.text / 2, ...boxOf([axis]) }] };
  wanted.unshift(unit);
  const boxes = place(
    wanted.map(({ boxes, point }) => ({
      candidates: [...boxes, ...anywhere(frame, boxes, point === undefined ? 30 : 2)],
      leader: (box) => (point === undefined ? [] : leader(point, box).map(({ x, y, x2, y2 }): Segment => ({ from: [x, y], to: [x2, y2] }))),
    })),
    lines,
    frame,
  );
  const placed = wanted.map((one, index) => ({ ...one, box: boxes[index] ?? frame }));
  return {
    labels: placed.map(({ text, strong, box }) => ({ text, strong, x: box.left, y: box.top + leading.text / 2 })),
    leaders: placed.flatMap(({ point, box }) => (point === undefined ? [] : leader(point, box))),
  };
}

interface Wanted {
  readonly text: readonly string[];
  readonly strong: boolean;
  readonly boxes: readonly Box[];
  /** What the label names, where that is a point. */
  readonly point?: readonly [number, number] | undefined;
}

function leader([x, y]: readonly [number, number], { left, top, width, height }: Box): readonly Leader[] {
  const x2 = left > x ? left : left + width;
  const y2 = top > y ? top - 1 : top + height + 1;
  return Math.abs(y2 - y) < 18 ? [] : [{ x, y, x2, y2 }];
}

/** Between the places that are tried where none of the near ones is free, in px. */
const step = 12;
/** Px farther away that are as bad as the edge of a band under the words. */
const perPenalty = 30;

/** All over the frame, nearest to the first place first. */
function anywhere(frame: Box, [first]: readonly Box[], penalty: number): readonly Candidate[] {
  if (first === undefined) return [];
  const { width, height } = first;
  const [columns, rows] = [Math.floor((frame.width - width) / step), Math.floor((frame.height - height) / step)];
  const all = Array.from({ length: Math.max(0, columns) * Math.max(0, rows) }, (_, n): Candidate => {
    const [left, top] = [frame.left + (n % columns) * step, frame.top + Math.floor(n / columns) * step];
    const distance = Math.sqrt((left - first.left) ** 2 + (top - first.top) ** 2);
    return { left, top, width, height, penalty: penalty + distance / perPenalty };
  });
  return all.sort((a, b) => (a.penalty ?? 0) - (b.penalty ?? 0));
}

type Extent = Pick<Box, 'width' | 'height'>;

/** Round a point, nearest first: right below, left above, right above, left below, then farther up and away. */
function around([x, y]: readonly [number, number], { width, height }: Extent): readonly Box[] {
  const distances = [10, 24, 48, 80, 120, 160, 200];
  return distances.flatMap((away) =>
    [
      [x + 10, y + away],
      [x - 10 - width, y - away - height],
      [x + 10, y - away - height],
      [x - 10 - width, y + away],
    ].map(([left = 0, top = 0]) => ({ left, top, width, height })),
  );
}

/** On a level line, from its left; under it where there is no room. */
function above(y: number, left: number, right: number, { width, height }: Extent): readonly Box[] {
  return [y - 6 - height, y + 6, y - 30 - height].flatMap((top) =>
    [0, 1, 0.5, 0.75, 0.25, 0.875, 0.625, 0.375, 0.125]
      .map((part) => left + 8 + part * (right - left - width - 12))
      .map((x) => ({ left: x, top, width, height })),
  );
}

/** Left above a rising line or right below it, from its upper end down, nearer places first. */
function alongside([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number], { width, height }: Extent): readonly Box[] {
  const parts = [0.98, 0.92, 0.85, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2];
  return [14, 30, 50].flatMap((away) =>
    parts.flatMap((part) => {
      const [x, y] = [x0 + part * (x1 - x0), y0 + part * (y1 - y0)];
      return [
        { left: x - away - width, top: y - height / 2, width, height },
        { left: x + away, top: y + 4, width, height },
        { left: x + away, top: y + 4 + away, width, height },
      ];
    }),
  );
}
