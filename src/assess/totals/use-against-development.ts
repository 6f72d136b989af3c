import type { Assessment, Convention, DeploymentTotal, UseAgainstDevelopment, UseLoad } from '../../assessment/assessment.js';
import { coverageOf, phasesOf } from '../../assessment/coverage.js';
import type { Report } from '../../diagnostics/report.js';
import { type Citation, constant, evaluate, input, product } from '../../formulas/expression.js';
import type { Manifest } from '../../manifest/manifest.js';
import type { ManifestQuantity } from '../../manifest/manifest-quantity.js';
import { citationOf } from '../../resolve/inputs.js';
import type { ResolvedPhase } from '../../resolve/resolved.js';
import type { Sampler } from '../../uncertainty/sampler.js';
import { dayAfter } from '../../units/calendar.js';
import { intervalOf, type Quantity, quantity, scaledInterval } from '../../units/quantity.js';
import { daysAYear, isWithinReach, maxYears } from '../../units/span.js';
import { type Compared, comparedOf, type Side } from './compared.js';
import { reportUse } from './use-remarks.js';

export interface UseContext {
  readonly manifest: Pick<Manifest, 'use' | 'model' | 'cite'>;
  readonly phases: readonly ResolvedPhase[];
  readonly sampler: Pick<Sampler, 'sum' | 'quotient' | 'add' | 'close'>;
  readonly sourceOf: (citation: Citation | undefined) => string;
  readonly report: Report;
}

/**
 * Use against development by what both sides count: days = development ÷ (emissions of a request × requests a day).
 *
 * The quotients are taken sample by sample: what both sides depend on, such as a grid that they share, cancels. A load with a range is
 * one more unknown.
 */
export function useAgainstDevelopmentOf(
  assessment: Pick<Assessment, 'totals' | 'phases' | 'lines' | 'states'>,
  context: UseContext,
): UseAgainstDevelopment | undefined {
  const compared = comparedOf(assessment);
  const { deployment } = assessment.totals;
  const load = deployment && loadOf(deployment, context);
  const left = (side: Side) =>
    coverageOf(assessment, phasesOf(assessment, side)).flatMap(({ component }) =>
      compared === undefined || compared.components.includes(component) ? [] : [component],
    );
  const [onlyDevelopment, onlyUse] = [left('development'), left('deployment')];
  reportUse(context, { totals: assessment.totals, compared, load, onlyDevelopment, onlyUse });
  if (deployment === undefined || compared === undefined || !(compared.development > 0)) return undefined;
  const { sampler } = context;
  const counts = countsOf(deployment, context);
  const result = {
    components: compared.components,
    onlyDevelopment,
    onlyUse,
    conventions: conventionsIn(compared, context.phases),
    development: quantity(compared.development, 'kgCO2e' as const, sampler.sum(compared.sums.development, compared.development)),
    perRequest: perOne(compared, counts.requests, sampler),
    perToken: perOne(compared, counts.tokens, sampler),
    requests: amountOf(compared, counts.requests, 'requests', sampler),
    tokens: amountOf(compared, counts.tokens, 'tokens', sampler),
    which: deployment.perToken?.which,
    ...(load && atLoad({ compared, counts, load, deployment }, context)),
  };
  for (const count of Object.values(counts)) if (count !== undefined) sampler.close(count.name);
  return result;
}

/** A count of all deployments, with the sum of the sampler that it is: the share of a phase is in it and in the emissions. */
interface Count {
  readonly name: string;
  readonly value: number;
}

type Counts = Readonly<Record<'requests' | 'tokens', Count | undefined>>;

function countsOf({ perRequest, perToken }: DeploymentTotal, { phases, sampler }: UseContext): Counts {
  const deployments = phases.filter(({ phase }) => phase === 'deployment');
  const count = (name: string, value: number | undefined, ofPhase: (phase: ResolvedPhase) => number | undefined): Count | undefined => {
    if (value === undefined || !(value > 0)) return undefined;
    for (const phase of deployments) {
      const own = constant(ofPhase(phase) ?? 0);
      sampler.add(phase.share === undefined ? own : product(own, input(phase.share.input)), { name });
    }
    return { name, value };
  };
  return {
    requests: count('requests of use', perRequest?.requests, ({ facts }) => facts.requests && evaluate(input(facts.requests))),
    tokens: count('tokens of use', perToken?.tokens, ({ facts }) => facts.tokens?.input.value),
  };
}

/** The load that the manifest gives, else that of the deployment in its period; nothing where the deployment does not count what it is of. */
function loadOf({ period, perRequest, perToken }: DeploymentTotal, { manifest: { use, cite }, sourceOf }: UseContext): UseLoad | undefined {
  if (use !== undefined) {
    const { requests, tokens } = use;
    const given = requests ?? tokens;
    if (given === undefined) return undefined;
    const source = sourceOf(citationOf(given, [cite]));
    const figure = <U extends string>(unit: U) => quantity(given.value, unit, intervalOf(given));
    if (requests !== undefined) return perRequest && { from: 'use', requests: figure('requests/year'), source };
    if (perToken === undefined || isOfOthers(given, perToken.which)) return undefined;
    return { from: 'use', tokens: figure('tokens/year'), which: perToken.which, source };
  }
  if (period === undefined) return undefined;
  const years = period.value / 24 / daysAYear;
  return {
    from: 'period',
    requests: perRequest && quantity(perRequest.requests / years, 'requests/year'),
    tokens: perToken && quantity(perToken.tokens / years, 'tokens/year'),
    which: perToken?.which,
  };
}

