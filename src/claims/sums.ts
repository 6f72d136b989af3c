import type { Sum } from './claim.js';
import { tolerance } from './thresholds.js';

/** Whether a total is less or more than the sum of its parts, beyond their rounding; nothing where it is their sum. */
export function differenceOf({ total, parts, isWhole }: Sum): 'less' | 'more' | undefined {
  const of = (key: 'low' | 'high'): number => parts.reduce((before, part) => before + part[key], 0);
  const slack = Math.abs(total.value) * (isWhole ? tolerance / 20 : tolerance / 4);
  if (total.high < of('low') - slack) return 'less';
  return total.low > of('high') + slack ? 'more' : undefined;
}
