import type { Report } from '../../diagnostics/report.js';
import { messages as shared } from '../messages.js';
import { plus } from '../open-runs.js';
import type { RunPlace, RunRecord } from '../record.js';
import { checkExcelTime } from '../texts/excel-time.js';
import { localTime } from '../texts/local-time.js';
import { type Columns, cellOf, columnsNamed, numberOf, reject, requiredNumberOf, type TableRow } from '../texts/table.js';
import { messages } from './messages.js';

export const required = ['id', 'start_time', 'duration(s)', 'CO2_emissions(kg)'] as const;

/** Both are kWh. Versions before 2025-03 have a mistake in the name. */
export const energyColumns = ['power_consumption(kWh)', 'power_consumption(kWTh)'] as const;

/** What Eco2AI writes for a cell without a value. */
export const absent = ['nan', 'N/A', 'None'] as const;

/** A valid row, or the rows of a run so far. */
export interface Row {
  readonly first: number;
  readonly line: number;
  readonly isEpoch: boolean;
  readonly energy: number | undefined;
  readonly seconds: number;
  readonly emissions: number | undefined;
  readonly started: string;
  readonly project: string | undefined;
  /** Seconds of epochs without energy, where others have one. */
  readonly unreadSeconds?: number | undefined;
  readonly accelerator: RunRecord['accelerator'];
  /** Whether the row names a processor that was read; `undefined` where it has no column for it. */
  readonly hasProcessor: boolean | undefined;
  /** Whether the cell of the GPUs is filled, if only with `0 device(s)`. */
  readonly hasGpuName: boolean;
  readonly place: RunPlace;
}

export function columnsIn(names: readonly string[], report: Report): Columns {
  const columns = columnsNamed(required)(names, report);
  if (!energyColumns.some((column) => columns.has(column))) report(shared.missingColumn(energyColumns[0], names));
  return columns;
}

const time = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?$/;

export function rowOf(source: TableRow): Row | undefined {
  const energy = numberOf(source, energyColumns.find((column) => source.table.columns.has(column)) ?? energyColumns[0]);
  const seconds = requiredNumberOf(source, 'duration(s)', 'seconds');
  const emissions = numberOf(source, 'CO2_emissions(kg)');
  const started = cellOf(source, 'start_time') ?? '';
  checkExcelTime('start_time', started, source.line);
  if (!time.test(started)) reject(source, shared.badCell('start_time', started, 'a time such as 2023-11-25 19:14:27'));
  const accelerator = acceleratorIn(source);
  if (!source.isValid || seconds === undefined) return undefined;
  const isMeasured = energy !== undefined && (energy > 0 || seconds < 1);
  if (!isMeasured) source.table.log.report({ ...messages.rowNotMeasured(), line: source.line });
  return {
    first: source.line,
    line: source.line,
    isEpoch: cellOf(source, 'epoch') !== undefined,
    energy: isMeasured ? energy : undefined,
    seconds,
    emissions,
    started: localTime(started),
    project: cellOf(source, 'project_name'),
    unreadSeconds: isMeasured ? undefined : seconds,
    accelerator,
    hasProcessor: processorIn(source),
    hasGpuName: !source.table.columns.has('GPU_name') || cellOf(source, 'GPU_name') !== undefined,
    place: placeIn(cellOf(source, 'region/country')),
  };
}

/** From `Quadro T1000 with Max-Q Design 1 device(s)`; ` 0 device(s)` means that there is none. */
function acceleratorIn(source: TableRow): RunRecord['accelerator'] {
  const text = cellOf(source, 'GPU_name');
  if (text === undefined) return undefined;
  const [, name = '', count] = /^(.*?)\s*(\d{1,4}) device\(s\)$/.exec(text) ?? [];
  if (count === undefined) return reject(source, shared.badCell('GPU_name', text, 'a name and `N device(s)`'));
  return Number(count) === 0 ? undefined : { name: name === '' ? undefined : name, count: Number(count) };
}

/** From `Intel(R) Xeon(R) CPU @ 2.30GHz/1 device(s), TDP:85.0`; nothing, or `0 device(s)`, where the tool found none. */
function processorIn(source: TableRow): boolean | undefined {
  if (!source.table.columns.has('CPU_name')) return undefined;
  const text = cellOf(source, 'CPU_name') ?? '';
  return text !== '' && !/\b0 device\(s\)/.test(text);
}

/** From `IN/Delhi`, or a country alone. */
function placeIn(text = ''): RunPlace {
  const [country = '', region = ''] = text.split('/').map((part) => part.trim());
  return country === '' ? {} : { country, region: region === '' ? undefined : region };
}

/** Epochs of a run are added. A row without an epoch is written again with the total so far, and replaces the one before. */
export function joined(before: Row, row: Row, report: Report): Row {
  const { first, started } = before;
  if (!row.isEpoch && !before.isEpoch) {
    report(messages.writtenAgain());
    return { ...row, first, started };
  }
  return {
    ...row,
    first,
    started,
    energy: plus(before.energy, row.energy),
    unreadSeconds: plus(before.unreadSeconds, row.unreadSeconds),
    seconds: before.seconds + row.seconds,
    emissions: plus(before.emissions, row.emissions),
  };
}
