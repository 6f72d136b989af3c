import type { Assessment, Line, PhaseFacts, Total } from '../../assessment/assessment.js';
import { componentNames, componentsBySize } from '../../assessment/component-names.js';
import { phasesOf } from '../../assessment/coverage.js';
import { asLine } from '../../render/tokens.js';
import { type Column, columnOf, sharesOf } from '../../units/column.js';
import { type Quantity, quantity } from '../../units/quantity.js';
import { number, range, unitText, written } from './written.js';

/** Rows of one table that fit a column of a page; with more lines, a row is a phase. */
const maxRows = 30;

interface Row {
  readonly label: string;
  /** The title of its phase, above the first row of each. */
  readonly group?: string | undefined;
  readonly emissions: Quantity;
  readonly energy?: Quantity | undefined;
  readonly market?: Quantity | undefined;
}

/** A table for each side of the life cycle that has lines, since a column has one unit. */
export function tablesOf(assessment: Assessment): readonly (readonly string[])[] {
  return (['development', 'deployment'] as const).flatMap((side) => {
    const total = assessment.totals[side];
    const rows = total === undefined ? [] : rowsOf(assessment, side, total);
    return total === undefined || rows.length === 0 ? [] : [tableOf(rows, total, side === 'development' ? 'Development' : 'Use')];
  });
}

function rowsOf(assessment: Assessment, side: 'development' | 'deployment', total: Total): readonly Row[] {
  const phases = phasesOf(assessment, side);
  const order = componentsBySize(assessment, side);
  const linesOf = ({ phase, name }: PhaseFacts): readonly Line[] =>
    assessment.lines
      .filter((line) => line.phase === phase && line.name === name)
      .toSorted((a, b) => order.indexOf(a.component) - order.indexOf(b.component));
  const lines = phases.flatMap((facts) => linesOf(facts).map((line) => rowOf(line, facts)));
  const groups = new Set(lines.map(({ group }) => group)).size;
  if (lines.length + groups <= maxRows) return groups > 1 ? lines : lines.map((row) => ({ ...row, group: undefined }));
  return fewest(phases.map((facts) => phaseRow(facts, linesOf(facts), total)).toSorted((a, b) => b.emissions.value - a.emissions.value));
}

function rowOf({ component, emissions, energy, emissionsMarket }: Line, { title }: PhaseFacts): Row {
  return { label: componentNames[component], group: title, emissions, energy, market: emissionsMarket };
}

function phaseRow({ phase, name, title }: PhaseFacts, lines: readonly Line[], { phases = [] }: Total): Row {
  const assessed = phases.find((one) => one.phase === phase && one.name === name);
  return sumOf(
    title,
    lines.map((line) => ({ ...line, label: '', market: line.emissionsMarket })),
    assessed?.emissions,
  );
}

/** The largest rows; the others as one. */
function fewest(rows: readonly Row[]): readonly Row[] {
  if (rows.length <= maxRows) return rows;
  const others = rows.slice(maxRows - 1);
  return [...rows.slice(0, maxRows - 1), sumOf(`${others.length} others`, others)];
}

function sumOf(label: string, rows: readonly Omit<Row, 'group'>[], assessed?: Quantity): Row {
  const sum = (of: (row: Omit<Row, 'group'>) => Quantity | undefined, unit: string): Quantity | undefined => {
    const known = rows.flatMap((row) => of(row) ?? []);
    return known.length === 0
      ? undefined
      : quantity(
          known.reduce((all, { value }) => all + value, 0),
          unit,
        );
  };
  return {
    label,
    emissions: assessed ?? sum(({ emissions }) => emissions, 'kgCO2e') ?? quantity(0, 'kgCO2e'),
    energy: sum(({ energy }) => energy, 'kWh'),
    market: sum(({ market }) => market, 'kgCO2e'),
  };
}

/** A column of the table: its head in two lines, its cells, and how LaTeX aligns them. */
interface TexColumn {
  readonly align: string;
  readonly head: readonly [string, string];
  readonly cells: readonly string[];
  readonly total: string;
}

