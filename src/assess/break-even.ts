import type { Assessment, BreakEven, ComponentId } from '../assessment/assessment.js';
import { componentIds } from '../assessment/ids.js';
import { quantity } from '../units/quantity.js';

/** What can stand against what: making hardware against making hardware, electricity against electricity. */
const kinds = {
  embodied: ['embodied'],
  electricity: ['dynamic', 'host', 'idle', 'overhead'],
} as const satisfies Record<BreakEven['compares'][number], readonly ComponentId[]>;

/**
 * Requests after which deployment has emitted as much as development: development ÷ emissions per request.
 *
 * Like for like: embodied emissions count only where both sides have them, and so does electricity. BLOOM's 25.2 million
 * is electricity against electricity; setting its embodied emissions too against requests that hold none gives 32.4.
 */
export function breakEvenOf({ development, deployment }: Assessment['totals']): BreakEven | undefined {
  const requests = deployment?.perRequest?.requests;
  if (development === undefined || deployment === undefined || requests === undefined) return undefined;
  const of = (total: typeof development, id: string): number | undefined =>
    total.components.find(({ component }) => component === id)?.emissions.value;
  const counted = (total: typeof development, kind: readonly ComponentId[]): boolean => kind.some((id) => of(total, id) !== undefined);
  const compares = (['embodied', 'electricity'] as const).filter(
    (kind) => counted(development, kinds[kind]) && counted(deployment, kinds[kind]),
  );
  const both: readonly ComponentId[] = compares.flatMap((kind) => kinds[kind]);
  const components = componentIds.filter(
    (id) => both.includes(id) && (of(development, id) !== undefined || of(deployment, id) !== undefined),
  );
  const sum = (total: typeof development): number => components.reduce((whole, id) => whole + (of(total, id) ?? 0), 0);
  const [made, perRequest] = [sum(development), sum(deployment) / requests];
  if (components.length === 0 || made <= 0 || perRequest <= 0) return undefined;
  // Where nothing is left out on a side, its total has an interval too.
  const whole = (total: typeof development): boolean => total.components.every(({ component }) => components.includes(component));
  const days = deployment.period === undefined ? undefined : (made / perRequest / requests) * (deployment.period.value / 24);
  return {
    requests: made / perRequest,
    compares,
    components,
    development: whole(development) ? development.emissions : quantity(made, 'kgCO2e'),
    perRequest: whole(deployment) && deployment.perRequest ? deployment.perRequest.emissions : quantity(perRequest, 'kgCO2e'),
    days,
  };
}
