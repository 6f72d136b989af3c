import type { ComputeFacts, GridAlternative, PhaseFacts } from '../assessment/assessment.js';
import { shareOf } from '../components/electricity.js';
import type { Factor } from '../factors/factor.js';
import { type Citation, type Expression, evaluate, type Input } from '../formulas/expression.js';
import type { ManifestQuantity } from '../manifest/manifest-quantity.js';
import type { Grid, ResolvedPhase } from '../resolve/resolved.js';
import { type Interval, intervalOf, quantity } from '../units/quantity.js';
import type { SourceList } from './sources.js';

/** What a reader wants to know of a phase, beside its lines. */
export function factsOf(phase: ResolvedPhase, sources: SourceList): PhaseFacts {
  const { facts, grid, pue } = phase;
  const at = <U extends string>(e: Expression | undefined, unit: U) => (e === undefined ? undefined : quantity(evaluate(e), unit));
  const own = (value: number | undefined) => value && value * shareOf(phase);
  return {
    phase: phase.phase,
    name: phase.name,
    title: phase.title,
    device: facts.device,
    statedDevice: facts.statedDevice,
    deviceType: facts.deviceType,
    accelerators: facts.accelerators?.value,
    acceleratorHours: facts.acceleratorHours && quantity(evaluate(facts.acceleratorHours) * shareOf(phase), 'h'),
    power: at(facts.power, 'W'),
    runHours: at(facts.runHours, 'h'),
    duration: facts.duration && quantity(facts.duration.value, 'h'),
    place: facts.place,
    grid: grid && gridFactsOf(grid, sources),
    pue: pue?.value,
    requests: own(facts.requests?.value),
    tokens: facts.tokens && { value: facts.tokens.input.value * shareOf(phase), which: facts.tokens.key },
    flops: facts.flops && computeFactsOf(facts.flops, facts.flopsSource, sources, shareOf(phase)),
    year: facts.year,
    started: facts.started,
    task: facts.task,
    includes: facts.includes,
    share: phase.share?.input.value,
    runs: facts.runs,
    memory: facts.memory === undefined ? undefined : quantity(facts.memory, 'GB'),
    systemBoundary: phase.boundary,
  };
}

/** Operations as the manifest gives them, with a range only where it gives one; of a phase that models share, this model's. */
export function computeFactsOf(flops: ManifestQuantity, source: Citation | undefined, sources: SourceList, share = 1): ComputeFacts {
  const { value, method, basis = 'declared' } = flops;
  const interval = intervalOf(flops);
  const ends = interval && { low: interval.low * share, high: interval.high * share };
  return { ...quantity(value * share, 'FLOP', ends), method, basis, source: sources.idOf(source) };
}

function gridFactsOf(
  { intensity, year, zone, lifeCycle, market, alternatives, provider, energySource }: Grid,
  sources: SourceList,
): PhaseFacts['grid'] {
  return {
    intensity: quantity(intensity.value, 'gCO2e/kWh', spread(intensity)),
    year,
    zone,
    lifeCycle,
    provider,
    energySource,
    basis: intensity.basis,
    origin: intensity.origin,
    source: sources.idOf(intensity.source),
    market: market && {
      intensity: quantity(market.intensity.value, 'gCO2e/kWh', spread(market.intensity)),
      kind: market.kind,
      source: sources.idOf(market.intensity.source),
    },
    alternatives: alternatives.length === 0 ? undefined : alternatives.map((factor) => alternativeOf(factor, sources)),
  };
}

function alternativeOf({ title, value, year, kind, source }: Factor, sources: SourceList): GridAlternative {
  return { title, intensity: quantity(value, 'gCO2e/kWh'), year, kind, source: sources.idOf(source) };
}

/** The range of an input; a range without width says nothing. */
function spread(input: Input): Interval | undefined {
  const interval = intervalOf(input);
  return interval === undefined || interval.low === interval.high ? undefined : interval;
}
