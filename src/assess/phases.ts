import type { ComputeFacts, GridAlternative, PhaseFacts } from '../assessment/assessment.js';
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
  return {
    phase: phase.phase,
    name: phase.name,
    title: phase.title,
    device: facts.device,
    deviceType: facts.deviceType,
    accelerators: facts.accelerators?.value,
    acceleratorHours: at(facts.acceleratorHours, 'h'),
    power: at(facts.power, 'W'),
    runHours: at(facts.runHours, 'h'),
    duration: facts.duration && quantity(facts.duration.value, 'h'),
    place: facts.place,
    grid: grid && gridFactsOf(grid, sources),
    pue: pue?.value,
    requests: facts.requests?.value,
    tokens: facts.tokens && { value: facts.tokens.input.value, which: facts.tokens.key },
    flops: facts.flops && computeFactsOf(facts.flops, facts.flopsSource, sources),
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

/** Operations as the manifest gives them: with a range only where it gives one. */
export function computeFactsOf(flops: ManifestQuantity, source: Citation | undefined, sources: SourceList): ComputeFacts {
  const { value, method, basis = 'declared' } = flops;
  return { ...quantity(value, 'FLOP', intervalOf(flops)), method, basis, source: sources.idOf(source) };
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
