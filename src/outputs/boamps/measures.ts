import type { Assessment, Line, PhaseFacts } from '../../assessment/assessment.js';
import { inUnit } from '../../units/in-unit.js';

/** One measure of a BoAmps report. `powerConsumption` is an energy in kWh, whatever its name. */
export interface Measure {
  readonly measurementMethod: string;
  readonly powerConsumption: number;
  /** Seconds. */
  readonly measurementDuration?: number | undefined;
  readonly measurementDateTime?: string | undefined;
}

/**
 * A measure for each line of electricity, so that they add up to the energy of the phase: the work, the rest of the nodes, idle
 * machines, the facility. The method states component, evidence and boundary, as `carboncard: dynamic, measured, components`.
 */
export function measuresOf(lines: readonly Line[], facts: PhaseFacts): readonly Measure[] {
  const time = facts.phase === 'deployment' ? (facts.duration ?? facts.runHours) : (facts.runHours ?? facts.duration);
  const measurementDuration = time && inUnit(time, 'time', 's').value;
  return lines.flatMap(({ component, basis, boundary, energy }) =>
    energy === undefined
      ? []
      : [
          {
            measurementMethod: `carboncard: ${component}, ${basis}, ${boundary}`,
            powerConsumption: energy.value,
            measurementDuration,
            measurementDateTime: facts.started?.length === 10 ? `${facts.started} 00:00:00` : undefined,
          },
        ],
  );
}

/** Errors that the format has words for, as shares of the value. */
const qualities = [
  { word: 'high', error: 0.1 },
  { word: 'medium', error: 0.25 },
  { word: 'low', error: 0.5 },
] as const;

/** The quality by the interval of the energy of the phase; absent where it has none, or a wider one than the format has words for. */
export function qualityOf({ totals }: Assessment, lines: readonly Line[], { phase, name }: PhaseFacts): string | undefined {
  const phases = [...(totals.development?.phases ?? []), ...(totals.deployment?.phases ?? [])];
  const [only] = lines;
  const energy = phases.find((one) => one.phase === phase && one.name === name)?.energy ?? (lines.length === 1 ? only?.energy : undefined);
  if (energy?.low === undefined || energy.high === undefined || energy.value <= 0) return undefined;
  const error = Math.max(energy.value - energy.low, energy.high - energy.value) / energy.value;
  // Half a last digit of leeway: an interval of 10 % is sampled.
  return qualities.find(({ error: allowed }) => error <= allowed * 1.02)?.word;
}
