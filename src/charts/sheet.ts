/** What a chart is laid out for: the same data at another width. */
export interface Sheet {
  readonly id: 'print' | 'screen';
  /** Width of the whole image in px. */
  readonly width: number;
  /** White margin round the chart, so that its marks do not touch a dark page. */
  readonly margin: number;
  /** Width between the margins. */
  readonly inner: number;
  readonly size: Sizes;
  /** Height of a line of each text. */
  readonly leading: Sizes;
  /** Room of a bar, from one to the next. */
  readonly rowHeight: number;
  readonly barHeight: number;
  /** Names left of the bars are wrapped to this width. */
  readonly maxNameWidth: number;
  /** Parts into which ticks divide an axis, at most. */
  readonly maxSteps: number;
}

interface Sizes {
  readonly title: number;
  readonly subtitle: number;
  readonly text: number;
}

/** 640 px for 170 mm of a page: 12 px are then 9 pt. */
const print: Sheet = {
  id: 'print',
  width: 640,
  margin: 14,
  inner: 612,
  size: { title: 18, subtitle: 13, text: 12 },
  leading: { title: 23, subtitle: 18, text: 15 },
  rowHeight: 24,
  barHeight: 15,
  maxNameWidth: 214,
  maxSteps: 6,
};

/** 400 px, the width of a phone: where a page leaves 367 px of it, 12 px are still 11. */
const screen: Sheet = {
  id: 'screen',
  width: 400,
  margin: 12,
  inner: 376,
  size: { title: 15, subtitle: 12, text: 12 },
  leading: { title: 19, subtitle: 15, text: 14 },
  rowHeight: 20,
  barHeight: 13,
  maxNameWidth: 140,
  maxSteps: 4,
};

/** Every chart is laid out on both. */
export const sheets = { print, screen } as const;
