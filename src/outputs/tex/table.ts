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

interface Side {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly total: Total;
}

/** The lines of development, then those of use, each with its own units and its total; nothing without lines. */
export function tableOf(assessment: Assessment): readonly string[] | undefined {
  const sides = (['development', 'deployment'] as const).flatMap((side): readonly Side[] => {
    const total = assessment.totals[side];
    const rows = total === undefined ? [] : rowsOf(assessment, side, total);
    return total === undefined || rows.length === 0 ? [] : [{ title: side === 'development' ? 'Development' : 'Use', rows, total }];
  });
  return sides.length === 0 ? undefined : tableLines(sides);
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

/** A column of the table; for each side its unit, its cells and its total. */
interface TexColumn {
  readonly align: string;
  readonly head: string;
  readonly sides: readonly { readonly unit: string; readonly cells: readonly string[]; readonly total: string }[];
}

function tableLines(sides: readonly Side[]): readonly string[] {
  const columns = columnsOf(sides);
  const aligned = columns.map(({ align }) => align).join('');
  const row = (label: string, cellOf: (column: TexColumn) => string): string => `${label} & ${columns.map(cellOf).join(' & ')} \\\\`;
  const head = row('', (column) => `{${column.head}}`);
  const units = sides.map(({ title }, index) => row(title, (column) => `{${column.sides[index]?.unit ?? ''}}`));
  // A column of numbers has the width of its format only with a number in it.
  const widest = row('', ({ align, sides: own }) => {
    const cells = own.flatMap((side) => [...side.cells, side.total]);
    return longest(align.startsWith('S') ? cells.filter(isNumber) : cells);
  });
  return [
    // The first column gets what the others leave of the line: their heads and their longest cells decide.
    `\\carbonmeasure{\\begin{tabular}{@{}l${aligned}@{}}${[head, ...units.map((text) => text.replace(/^[^&]*/, '')), widest].join(' ')}\\end{tabular}}{${wordsOf(sides)}}`,
    // A word can be hyphenated only after something, even if nothing.
    `\\begin{tabular}{@{}>{\\raggedright\\hangindent=1em\\hangafter=1\\arraybackslash\\hspace{0pt}}p{\\carbonlabels}${aligned}@{}}`,
    '\\toprule',
    head,
    ...sides.flatMap((side, index) => [
      ...(index === 0 ? [] : ['\\midrule']),
      units[index] ?? '',
      '\\midrule',
      ...bodyOf(side, columns.length + 1, (at) => columns.map((column) => column.sides[index]?.cells[at] ?? '').join(' & ')),
      ...(side.rows.length > 1 ? ['\\midrule', row('Total', (column) => column.sides[index]?.total ?? '')] : []),
    ]),
    '\\bottomrule',
    '\\end{tabular}',
  ];
}

/** Rows, those of each phase below its title. */
function bodyOf({ rows }: Side, columns: number, cellsOf: (index: number) => string): readonly string[] {
  return rows.flatMap(({ group, label }, index) => {
    const isFirst = group !== undefined && group !== rows[index - 1]?.group;
    return [
      ...(isFirst ? [`${index === 0 ? '' : '\\addlinespace'}\\carbongroup{${columns}}{${written(asLine(group))}}`] : []),
      `${group === undefined ? '' : '\\hspace*{.4em}'}${written(asLine(label))} & ${cellsOf(index)} \\\\`,
    ];
  });
}

function longest(texts: readonly string[]): string {
  return texts.reduce((most, text) => (text.length > most.length ? text : most), '');
}

function columnsOf(sides: readonly Side[]): readonly TexColumn[] {
  const emissions = sides.map(({ rows, total }) =>
    columnOf(
      rows.map((row) => row.emissions),
      total.emissions,
    ),
  );
  const optional = (key: 'energy' | 'market', of: (total: Total) => Quantity | undefined): readonly (Column | undefined)[] =>
    sides.map(({ rows, total }) => {
      const whole = of(total);
      return (
        whole &&
        columnOf(
          rows.map((row) => row[key]),
          whole,
        )
      );
    });
  const energy = optional('energy', (total) => total.energy);
  const market = optional('market', (total) => total.emissionsMarket);
  const has = (columns: readonly (Column | undefined)[]): boolean => columns.some((column) => column !== undefined);
  const isRanged = sides.some(({ rows, total }) => [total, ...rows].some((one) => one.emissions.low !== undefined));
  return [
    ...(has(energy) ? [numbersOf('Energy', energy, sides)] : []),
    numbersOf(has(market) ? 'Location' : 'Emissions', emissions, sides),
    ...(isRanged ? [intervalsOf(emissions)] : []),
    sharesColumn(sides),
    ...(has(market) ? [numbersOf('Market', market, sides)] : []),
  ];
}

function intervalsOf(emissions: readonly Column[]): TexColumn {
  const cell = (one: { readonly interval?: string | undefined } | undefined): string =>
    one?.interval === undefined ? '--' : range(one.interval);
  const sides = emissions.map(({ parts, total }) => ({ unit: 'interval', cells: parts.map(cell), total: cell(total) }));
  return { align: 'c', head: '90\\,\\%', sides };
}

function sharesColumn(sides: readonly Side[]): TexColumn {
  return {
    align: 'r',
    head: 'Share',
    sides: sides.map(({ rows, total }) => {
      const shares = sharesOf(
        rows.map((row) => row.emissions.value),
        total.emissions.value,
      );
      return {
        unit: '\\%',
        cells: shares.map((text) => number(text.replace(/\s?%$/u, ''))),
        total: total.emissions.value > 0 ? '100' : '--',
      };
    }),
  };
}

/** Numbers by their decimal points; what is no number, such as `<0.1`, in the middle. A side without the quantity has dashes. */
function numbersOf(head: string, columns: readonly (Column | undefined)[], sides: readonly Side[]): TexColumn {
  const texts = columns.map((column, index) =>
    [...(column?.parts ?? sides[index]?.rows.map(() => undefined) ?? []), column?.total].map((cell) => cell?.number ?? '–'),
  );
  const plain = (text: string): string => text.replaceAll(',', '').replace('−', '-');
  const known = texts.flat().map(plain).filter(isNumber);
  const whole = Math.max(1, ...known.map((text) => (text.split('.')[0] ?? '').length));
  const decimals = Math.max(0, ...known.map((text) => (text.split('.')[1] ?? '').length));
  return {
    align: `S[table-format=${whole}${decimals === 0 ? '' : `.${decimals}`}]`,
    head,
    sides: texts.map((own, index) => {
      const cells = own.map((text) => (isNumber(plain(text)) ? plain(text) : `{${number(text)}}`));
      return { unit: unitText(columns[index]?.unit ?? ''), cells: cells.slice(0, -1), total: cells.at(-1) ?? '' };
    }),
  };
}

/** Words of the first column that its width has to fit: those of components and sides, of which the longest decide. */
const ownWords = 3;
/** Words of a name may be of any length, and are hyphenated. */
const maxWord = 14;

function wordsOf(sides: readonly Side[]): string {
  const words = sides
    .flatMap(({ title, rows }) => [title, ...rows.map(({ label }) => label)])
    .flatMap((label) => asLine(label).split(/[\s/-]+/));
  const longest = [...new Set(words)].filter((word) => word.length <= maxWord).toSorted((a, b) => b.length - a.length);
  return `\\begin{tabular}{@{}l@{}}${longest.slice(0, ownWords).map(written).join(' \\\\ ')}\\end{tabular}`;
}

function isNumber(text: string): boolean {
  return /^-?[\d.]+$/.test(text);
}
