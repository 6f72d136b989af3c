import type { Assessment } from '../../assessment/assessment.js';
import { phasesOf } from '../../assessment/coverage.js';
import { equivalentIds } from '../../assessment/ids.js';
import { equivalentFactors } from '../../factors/index.js';
import { amountOf } from '../../formulas/equivalent.js';
import type { Manifest } from '../../manifest/manifest.js';
import { quantity } from '../../units/quantity.js';
import type { SourceList } from '../sources.js';

const amountUnits = { car: 'km', flight: 'passenger-km', household: 'household-years' } as const;

/** The headline total in everyday terms, where the manifest asks for them; of electricity where there is some, with what has none. */
export function equivalentsOf(
  { equivalents }: Manifest,
  { totals, phases, lines }: Pick<Assessment, 'totals' | 'phases' | 'lines'>,
  sources: SourceList,
): Assessment['equivalents'] {
  const of = totals.development === undefined ? 'deployment' : 'development';
  const { [of]: total } = totals;
  if (equivalents.length === 0 || total === undefined) return undefined;
  const hasEnergy = new Set(lines.flatMap(({ phase, name, energy }) => (energy === undefined ? [] : [JSON.stringify([phase, name])])));
  const silent = phasesOf({ phases }, of)
    .filter(({ phase, name }) => !hasEnergy.has(JSON.stringify([phase, name])))
    .map(({ title }) => title);
  return equivalentIds
    .filter((id) => equivalents.includes(id))
    .flatMap((id) => {
      const { title, value, unit, year, kind, source } = equivalentFactors[id];
      const isElectric = unit === 'kWh/year';
      const figure = isElectric ? total.energy : total.emissions;
      if (figure === undefined) return [];
      const factor = quantity(value, unit);
      const without = isElectric && silent.length > 0 ? silent : undefined;
      return [
        { id, title, of, amount: amountOf(figure, factor, amountUnits[id]), without, factor, year, kind, source: sources.idOf(source) },
      ];
    });
}
