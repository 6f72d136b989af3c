import type { Line, PhaseTotal } from '../../assessment/assessment.js';
import type { ResolvedPhase } from '../../resolve/resolved.js';
import type { Sampler } from '../../uncertainty/sampler.js';
import { type Quantity, quantity } from '../../units/quantity.js';
import { phaseSumName, type WorkedLine } from '../lines.js';

export type Side = 'development' | 'deployment';

/** Totals of the phases of each side, with intervals from the samples of their lines. */
export interface PhaseTotals {
  /** Takes the sums of a phase, once all of its lines are in them. */
  readonly add: (phase: ResolvedPhase, lines: readonly WorkedLine[]) => void;
  /** The phases of a side, the largest first; nothing where none has a line. To be called once, after the last phase. */
  readonly of: (side: Side) => readonly PhaseTotal[] | undefined;
}

/** Phases of a side after which the sum of the smaller ones is given: more than charts and tables show apart. */
const maxSums = 20;

type Sums = Pick<Sampler, 'sum' | 'close'>;

/** The samples of a side's largest phases are kept until its end, and those of the others are added up, so that memory has a limit. */
export function createPhaseTotals(sampler: Sums): PhaseTotals {
  const sides = { development: createSide('development', sampler), deployment: createSide('deployment', sampler) };
  return {
    add: (phase, lines) => {
      if (lines.length > 0) sides[phase.phase === 'deployment' ? 'deployment' : 'development'].add(totalOf(phase, lines, sampler));
    },
    of: (side) => sides[side].list(),
  };
}

function totalOf({ phase, name }: ResolvedPhase, lines: readonly WorkedLine[], sampler: Sums): PhaseTotal {
  const place = { phase, name };
  const energies = lines.flatMap(({ line }) => line.energy ?? []);
  const energy = energies.length === 0 ? undefined : summed(energies, 'kWh', [phaseSumName(place, 'energy')], sampler);
  sampler.close(phaseSumName(place, 'energy'));
  const emissions = summed(
    lines.map(({ line }) => line.emissions),
    'kgCO2e',
    [phaseSumName(place, 'emissions')],
    sampler,
  );
  return { ...place, emissions, energy };
}

function summed<U extends string>(terms: readonly Quantity<U>[], unit: U, names: readonly string[], sampler: Sums): Quantity<U> {
  const value = terms.reduce((sum, term) => sum + term.value, 0);
  return quantity(value, unit, sampler.sum(names, value));
}

interface SideTotals {
  readonly add: (total: PhaseTotal) => void;
  readonly list: () => readonly PhaseTotal[] | undefined;
}

function createSide(side: Side, sampler: Sums): SideTotals {
  const nameOf = (place: Pick<Line, 'phase' | 'name'>): string => phaseSumName(place, 'emissions');
  const smaller = JSON.stringify(['smaller phases', side]);
  const all: PhaseTotal[] = [];
  return {
    add: (total) => {
      // Equal phases keep the order of the manifest.
      const at = placeBelow(all, total.emissions.value);
      all.splice(at, 0, total);
      // The one that is not, or no longer, among the largest.
      const left = at < maxSums ? all[maxSums] : total;
      if (left !== undefined) sampler.close(nameOf(left), smaller);
    },
    list: () => {
      const rest: Quantity<'kgCO2e'>[] = all.slice(maxSums).map(({ emissions }) => emissions);
      // From the smallest up: each has those after it in the sum.
      const largest = all
        .slice(0, maxSums)
        .reverse()
        .map((total) => {
          const together = rest.length === 0 ? undefined : summed(rest, 'kgCO2e', [smaller], sampler);
          sampler.close(nameOf(total), smaller);
          rest.push(total.emissions);
          return { ...total, smaller: together };
        });
      sampler.close(smaller);
      return all.length === 0 ? undefined : [...largest.reverse(), ...all.slice(maxSums)];
    },
  };
}

/** The first place whose total is smaller, of totals from the largest down: by halves, since there may be thousands. */
function placeBelow(all: readonly PhaseTotal[], value: number): number {
  let from = 0;
  let to = all.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const total = all[middle];
    if (total === undefined || total.emissions.value < value) to = middle;
    else from = middle + 1;
  }
  return from;
}
