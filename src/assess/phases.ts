import type { ComputeFacts, GridAlternative, Line, PhaseFacts } from '../assessment/assessment.js';
import type { HourlyFacts } from '../assessment/recorded/hourly.js';
import { shareOf } from '../components/electricity.js';
import type { Factor } from '../factors/factor.js';
import { type Citation, type Expression, evaluate, type Input } from '../formulas/expression.js';
import type { ManifestQuantity } from '../manifest/manifest-quantity.js';
import type { Grid, ResolvedPhase } from '../resolve/resolved.js';
import { utcText } from '../units/instant.js';
import { type Interval, intervalOf, quantity } from '../units/quantity.js';
import type { SourceList } from './sources.js';

interface AssessedLine {
  readonly line: Pick<Line, 'phase' | 'name' | 'energy'>;
}

/** What a reader wants to know of a phase, beside its lines. */
export function factsOf(phase: ResolvedPhase, sources: SourceList, lines: readonly AssessedLine[]): PhaseFacts {
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
    powerRecord: facts.powerRecord,
    runHours: at(facts.runHours, 'h'),
    duration: facts.duration && quantity(facts.duration.value, 'h'),
    place: facts.place,
    grid: grid && { ...gridFactsOf(grid, sources), hourly: hourlyFactsOf(phase, sources, lines) },
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

/** By how much a figure is higher than another. */
function ratio(value: number, than: number): number {
  return than === 0 ? 0 : value / than - 1;
}

/** The hours that the intensity was made from, with what the electricity of the phase would have emitted by the yearly average. */
function hourlyFactsOf({ grid, phase, name }: ResolvedPhase, sources: SourceList, lines: readonly AssessedLine[]): HourlyFacts | undefined {
  const hours = grid?.hourly;
  if (grid === undefined || hours === undefined) return undefined;
  const { yearly, withoutIntensity: without, estimated, withoutEnergy } = hours;
  const own = lines.filter(({ line }) => line.phase === phase && line.name === name);
  const energy = own.reduce((kWh, { line }) => kWh + (line.energy?.value ?? 0), 0);
  return {
    start: `${utcText(hours.first * 3600) ?? ''}Z`,
    end: `${utcText((hours.last + 1) * 3600) ?? ''}Z`,
    hours: hours.hours,
    energy: quantity(hours.energy, 'kWh'),
    emissions: quantity(hours.grams / 1000, 'kgCO2e'),
    mean: quantity(hours.mean, 'gCO2e/kWh'),
    timing: ratio(grid.intensity.value, hours.mean),
    electricity: energy > 0 ? quantity((energy * grid.intensity.value) / 1000, 'kgCO2e') : undefined,
    withoutIntensity: without && { hours: without.hours, energy: quantity(without.energy, 'kWh') },
    withoutEnergy: withoutEnergy === 0 ? undefined : withoutEnergy,
    estimated: estimated === 0 ? undefined : estimated,
    column: hours.column,
    yearly: yearly && {
      title: yearly.title,
      intensity: quantity(yearly.value, 'gCO2e/kWh'),
      year: yearly.year,
      kind: yearly.kind,
      emissions: energy > 0 ? quantity((energy * yearly.value) / 1000, 'kgCO2e') : undefined,
      difference: ratio(grid.intensity.value, yearly.value),
      period: ratio(hours.mean, yearly.value),
      source: sources.idOf(yearly.source),
    },
  };
}

function gridFactsOf(
  { intensity, year, zone, lifeCycle, market, alternatives, provider, energySource }: Grid,
  sources: SourceList,
): NonNullable<PhaseFacts['grid']> {
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
