import { findUnit } from '../../units/convert.js';
import type { EnergyName, OutputNames } from './messages.js';
import { unitsOf } from './stated-units.js';

/** Parts of a machine, whose energy is not that of the whole. */
const part = /network|storage|memory|ram|disk|embodied|idle|raw/i;

const unitsInNames: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[^a-z])kwh(?:$|[^a-z])/i, 'kWh'],
  [/(?:^|[^a-z])mwh(?:$|[^a-z])/i, 'MWh'],
  [/(?:^|[^a-z])wh(?:$|[^a-z])/i, 'Wh'],
  [/joules?(?:$|[^a-z])/i, 'J'],
];

/** What the outputs of all children are named. A parameter whose stated unit is another than of energy is no energy. */
export function outputNames(outputs: readonly unknown[], manifest: unknown): OutputNames {
  const keys = new Set(
    outputs.flatMap((steps) => (Array.isArray(steps) && typeof steps[0] === 'object' && steps[0] !== null ? Object.keys(steps[0]) : [])),
  );
  const all = [...keys].filter((key) => /^[A-Za-z][\w/ .()%-]{0,59}$/.test(key));
  const energies = all.flatMap((name): readonly EnergyName[] => {
    const [stated] = unitsOf(manifest, name);
    if (stated !== undefined) return isEnergyUnit(stated) ? [{ name, unit: stated }] : [];
    const unit = unitsInNames.find(([pattern]) => pattern.test(name))?.[1];
    return unit !== undefined || /energy|electricity/i.test(name) ? [{ name, unit }] : [];
  });
  const rank = ({ name, unit }: EnergyName): number => (part.test(name) ? 2 : 0) + (unit === undefined ? 1 : 0);
  return { energies: energies.toSorted((a, b) => rank(a) - rank(b)), all, unnamed: keys.size - all.length };
}

function isEnergyUnit(unit: string): boolean {
  const found = findUnit(unit, 'energy');
  return found.kind === 'found' && found.dimension === 'energy';
}