function tableOf(rows: readonly Row[], total: Total, title: string): readonly string[] {
  const columns = columnsOf(rows, total);
  const heads = [0, 1].map((at) => columns.map(({ head }) => `{${head[at] ?? ''}}`).join(' & '));
  const aligned = columns.map(({ align }) => align).join('');
  const widest = columns.map(({ align, cells }) => (align === 'c' ? cells.toSorted((a, b) => b.length - a.length)[0] : ''));
  let group: string | undefined;
  const body = rows.flatMap((row, index) => {
    const head =
      row.group === group || row.group === undefined ? [] : [`\\carbongroup{${columns.length + 1}}{${written(asLine(row.group))}}`];
    group = row.group;
    return [
      ...head,
      `${row.group === undefined ? '' : '\\quad '}${written(asLine(row.label))} & ${columns.map(({ cells }) => cells[index]).join(' & ')} \\\\`,
    ];
  });
  return [
    // The first column gets what the numbers leave of the line.
    `\\carbonmeasure{\\begin{tabular}{${aligned}@{}}${heads[0]} \\\\ ${heads[1]} \\\\ ${widest.join(' & ')}\\end{tabular}}`,
    `\\begin{tabular}{@{}>{\\raggedright\\hangindent=1em\\hangafter=1\\arraybackslash}p{\\carbonlabels}${aligned}@{}}`,
    '\\toprule',
    `${title} & ${heads[0]} \\\\`,
    ` & ${heads[1]} \\\\`,
    '\\midrule',
    ...body,
    ...(rows.length > 1 ? ['\\midrule', `Total & ${columns.map((column) => column.total).join(' & ')} \\\\`] : []),
    '\\bottomrule',
    '\\end{tabular}',
  ];
}

function columnsOf(rows: readonly Row[], total: Total): readonly TexColumn[] {
  const emissions = columnOf(
    rows.map((row) => row.emissions),
    total.emissions,
  );
  const energy =
    total.energy &&
    columnOf(
      rows.map((row) => row.energy),
      total.energy,
    );
  const market =
    total.emissionsMarket &&
    columnOf(
      rows.map((row) => row.market),
      total.emissionsMarket,
    );
  const shares = sharesOf(
    rows.map((row) => row.emissions.value),
    total.emissions.value,
  ).map((text) => text.replace(/\s?%$/u, ''));
  const ranges = [...emissions.parts, emissions.total].map((cell) => (cell?.interval === undefined ? '{--}' : range(cell.interval)));
  const isRanged = ranges.some((cell) => cell !== '{--}');
  return [
    ...(energy ? [numbersOf('Energy', energy)] : []),
    numbersOf(market ? 'Location' : 'Emissions', emissions),
    ...(isRanged ? [{ align: 'c', head: ['90\\,\\%', 'interval'] as const, cells: ranges.slice(0, -1), total: ranges.at(-1) ?? '' }] : []),
    { align: 'r', head: ['Share', '\\%'], cells: shares.map(number), total: '100' },
    ...(market ? [numbersOf('Market', market)] : []),
  ];
}

function numbersOf(head: string, { unit, parts, total }: Column): TexColumn {
  const texts = [...parts, total].map((cell) => cell?.number ?? '–');
  const plain = texts.map((text) => text.replaceAll(',', '').replace('−', '-'));
  const known = plain.filter((text) => /^-?[\d.]+$/.test(text));
  const whole = Math.max(1, ...known.map((text) => (text.split('.')[0] ?? '').length));
  const decimals = Math.max(0, ...known.map((text) => (text.split('.')[1] ?? '').length));
  const cells = plain.map((text, index) => (known.includes(text) ? text : `{${number(texts[index] ?? '')}}`));
  return {
    align: `S[table-format=${whole}${decimals === 0 ? '' : `.${decimals}`}]`,
    head: [head, unitText(unit)],
    cells: cells.slice(0, -1),
    total: cells.at(-1) ?? '',
  };
}
