import type { Assessment, ComponentId, Line, PhaseFacts, Total } from '../../assessment/assessment.js';
import { componentNames, componentsBySize } from '../../assessment/component-names.js';
import { phasesOf } from '../../assessment/coverage.js';
import { columnOf, columnOfAll, sharesInPools } from '../../units/column.js';
import { type CrossTable, crossTableOf } from '../../units/cross-table.js';
import { listOf, poolsOf } from '../../units/pools.js';
import { type Quantity, quantity } from '../../units/quantity.js';
import type { TemplateData } from '../section.js';
import { cellsOf, headsOf, optionalColumns, restsOnClaim, totalsOf } from './lines-table.js';

interface Row extends Partial<Total> {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly emissions: Quantity<'kgCO2e'>;
}

/** A side of the life cycle by phase, the largest first; its components are columns. All emissions have one unit. */
export function phasesTable(assessment: Assessment, side: 'development' | 'deployment', total: Total): TemplateData {
  const rows = phasesOf(assessment, side)
    .map((facts) => rowOf(assessment, facts, total))
    .filter(({ lines }) => lines.length > 0)
    .toSorted((a, b) => b.emissions.value - a.emissions.value);
  const components = componentsBySize(assessment, side);
  const values = rows.map((row) => row.emissions.value);
  const pools = listOf(poolsOf(values, total.emissions.value));
  const parts = components.map((id) => componentTotal(total, id));
  const table = crossTableOf(
    rows.map(({ lines }) => components.map((id) => lines.find(({ component }) => component === id)?.emissions)),
    total.emissions,
  );
  const ofPhases = columnOf(
    rows.map(({ emissions }) => emissions),
    total.emissions,
    pools,
  );
  const ofComponents = columnOfAll(parts, total.emissions);
  const columns = optionalColumns(rows, total, pools);
  const shares = sharesInPools(values, total.emissions.value, pools).parts;
  return {
    unit: table.unit,
    isRanged: [total, ...rows].some(({ emissions }) => emissions.low !== undefined),
    components: components.map((id) => componentNames[id]),
    ...headsOf(columns),
    claims: rows.some(({ lines }) => lines.some((line) => restsOnClaim(assessment, line))),
    rows: rows.map(({ title, lines }, index) => ({
      phase: title,
      ...numbersOf(table, index, ofPhases.parts[index]?.number),
      interval: ofPhases.parts[index]?.interval ?? '–',
      share: shares[index],
      ...cellsOf(columns, index),
      claim: lines.some((line) => restsOnClaim(assessment, line)),
    })),
    total: {
      emissions: table.total,
      interval: ofPhases.total?.interval ?? '–',
      ...totalsOf(columns),
      parts: ofComponents.parts.map((part, index) => part?.number ?? table.columns[index]),
    },
    intervals: ofComponents.parts.some((part) => part?.interval !== undefined)
      ? ofComponents.parts.map((part) => part?.interval ?? '–')
      : undefined,
  };
}

/** A row's sum and parts; where the sum is below the last place, no part is larger. */
function numbersOf({ rows, cells }: CrossTable, index: number, number: string | undefined): TemplateData {
  const below = number?.startsWith('<') === true ? number : undefined;
  const max = below === undefined ? Number.POSITIVE_INFINITY : Number(below.slice(1).replaceAll(',', ''));
  const parts = (cells[index] ?? []).map((cell = '–') => (Number(cell.replaceAll(',', '')) >= max ? below : cell));
  return { emissions: number ?? rows[index], parts };
}

function rowOf({ lines }: Assessment, { phase, name, title }: PhaseFacts, { phases = [] }: Total): Row {
  const own = lines.filter((line) => line.phase === phase && line.name === name);
  const sumOf = <U extends string>(of: (line: Line) => Quantity<U> | undefined, unit: U): Quantity<U> | undefined => {
    const known = own.flatMap((line) => of(line) ?? []);
    return known.length === 0
      ? undefined
      : quantity(
          known.reduce((sum, { value }) => sum + value, 0),
          unit,
        );
  };
  const assessed = phases.find((one) => one.phase === phase && one.name === name);
  return {
    title,
    lines: own,
    emissions: assessed?.emissions ?? sumOf(({ emissions }) => emissions, 'kgCO2e') ?? quantity(0, 'kgCO2e'),
    energy: sumOf(({ energy }) => energy, 'kWh'),
    water: sumOf(({ water }) => water, 'L'),
    emissionsMarket: sumOf(({ emissionsMarket }) => emissionsMarket, 'kgCO2e'),
  };
}

function componentTotal({ components }: Total, id: ComponentId): Quantity | undefined {
  return components.find(({ component }) => component === id)?.emissions;
}
