import { describe, expect, it } from 'vitest';
import { crosses, overlap, place } from '../../../../src/charts/use/placement.js';

const box = (left: number, top: number) => ({ left, top, width: 20, height: 10 });
const frame = { left: 0, top: 0, width: 100, height: 100 };

describe('place', () => {
  it('takes the first candidate that is free of lines, of other labels and of the edge', () => {
    const line = { from: [0, 5], to: [100, 5] } as const;
    expect(
      place([{ candidates: [box(40, 0), box(90, 40), box(40, 40)] }, { candidates: [box(45, 42), box(45, 60)] }], [line], frame),
    ).toEqual([box(40, 40), box(45, 60)]);
  });

  it('rather crosses a line than another label', () => {
    const line = { from: [0, 5], to: [100, 5] } as const;
    expect(place([{ candidates: [box(40, 40)] }, { candidates: [box(42, 42), box(40, 0)] }], [line], frame)[1]).toEqual(box(40, 0));
  });
});

describe('place, where a place has a price', () => {
  const free = { ...box(60, 60), penalty: 2 };
  it('takes a faint line rather, and a strong one not', () => {
    const line = { from: [0, 5], to: [100, 5] } as const;
    expect(place([{ candidates: [box(40, 0), free] }], [{ ...line, isFaint: true }], frame)).toEqual([box(40, 0)]);
    expect(place([{ candidates: [box(40, 0), free] }], [line], frame)).toEqual([free]);
  });

  it('keeps off the line that leads to an earlier label', () => {
    const leader = () => [{ from: [0, 45], to: [100, 45] } as const];
    expect(place([{ candidates: [box(0, 0)], leader }, { candidates: [box(40, 40), box(40, 70)] }], [], frame)[1]).toEqual(box(40, 70));
  });
});

describe('crosses', () => {
  it('a line through a box, and not one beside it', () => {
    expect(crosses({ from: [0, 0], to: [100, 100] }, box(50, 50))).toBe(true);
    expect(crosses({ from: [0, 0], to: [100, 100] }, box(70, 20))).toBe(false);
    expect(crosses({ from: [0, 55], to: [30, 55] }, box(50, 50))).toBe(false);
  });
  it('overlap keeps 3 px', () => {
    expect(overlap(box(0, 0), box(22, 0))).toBe(true);
    expect(overlap(box(0, 0), box(24, 0))).toBe(false);
  });
});
