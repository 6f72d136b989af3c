import { stringify } from 'csv-stringify/sync';
import type { Assessment, Line } from '../assessment/assessment.js';
import { phaseTitle } from '../assessment/coverage.js';
import { asLine } from '../render/tokens.js';
import type { Quantity } from '../units/quantity.js';
import { outputTexts } from './ids.js';
import type { Output } from './output.js';

type Cell = string | number | undefined;

/** The columns, the same for every assessment, in this order. Numbers are in full precision, in the unit that the name ends with. */
const columns: readonly (readonly [string, (line: Line, assessment: Assessment) => Cell])[] = [
  ['line', ({ id }) => id],
  ['phase', ({ phase }) => phase],
  ['name', ({ name }) => name],
  ['title', (line, assessment) => phaseTitle(assessment, line)],
  ['component', ({ component }) => component],
  ...ends('emissions', 'kgCO2e', ({ emissions }) => emissions),
  ...ends('emissions_market', 'kgCO2e', ({ emissionsMarket }) => emissionsMarket),
  ...ends('energy', 'kWh', ({ energy }) => energy),
  ...ends('water', 'L', ({ water }) => water),
  ['share', ({ share }) => share],
  ['basis', ({ basis }) => basis],
  ['boundary', ({ boundary }) => boundary],
  ['sources', ({ inputs }, { sources }) => titles(new Set(inputs.map(({ source }) => source)), sources)],
];

/**
 * The lines as a table: UTF-8, commas, a row for each line in the order of the assessment, and none for a total, which is their sum.
 * What is unknown is empty. Text that a spreadsheet would take for a formula has an apostrophe in front.
 */
export const csv = {
  id: 'csv',
  render: (assessment) => new Map([[outputTexts.csv.files, tableOf(assessment)]]),
} as const satisfies Output;

function tableOf(assessment: Assessment): string {
  const rows = assessment.lines.map((line) => columns.map(([, cell]) => safe(cell(line, assessment))));
  return stringify([columns.map(([name]) => name), ...rows], { escape_formulas: true, record_delimiter: 'unix' });
}

/** A quantity and the ends of its 90 % interval. */
function ends(name: string, unit: string, of: (line: Line) => Quantity | undefined): readonly (readonly [string, (line: Line) => Cell])[] {
  return [
    [`${name}_${unit}`, (line) => of(line)?.value],
    [`${name}_low_${unit}`, (line) => of(line)?.low],
    [`${name}_high_${unit}`, (line) => of(line)?.high],
  ];
}

function titles(ids: ReadonlySet<string>, sources: Assessment['sources']): string {
  return sources
    .filter(({ id }) => ids.has(id))
    .map(({ title }) => title)
    .join(' | ');
}

/**
 * A cell on one line. A spreadsheet that separates by semicolons begins a cell behind one, quoted or not: an invisible joiner
 * there keeps the rest from being a formula.
 */
function safe(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  // A cell isolates its text by itself, and a script looks for ids as the assessment has them.
  const line = asLine(cell).replace(/^\u2068([\s\S]*)\u2069$/, '$1');
  return line.replace(/[;|][\p{Zs}"']*(?=[=+\-@＝＋－＠])/gu, (separator) => `${separator}\u2060`);
}
