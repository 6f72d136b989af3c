import type { PhaseFacts } from '../assessment/assessment.js';
import { type Expression, evaluate, type Input } from '../formulas/expression.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { type Interval, intervalOf, quantity } from '../units/quantity.js';
import type { SourceList } from './sources.js';

/** What a reader wants to know of a phase, beside its lines. */
export function factsOf(phase: ResolvedPhase, sources: SourceList): PhaseFacts {
  const { facts, grid, pue } = phase;
  const at = <U extends string>(e: Expression | undefined, unit: U) => (e === undefined ? undefined : quantity(evaluate(e), unit));
  const acceleratorHours = at(facts.acceleratorHours, 'h');
  const power = at(facts.power, 'W');
  const runHours = at(facts.runHours, 'h');
  return {
    phase: phase.phase,
    ...(phase.name !== undefined && { name: phase.name }),
    title: phase.title,
    ...(facts.device !== undefined && { device: facts.device }),
    ...(facts.accelerators && { accelerators: facts.accelerators.value }),
    ...(acceleratorHours && { acceleratorHours }),
    ...(power && { power }),
    ...(runHours && { runHours }),
    ...(facts.duration && { duration: quantity(facts.duration.value, 'h') }),
    ...(facts.place && { place: facts.place }),
    ...(grid && {
      grid: {
        intensity: quantity(grid.intensity.value, 'gCO2e/kWh', spread(grid.intensity)),
        ...(grid.year !== undefined && { year: grid.year }),
        ...(grid.zone !== undefined && { zone: grid.zone }),
        ...(grid.lifeCycle !== undefined && { lifeCycle: grid.lifeCycle }),
        basis: grid.intensity.basis,
        ...(grid.intensity.origin !== undefined && { origin: grid.intensity.origin }),
        source: sources.idOf(grid.intensity.source),
        ...(grid.market && {
          market: {
            intensity: quantity(grid.market.intensity.value, 'gCO2e/kWh', spread(grid.market.intensity)),
            kind: grid.market.kind,
            source: sources.idOf(grid.market.intensity.source),
          },
        }),
        ...(grid.alternatives.length > 0 && {
          alternatives: grid.alternatives.map(({ title, value, year, kind, source }) => ({
            title,
            intensity: quantity(value, 'gCO2e/kWh'),
            ...(year !== undefined && { year }),
            kind,
            source: sources.idOf(source),
          })),
        }),
      },
    }),
    ...(pue && { pue: pue.value }),
    ...(facts.requests && { requests: facts.requests.value }),
    ...(facts.year !== undefined && { year: facts.year }),
    ...(facts.includes && { includes: facts.includes }),
    systemBoundary: phase.boundary,
  };
}

/** The range of an input; a range without width says that nothing is known of it, or nothing unsure. */
function spread(input: Input): Interval | undefined {
  const interval = intervalOf(input);
  return interval === undefined || interval.low === interval.high ? undefined : interval;
}
