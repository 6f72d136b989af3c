import { daysAYear } from '../../units/span.js';

/** The one unit of an axis of use. */
export interface UseScale {
  readonly of: 'requests' | 'days';
  /** `Requests (millions)`, `Years of use`. */
  readonly title: string;
  readonly scaled: (amount: number) => number;
}

const steps = {
  requests: [
    [1e9, 'Requests (billions)'],
    [1e6, 'Requests (millions)'],
    [1e3, 'Requests (thousands)'],
    [1, 'Requests'],
  ],
  days: [
    [daysAYear, 'Years of use'],
    [1, 'Days of use'],
    [1 / 24, 'Hours of use'],
  ],
} as const;

/** The largest unit of which the axis has more than two. */
export function useScale(of: UseScale['of'], last: number): UseScale {
  const all = steps[of];
  const [size, title] = all.find(([from]) => last >= 2 * from) ?? all[all.length - 1] ?? [1, ''];
  return { of, title, scaled: (amount) => (size === 1 ? amount : amount / size) };
}
