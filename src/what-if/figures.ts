import { sumName } from '../assess/lines.js';
import { outcomesOf } from '../components/index.js';
import { constant, type Expression, evaluate } from '../formulas/expression.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { createSampler } from '../uncertainty/sampler.js';
import { type Quantity, quantity } from '../units/quantity.js';
import { expressionKey } from './expression-key.js';
import type { Verdict } from './what-if.js';

/** A line as it is calculated and sampled. */
export interface WorkedLine {
  /** The running sum that an assessment adds it to. */
  readonly sum: string;
  readonly key: string;
  readonly emissions: Expression;
  readonly energy: Expression | undefined;
}

/** The lines of a phase, in the order of an assessment. */
export function linesOf(phase: ResolvedPhase): readonly WorkedLine[] {
  return Object.values(outcomesOf(phase)).flatMap((outcome) => {
    if (outcome.state !== 'counted') return [];
    const { component, emissions, energy } = outcome.draft;
    return [{ sum: sumName({ phase: phase.phase, component }, 'emissions'), key: expressionKey(emissions), emissions, energy }];
  });
}

/** Figures of lines, and what they differ by from those of the base. */
export interface Differing {
  readonly emissions: Quantity<'kgCO2e'>;
  readonly energy: Quantity<'kWh'> | undefined;
  readonly difference: Quantity<'kgCO2e'> | undefined;
  readonly verdict: Verdict | undefined;
}

/**
 * Samples a base once, and of each alternative only the components that differ from it. Every figure is that of `assess`, to the last
 * digit, since the samples are added in the same order.
 */
export function createFigures(base: readonly WorkedLine[], samples: number): (lines: readonly WorkedLine[]) => Differing {
  const sampler = createSampler(samples);
  // A side without any part that differs is a sum, too.
  sampler.add(constant(0), { name: 'nothing' });
  for (const line of base) sampler.add(line.emissions, { name: line.sum });
  const keys = keysBySum(base);
  const whole = emissionsOf(base);
  const known = new Map<string, Differing>();

  const worked = (lines: readonly WorkedLine[]): Differing => {
    const own = keysBySum(lines);
    const changed = new Set([...keys.keys(), ...own.keys()].filter((sum) => keys.get(sum) !== own.get(sum)));
    const nameOf = (sum: string): string => (changed.has(sum) ? `alternative ${sum}` : sum);
    for (const line of lines) if (changed.has(line.sum)) sampler.add(line.emissions, { name: nameOf(line.sum) });
    const value = emissionsOf(lines);
    const emissions = quantity(value, 'kgCO2e' as const, sampler.sum([...own.keys()].map(nameOf), value));
    const differs = value - whole;
    // What is the same in both is in neither sum.
    const of = [...own.keys()].filter((sum) => changed.has(sum)).map(nameOf);
    const less = [...keys.keys()].filter((sum) => changed.has(sum));
    const bounds = changed.size === 0 ? undefined : sampler.difference([...of, 'nothing'], [...less, 'nothing'], differs);
    for (const sum of changed) sampler.close(nameOf(sum));
    const difference = quantity(differs, 'kgCO2e' as const, bounds);
    return { emissions, energy: energyOf(lines), difference, verdict: verdictOf(difference, changed.size === 0) };
  };
  return (lines) => {
    const key = lines.map(({ sum, key: own }) => `${sum} ${own}`).join('\n');
    const figures = known.get(key) ?? worked(lines);
    known.set(key, figures);
    return figures;
  };
}

function verdictOf({ value, low, high }: Quantity, isSame: boolean): Verdict {
  if (isSame) return 'same';
  if (low === undefined || high === undefined) return 'unknown';
  if (low <= 0 && high >= 0) return 'within-noise';
  return value < 0 ? 'lower' : 'higher';
}

/** What each running sum consists of. */
function keysBySum(lines: readonly WorkedLine[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { sum, key } of lines) keys.set(sum, `${keys.get(sum) ?? ''}\n${key}`);
  return keys;
}

function emissionsOf(lines: readonly WorkedLine[]): number {
  return lines.reduce((sum, { emissions }) => sum + evaluate(emissions), 0);
}

function energyOf(lines: readonly WorkedLine[]): Quantity<'kWh'> | undefined {
  const energies = lines.flatMap(({ energy }) => energy ?? []);
  return energies.length === 0
    ? undefined
    : quantity(
        energies.reduce((sum, energy) => sum + evaluate(energy), 0),
        'kWh',
      );
}
