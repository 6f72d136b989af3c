/** The one unit of an axis of requests. */
export interface RequestScale {
  /** `Requests (millions)`. */
  readonly title: string;
  readonly of: (requests: number) => number;
}

const steps = [
  [1e9, 'Requests (billions)'],
  [1e6, 'Requests (millions)'],
  [1e3, 'Requests (thousands)'],
  [0, 'Requests'],
] as const;

/** The largest unit of which the axis has more than two. */
export function requestScale(last: number): RequestScale {
  const [step, title] = steps.find(([from]) => last >= 2 * from) ?? steps[3];
  return { title, of: (requests) => (step === 0 ? requests : requests / step) };
}
