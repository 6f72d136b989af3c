import type { Assessment, Line, Total } from '../../assessment/assessment.js';
import { componentNames, componentsBySize } from '../../assessment/component-names.js';
import { phaseTitle } from '../../assessment/coverage.js';
import { columnOf, sharesInPools } from '../../units/column.js';
import { listOf, type Pool, poolsOf } from '../../units/pools.js';
import type { Quantity } from '../../units/quantity.js';
import type { TemplateData } from '../section.js';

/** Lines that have a row each; more of them would fill the first page. */
export const maxLines = 9;

/** A side of the life cycle line by line: one unit for each column, numbers that add up. */
export function linesTable(assessment: Assessment, side: 'development' | 'deployment', total: Total): TemplateData {
  const lines = inOrder(assessment, side);
  const values = lines.map((line) => line.emissions.value);
  const pools = listOf(poolsOf(values, total.emissions.value));
  const emissions = columnOf(
    lines.map((line) => line.emissions),
    total.emissions,
    pools,
  );
  const columns = optionalColumns(lines, total, pools);
  const shares = sharesInPools(values, total.emissions.value, pools).parts;
  return {
    unit: emissions.unit,
    isRanged: lines.some((line) => line.emissions.low !== undefined),
    ...headsOf(columns),
    phases: new Set(lines.map((line) => phaseTitle(assessment, line))).size > 1,
    claims: lines.some((line) => restsOnClaim(assessment, line)),
    // One line is the total itself.
    rows: lines.map((line, index) => ({
      phase: phaseTitle(assessment, line),
      component: componentNames[line.component],
      emissions: emissions.parts[index]?.number,
      interval: shownInterval(emissions.parts[index]?.interval),
      ...cellsOf(columns, index),
      claim: restsOnClaim(assessment, line),
      share: shares[index],
      basis: line.basis,
    })),
    total: lines.length > 1 && {
      emissions: emissions.total?.number,
      interval: emissions.total?.interval ?? '–',
      ...totalsOf(columns),
    },
  };
}

/** An interval whose ends are both below the digits of the column says nothing. */
function shownInterval(interval: string | undefined): string {
  return interval === undefined || !/[1-9]/.test(interval) ? '–' : interval;
}

/** The columns that not every assessment has. */
export function optionalColumns(rows: readonly Partial<Total>[], total: Total, pools: readonly Pool[]) {
  const column = (key: 'energy' | 'water' | 'emissionsMarket') => {
    const whole: Quantity | undefined = total[key];
    return (
      whole &&
      columnOf(
        rows.map((row) => row[key]),
        whole,
        pools,
      )
    );
  };
  return { energy: column('energy'), water: column('water'), market: column('emissionsMarket') };
}

type Columns = ReturnType<typeof optionalColumns>;

export function headsOf({ energy, water, market }: Columns): TemplateData {
  return { energyUnit: energy?.unit, waterUnit: water?.unit, marketUnit: market?.unit };
}

export function cellsOf({ energy, water, market }: Columns, index: number): TemplateData {
  const cell = (column: Columns['energy']): string => column?.parts[index]?.number ?? '–';
  return { energy: cell(energy), water: cell(water), market: cell(market) };
}

export function totalsOf({ energy, water, market }: Columns): TemplateData {
  return { energy: energy?.total?.number ?? '–', water: water?.total?.number ?? '–', market: market?.total?.number ?? '–' };
}

/** The lines of a side: phases as in the assessment, components in the one order of all tables. */
function inOrder(assessment: Assessment, side: 'development' | 'deployment'): readonly Line[] {
  const order = componentsBySize(assessment, side);
  return assessment.phases.flatMap(({ phase, name }) =>
    assessment.lines
      .filter((line) => line.phase === phase && line.name === name && (phase === 'deployment') === (side === 'deployment'))
      .toSorted((a, b) => order.indexOf(a.component) - order.indexOf(b.component)),
  );
}

/** Whether the market-based figure of a line rests on a provider's claim. */
export function restsOnClaim({ phases }: Assessment, { phase, name, component }: Line): boolean {
  const grid = phases.find((facts) => facts.phase === phase && facts.name === name)?.grid;
  return component !== 'embodied' && grid?.market?.kind === 'claim';
}
