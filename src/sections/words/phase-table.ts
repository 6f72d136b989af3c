import type { Assessment, ComponentId, PhaseFacts, Total } from '../../assessment/assessment.js';
import { componentNames, componentsBySize } from '../../assessment/component-names.js';
import { isPublished } from '../../assessment/published.js';
import { columnOf, sharesInPools } from '../../units/column.js';
import { grouped, THIN } from '../../units/format.js';
import { listOf, poolsOf } from '../../units/pools.js';
import { type Quantity, quantity } from '../../units/quantity.js';
import type { TemplateData } from '../section.js';
import { mainPhases, mainTotal } from './words.js';

interface Row {
  readonly label: string;
  readonly emissions: Quantity<'kgCO2e'>;
  readonly energy: number | undefined;
}

/** The emissions of the main total by phase, or by component where it is of one phase. */
export function phaseTable(assessment: Assessment): TemplateData | undefined {
  const total = mainTotal(assessment);
  if (total === undefined) return undefined;
  const phases = mainPhases(assessment);
  const byPhase = phases.length > 1;
  const rows = byPhase ? rowsByPhase(assessment, phases, total) : rowsByComponent(assessment, total);
  const { unit, energyUnit, total: sums, cells } = tableOf(rows, total);
  return {
    byPhase,
    unit,
    energyUnit,
    // One row would be the total again.
    rows: cells.length > 1 ? cells : [],
    total: {
      label: cells.length > 1 ? undefined : cells[0]?.['label'],
      ...sums,
      share: total.emissions.value > 0 ? `100${THIN}%` : '–',
    },
  };
}

/** The figures of rows, the largest first and the small ones as one: rounded as in the tables of all rows, and as in the chart. */
function tableOf(rows: readonly Row[], total: Total) {
  const values = rows.map(({ emissions }) => emissions.value);
  const all = poolsOf(values, total.emissions.value);
  const [pools, { table }] = [listOf(all), all];
  const emissions = columnOf(
    rows.map((row) => row.emissions),
    total.emissions,
    pools,
  );
  const energies = rows.map(({ energy }): Quantity | undefined => (energy === undefined ? undefined : quantity(energy, 'kWh')));
  const energy = total.energy && columnOf(energies, total.energy, pools);
  const shares = sharesInPools(values, total.emissions.value, pools);
  // A component that is counted and is nothing, such as the losses at a PUE of 1, has no row.
  const isShown = (row: Row): boolean => row.emissions.value > 0 || (row.energy ?? 0) > 0 || !(total.emissions.value > 0);
  const shown = rows.map((row, index) => ({ row, index })).filter(({ row }) => isShown(row));
  const small = shown.filter(({ index }) => table.has(index));
  const kept = small.length < 2 ? shown : shown.filter(({ index }) => !table.has(index));
  const cells: TemplateData[] = kept
    .toSorted((a, b) => b.row.emissions.value - a.row.emissions.value)
    .map(({ row, index }) => ({
      label: row.label,
      emissions: emissions.parts[index]?.number ?? '–',
      share: shares.parts[index] ?? '–',
      energy: energy?.parts[index]?.number ?? '–',
    }));
  if (small.length > 1)
    cells.push({
      label: `${grouped(small.length, 0)} others`,
      emissions: emissions.pooled[0]?.number ?? '–',
      share: shares.pooled[0] ?? '–',
      energy: energy?.pooled[0]?.number ?? '–',
    });
  return {
    unit: emissions.unit,
    energyUnit: energy?.unit,
    total: { emissions: emissions.total?.number ?? '–', energy: energy?.total?.number ?? '–' },
    cells,
  };
}

function rowsByPhase({ lines }: Assessment, phases: readonly PhaseFacts[], total: Total): readonly Row[] {
  return phases
    .flatMap(({ phase, name, title }) => {
      const own = lines.filter((line) => line.phase === phase && line.name === name);
      if (own.length === 0) return [];
      const energies = own.flatMap(({ energy }) => energy?.value ?? []);
      const assessed = total.phases?.find((one) => one.phase === phase && one.name === name);
      const row: Row = {
        label: title,
        emissions: assessed?.emissions ?? quantity(sumOf(own.map(({ emissions }) => emissions.value)), 'kgCO2e'),
        energy: energies.length === 0 ? undefined : sumOf(energies),
      };
      return [row];
    })
    .sort((a, b) => b.emissions.value - a.emissions.value);
}

function rowsByComponent(assessment: Assessment, { components }: Total): readonly Row[] {
  const side = assessment.totals.development === undefined ? 'deployment' : 'development';
  return componentsBySize(assessment, side).flatMap((component: ComponentId) => {
    const own = components.find((one) => one.component === component);
    const lines = assessment.lines.filter(
      (line) => line.component === component && (line.phase === 'deployment') === (side === 'deployment'),
    );
    const label = lines.every(isPublished) ? 'Published total' : componentNames[component];
    return own === undefined ? [] : [{ label, emissions: own.emissions, energy: own.energy?.value }];
  });
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
