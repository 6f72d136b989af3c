import type { EmbodiedByLifetime } from '../assessment/assessment.js';
import { defaultLifetime, longerLifetime, shorterLifetime } from '../factors/hardware/index.js';
import { evaluate, inputsOf } from '../formulas/expression.js';
import { quantity } from '../units/quantity.js';
import type { WorkedLine } from './lines.js';

const hoursAYear = 8760;

/** Embodied emissions of the lines whose lifetime is the default, by other published lifetimes: they are in inverse proportion. */
export function embodiedByLifetime(lines: readonly WorkedLine[]): readonly EmbodiedByLifetime[] | undefined {
  const isDefault = ({ draft }: WorkedLine): boolean =>
    inputsOf(draft.emissions).some(({ identity }) => identity === `factor:${defaultLifetime.id}`);
  const own = lines.filter(({ line }) => line.component === 'embodied').filter(isDefault);
  if (own.length === 0) return undefined;
  const counted = own.reduce((sum, { draft }) => sum + evaluate(draft.emissions), 0);
  return [shorterLifetime, defaultLifetime, longerLifetime].map(({ value }) => ({
    years: value / hoursAYear,
    emissions: quantity((counted * defaultLifetime.value) / value, 'kgCO2e'),
  }));
}
