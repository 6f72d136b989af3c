import { leading, size } from '../theme.js';
import { textWidth } from '../wrap.js';
import { type Box, place, type Segment } from './placement.js';

/** Where things of the use chart are, in px from the upper left of the marks. */
export interface UseGeometry {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** Deployment's line starts at the lower left and ends here. */
  readonly end: readonly [number, number];
  readonly breakEven: readonly [number, number];
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

/** Labels beside what they name: the break-even first, being what the chart is for. */
export function useLabels(
  geometry: UseGeometry,
  words: UseWords,
): { readonly labels: readonly UseLabel[]; readonly leaders: readonly Leader[] } {
  const { left, right, bottom, end, breakEven, served } = geometry;
  const frame: Box = { left: left + 2, top: 0, width: right - left - 2, height: bottom - 2 };
  const lines: readonly Segment[] = [
    { from: [left, bottom], to: end },
    { from: [left, breakEven[1]], to: [right, breakEven[1]] },
    { from: breakEven, to: [breakEven[0], bottom] },
    ...(served === undefined ? [] : [{ from: served, to: served } as const]),
  ];
  const wanted: Wanted[] = [
    { text: words.breakEven, strong: true, point: breakEven, boxes: around(breakEven, boxOf(words.breakEven)) },
    { text: words.development, strong: false, boxes: above(breakEven[1], left, right, boxOf(words.development)) },
    { text: words.deployment, strong: false, boxes: alongside([left, bottom], end, boxOf(words.deployment)) },
  ];
  if (served !== undefined && words.served !== undefined)
    wanted.splice(1, 0, { text: words.served, strong: false, point: served, boxes: around(served, boxOf(words.served)) });
  const boxes = place(
    wanted.map((one) => one.boxes),
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

type Extent = Pick<Box, 'width' | 'height'>;

function boxOf(lines: readonly string[]): Extent {
  return { width: Math.max(...lines.map((line) => textWidth(line, size.text))), height: lines.length * leading.text };
}

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
    [left + 8, (left + right - width) / 2, right - width - 4].map((x) => ({ left: x, top, width, height })),
  );
}

/** Left above a rising line or right below it, from its upper end down. */
function alongside([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number], { width, height }: Extent): readonly Box[] {
  const parts = [0.98, 0.92, 0.85, 0.7, 0.55, 0.4, 0.3];
  return parts.flatMap((part) => {
    const [x, y] = [x0 + part * (x1 - x0), y0 + part * (y1 - y0)];
    return [
      { left: x - 14 - width, top: y - height / 2, width, height },
      { left: x + 14, top: y + 4, width, height },
    ];
  });
}
