import type { Assessment, DeploymentTotal, UseAgainstDevelopment } from '../assessment/assessment.js';
import { componentIds } from '../assessment/ids.js';
import { intervalOf, type Quantity, quantity, scaledInterval } from '../units/quantity.js';
import { daysAYear, isWithinReach } from '../units/span.js';
import type { AskedLoad, ComparedModel, Comparison, UseAgainst, UseFigures } from './comparison.js';

/** Deployment of a model, and its use against its development: at a load that was asked for, else at the model's own. */
export function useOf(assessment: Assessment, load: AskedLoad | undefined): UseFigures | undefined {
  const deployment: DeploymentTotal | undefined = assessment.totals.deployment;
  if (deployment === undefined) return undefined;
  const own = assessment.lines.filter(({ phase }) => phase === 'deployment');
  return {
    emissions: deployment.emissions,
    energy: deployment.energy,
    perRequest: deployment.perRequest?.emissions,
    perToken: deployment.perToken?.emissions,
    which: deployment.perToken?.which,
    components: componentIds.filter((id) => own.some(({ component }) => component === id)),
    against: againstOf(assessment, load),
  };
}

function againstOf({ useAgainstDevelopment, breakEven }: Assessment, asked: AskedLoad | undefined): UseAgainst | undefined {
  // A file of an older version has the break-even in requests alone.
  const own: Omit<UseAgainstDevelopment, 'onlyDevelopment' | 'onlyUse'> | undefined =
    useAgainstDevelopment ??
    (breakEven && {
      components: breakEven.components,
      development: breakEven.development,
      perRequest: breakEven.perRequest,
      requests: quantity(breakEven.requests, 'requests', rangeOf(breakEven)),
      days: breakEven.days === undefined ? undefined : quantity(breakEven.days, 'days'),
    });
  if (own === undefined) return undefined;
  const { onlyDevelopment, onlyUse } = useAgainstDevelopment ?? {};
  const { components, development, perRequest, perToken, requests, tokens, which, load, perDay, days, never } = own;
  const figures = { components, onlyDevelopment, onlyUse, development, perRequest, perToken, requests, tokens, which };
  if (asked === undefined) return { ...figures, load, perDay, days, never };
  return { ...figures, ...atLoad(own, asked) };
}

function rangeOf({ low, high }: { readonly low?: number | undefined; readonly high?: number | undefined }) {
  return low === undefined || high === undefined ? undefined : { low, high };
}

/** The days at another load: requests after which use has emitted as much ÷ requests of a day. The load is exact, so the interval scales. */
function atLoad(
  { requests, tokens, which, perRequest, perToken }: Omit<UseAgainstDevelopment, 'onlyDevelopment' | 'onlyUse'>,
  asked: AskedLoad,
): Pick<UseAgainst, 'perDay' | 'days' | 'never' | 'lacks'> {
  const isRequests = asked.requests !== undefined;
  const [amount, one, load] = isRequests ? [requests, perRequest, asked.requests] : [tokens, perToken, asked.tokens];
  const isOther = !isRequests && asked.which !== undefined && which !== undefined && asked.which !== which;
  if (load === undefined || one === undefined || isOther) return { lacks: isRequests ? 'requests' : 'tokens' };
  const perDay = scaled(one, load.value / daysAYear, 'kgCO2e' as const);
  if (load.value === 0) return { perDay, never: 'no-load' };
  if (amount === undefined) return { perDay, never: 'no-emissions' };
  const days = scaled(amount, daysAYear / load.value, 'days' as const);
  return isWithinReach(days) ? { perDay, days } : { perDay, never: 'beyond-100-years' };
}

function scaled<U extends string>(q: Quantity, factor: number, unit: U): Quantity<U> {
  return quantity(q.value * factor, unit, scaledInterval(intervalOf(q), factor));
}

/** Pairs of models with a day that are not ranked: their intervals overlap or are unknown, or they compare different components. */
export function useNotRanked(models: readonly Pick<ComparedModel, 'key' | 'use'>[]): Comparison['useNotRanked'] {
  const known = models.flatMap(({ key, use }) =>
    use?.against?.days === undefined ? [] : [{ key, ...use.against, days: use.against.days }],
  );
  return known.flatMap((one, n) =>
    known.slice(n + 1).flatMap((other): Comparison['useNotRanked'] => {
      const [a, b] = [intervalOf(one.days), intervalOf(other.days)];
      const areApart = a !== undefined && b !== undefined && (a.low > b.high || b.low > a.high);
      const isAlike = one.components.join() === other.components.join();
      return areApart && isAlike ? [] : [[one.key, other.key]];
    }),
  );
}
