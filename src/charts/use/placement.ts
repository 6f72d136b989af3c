/** A rectangle in px, y downwards. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A line that labels keep off. */
export interface Segment {
  /** The edge of a pale area, on which words can still be read. */
  readonly isFaint?: true | undefined;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** White kept round a label. */
const clearance = 3;

/** A place that a label could have. */
export interface Candidate extends Box {
  /** How much worse it is than a free place that is near. */
  readonly penalty?: number | undefined;
}

/** A label, and the line that leads to it from what it names. */
export interface Labelled {
  readonly candidates: readonly Candidate[];
  readonly leader?: ((box: Box) => readonly Segment[]) | undefined;
}

/**
 * A place for each label: the first of its candidates that lies within the frame and on no line and no other label.
 * Where none is free, the one with the fewest clashes, so that the same figures always give the same places.
 */
export function place(labels: readonly Labelled[], lines: readonly Segment[], frame: Box): readonly Box[] {
  const placed: Box[] = [];
  const all = [...lines];
  for (const { candidates, leader } of labels) {
    const rated = candidates.map((box) => ({ box, clashes: (box.penalty ?? 0) + clashes(box, placed, all, frame) }));
    const best = rated.reduce<(typeof rated)[number] | undefined>(
      (b, one) => (b === undefined || one.clashes < b.clashes ? one : b),
      undefined,
    );
    if (best === undefined) throw new RangeError('A label needs a candidate');
    placed.push(best.box);
    all.push(...(leader?.(best.box) ?? []));
  }
  return placed;
}

/** Another label, or being cut off, is worse than a line through the words. */
function clashes(box: Box, placed: readonly Box[], lines: readonly Segment[], frame: Box): number {
  const outside = contains(frame, box) ? 0 : 100;
  const crossed = lines.filter((line) => crosses(line, box)).reduce((sum, { isFaint }) => sum + (isFaint ? 1 : 4), 0);
  return outside + placed.filter((other) => overlap(box, other)).length * 100 + crossed;
}

function contains(frame: Box, box: Box): boolean {
  return (
    box.left >= frame.left &&
    box.top >= frame.top &&
    box.left + box.width <= frame.left + frame.width &&
    box.top + box.height <= frame.top + frame.height
  );
}

export function overlap(a: Box, b: Box): boolean {
  return (
    a.left < b.left + b.width + clearance &&
    b.left < a.left + a.width + clearance &&
    a.top < b.top + b.height + clearance &&
    b.top < a.top + a.height + clearance
  );
}

/** Whether a line meets a box, by what the box cuts off its length (Liang–Barsky). */
export function crosses({ from, to }: Segment, box: Box): boolean {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  let [start, end] = [0, 1];
  const edges = [
    [-dx, from[0] - (box.left - clearance)],
    [dx, box.left + box.width + clearance - from[0]],
    [-dy, from[1] - (box.top - clearance)],
    [dy, box.top + box.height + clearance - from[1]],
  ] as const;
  for (const [step, room] of edges) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) start = Math.max(start, room / step);
    else end = Math.min(end, room / step);
  }
  return start <= end;
}