/** Whether a load is of other tokens than those that the deployment counts. */
export function isOfOthers({ key }: Pick<ManifestQuantity, 'key'>, which: string | undefined): boolean {
  return key !== undefined && which !== undefined && key !== which;
}

function perOne({ deployment, sums }: Compared, count: Count | undefined, sampler: UseContext['sampler']): Quantity<'kgCO2e'> | undefined {
  if (count === undefined) return undefined;
  const value = deployment / count.value;
  return quantity(value, 'kgCO2e', sampler.quotient([sums.deployment], [[count.name]], value));
}

/** Requests or tokens whose emissions are those of development; nothing where use emits nothing. */
function amountOf<U extends 'requests' | 'tokens'>(
  { development, deployment, sums }: Compared,
  count: Count | undefined,
  unit: U,
  sampler: UseContext['sampler'],
): Quantity<U> | undefined {
  if (count === undefined || !(deployment > 0)) return undefined;
  const value = (development * count.value) / deployment;
  return quantity(value, unit, sampler.quotient([sums.development, [count.name]], [sums.deployment], value));
}

interface AtLoad {
  readonly compared: Compared;
  readonly counts: Counts;
  readonly load: UseLoad;
  readonly deployment: DeploymentTotal;
}

/** Emissions of a day at a load, and the days after which they are those of development. */
function atLoad(
  { compared: { development, deployment, sums }, counts, load, deployment: { period } }: AtLoad,
  { manifest, sampler }: UseContext,
): Pick<UseAgainstDevelopment, 'load' | 'perDay' | 'days' | 'never' | 'date'> | undefined {
  const { use, model } = manifest;
  const given = use?.requests ?? use?.tokens;
  const count = use?.requests === undefined ? counts.tokens : counts.requests;
  // How often the recorded deployment is in a year.
  const yearly = given === undefined ? (daysAYear * 24) / (period?.value ?? Number.NaN) : given.value / (count?.value ?? Number.NaN);
  if (!Number.isFinite(yearly)) return undefined;
  const name = 'load of use';
  sampler.add(given === undefined ? constant(yearly) : loadInput(given), { name });
  const over = given === undefined || count === undefined ? [] : [[count.name]];
  const perYear = deployment * yearly;
  const years = development / perYear;
  const [ofYear, ofAll] = [
    sampler.quotient([sums.deployment, [name]], over, perYear),
    perYear > 0 ? sampler.quotient([sums.development, ...over], [sums.deployment, [name]], years) : undefined,
  ];
  sampler.close(name);
  const perDay = quantity(perYear / daysAYear, 'kgCO2e' as const, scaledInterval(ofYear, 1 / daysAYear));
  if (yearly === 0) return { load, perDay, never: 'no-load' };
  if (!(perYear > 0)) return { load, perDay, never: 'no-emissions' };
  const days = quantity(years * daysAYear, 'days' as const, scaledInterval(ofAll, daysAYear));
  if (!isWithinReach(days)) return { load, perDay, never: 'beyond-100-years' };
  return { load, perDay, days, date: model.released === undefined || years > maxYears ? undefined : dateOf(model.released, days) };
}

/** A load is a number that somebody chose: without a range of its own it has none. */
function loadInput({ value, unit, low, high, path, identity }: ManifestQuantity) {
  const ends = low === undefined || high === undefined ? { exact: true as const } : { low, high };
  return input({ name: 'load of use', value, unit, ...ends, identity: `manifest:${identity ?? path}`, basis: 'declared', path });
}

function dateOf(released: string, { value, low, high }: Quantity<'days'>): NonNullable<UseAgainstDevelopment['date']> {
  return {
    released,
    day: dayAfter(released, value),
    earliest: low === undefined ? undefined : dayAfter(released, low),
    latest: high === undefined || high > maxYears * daysAYear ? undefined : dayAfter(released, high),
  };
}

/** The conventions of both sides, where making the hardware is compared and one of them is known. */
function conventionsIn({ components }: Compared, phases: readonly ResolvedPhase[]): UseAgainstDevelopment['conventions'] {
  const ofSide = (isUse: boolean): Convention | undefined => conventionOf(phases.filter(({ phase }) => (phase === 'deployment') === isUse));
  const [development, use] = [ofSide(false), ofSide(true)];
  if (!components.includes('embodied') || (development === undefined && use === undefined)) return undefined;
  return { development, use };
}

/** The convention of embodied emissions; nothing where they are given as published, or there are none. */
export function conventionOf(phases: readonly ResolvedPhase[]): Convention | undefined {
  const used = new Set(phases.map(({ embodied }) => embodied?.convention).filter((convention) => convention !== undefined));
  const [first] = used;
  return used.size > 1 ? 'both' : first;
}
