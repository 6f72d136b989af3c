import { type Interval, intervalOf, type Quantity } from '../units/quantity.js';
import type { Assessment, BreakEven } from './assessment.js';

/** What is compared at the break-even, each with its interval where one was assessed. */
export interface Compared {
  readonly development: Quantity<'kgCO2e'>;
  readonly perRequest: Quantity<'kgCO2e'>;
  /** Requests from the lower end of development and the upper one of a request, to the other ends; absent without both intervals. */
  readonly range?: Interval | undefined;
}

/** Both sides of the break-even. A single component that is compared has the interval of its own total. */
export function comparedOf({ totals }: Pick<Assessment, 'totals'>, breakEven: BreakEven): Compared {
  const [only, ...others] = breakEven.components;
  const own = others.length === 0 ? totals.development?.components.find(({ component }) => component === only)?.emissions : undefined;
  const development = intervalOf(breakEven.development) === undefined && own !== undefined ? own : breakEven.development;
  const { perRequest } = breakEven;
  const [made, used] = [intervalOf(development), intervalOf(perRequest)];
  const isKnown = made !== undefined && used !== undefined && used.low > 0;
  return { development, perRequest, range: isKnown ? { low: made.low / used.high, high: made.high / used.low } : undefined };
}
