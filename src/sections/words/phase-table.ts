import type { Assessment, ComponentId, PhaseFacts, Total } from '../../assessment/assessment.js';
import { componentNames, componentsBySize } from '../../assessment/component-names.js';
import { isPublished } from '../../assessment/published.js';
import { columnOf, sharesOf } from '../../units/column.js';
import { grouped, THIN } from '../../units/format.js';
import { type Quantity, quantity } from '../../units/quantity.js';
import type { TemplateData } from '../section.js';
import { mainPhases, mainTotal } from './words.js';

/** Rows below this share of the total are one row. */
const minShare = 0.01;
/** Rows above the total; with more, the smallest are one row. */
const maxRows = 8;

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
  const rows = joined(byPhase ? rowsByPhase(assessment, phases, total) : rowsByComponent(assessment, total), total.emissions.value);
  const emissions = columnOf(
    rows.map(({ emissions }) => emissions),
    total.emissions,
  );
  const energies = rows.map(({ energy }): Quantity | undefined => (energy === undefined ? undefined : quantity(energy, 'kWh')));
  const energy = total.energy && columnOf(energies, total.energy);
  const shares = sharesOf(
    rows.map((row) => row.emissions.value),
    total.emissions.value,
  );
  const cells = rows.map(({ label }, index) => ({
    label,
    emissions: emissions.parts[index]?.number ?? '–',
    share: shares[index] ?? '–',
    energy: energy?.parts[index]?.number ?? '–',
  }));
  return {
    byPhase,
    unit: emissions.unit,
    energyUnit: energy?.unit,
    // One row would be the total again.
    rows: cells.length > 1 ? cells : [],
    total: {
      label: cells.length > 1 ? undefined : cells[0]?.label,
      emissions: emissions.total?.number ?? '–',
      energy: energy?.total?.number ?? '–',
      share: total.emissions.value > 0 ? `100${THIN}%` : '–',
    },
  };
}

function rowsByPhase({ lines }: Assessment, phases: readonly PhaseFacts[], total: Total): readonly Row[] {
  return phases
    .map(({ phase, name, title }) => {
      const own = lines.filter((line) => line.phase === phase && line.name === name);
      const energies = own.flatMap(({ energy }) => energy?.value ?? []);
      const assessed = total.phases?.find((one) => one.phase === phase && one.name === name);
      return {
        label: title,
        emissions: assessed?.emissions ?? quantity(sumOf(own.map(({ emissions }) => emissions.value)), 'kgCO2e'),
        energy: energies.length === 0 ? undefined : sumOf(energies),
      };
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

/** Large rows as they are, largest first; the small ones as one where there are several. */
function joined(all: readonly Row[], whole: number): readonly Row[] {
  // A component that is counted and is nothing, such as the losses at a PUE of 1.
  const rows = all.filter((row) => row.emissions.value > 0 || (row.energy ?? 0) > 0 || !(whole > 0));
  const isSmall = ({ emissions }: Row, index: number): boolean =>
    index > 0 && (emissions.value < minShare * whole || (rows.length > maxRows && index >= maxRows - 1));
  const small = rows.filter(isSmall);
  if (small.length < 2) return rows;
  const energies = small.flatMap(({ energy }) => energy ?? []);
  return [
    ...rows.filter((row, index) => !isSmall(row, index)),
    {
      label: `${grouped(small.length, 0)} others`,
      emissions: quantity(sumOf(small.map(({ emissions }) => emissions.value)), 'kgCO2e'),
      energy: energies.length === 0 ? undefined : sumOf(energies),
    },
  ];
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
