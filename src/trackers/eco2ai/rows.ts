import type { Report } from '../../diagnostics/report.js';
import type { LoggedProcessors } from '../../plausibility/processor-limit.js';
import { messages as shared } from '../messages.js';
import { plus } from '../open-runs.js';
import type { RunPlace, RunRecord } from '../record.js';
import { isPassedOver } from '../texts/blank-rows.js';
import { columnWithUnit, type MappedColumn } from '../texts/columns.js';
import { checkExcelTime } from '../texts/excel-time.js';
import { localTime } from '../texts/local-time.js';
import { cellOf, numberOf, reject, requiredNumberOf, type TableRow } from '../texts/table.js';
import { messages } from './messages.js';

export const required = ['id', 'start_time'] as const;

/** Columns with a unit in their name: those of the tool are in seconds, kWh and kilograms. */
export const quantities = { duration: 'duration', energy: 'power_consumption', emissions: 'CO2_emissions' } as const;
type Quantity = keyof typeof quantities;

/** Versions before 2025-03 misspell kWh. */
const slips: ReadonlyMap<string, string> = new Map([['kWTh', 'kWh']]);

/** The columns with a unit of a header. */
export type QuantityColumns = Readonly<Record<Quantity, MappedColumn>>;

/**
 * The columns with a unit.
 *
 * @throws {InputError} Where one is missing, or its unit does not fit.
 */
export function quantitiesIn(names: readonly string[], report: Report): QuantityColumns | undefined {
  const { duration, energy, emissions } = quantities;
  const found = {
    duration: columnWithUnit(names, duration, 'duration'),
    energy: columnWithUnit(names, energy, 'energy', slips),
    emissions: columnWithUnit(names, emissions, 'emissions'),
  };
  const usual: Readonly<Record<Quantity, string>> = { duration: '(s)', energy: '(kWh)', emissions: '(kg)' };
  for (const key of ['duration', 'energy', 'emissions'] as const)
    if (found[key] === undefined) report(shared.missingColumn(`${quantities[key]}${usual[key]}`, names));
  const { duration: time, energy: used, emissions: emitted } = found;
  return time === undefined || used === undefined || emitted === undefined
    ? undefined
    : { duration: time, energy: used, emissions: emitted };
}

/** What Eco2AI writes for a cell without a value. */
export const absent = ['nan', 'N/A', 'None'] as const;

/** A valid row, or the rows of a run so far. */
export interface Row {
  readonly first: number;
  readonly line: number;
  readonly isEpoch: boolean;
  readonly energy: number | undefined;
  readonly hours: number;
  readonly emissions: number | undefined;
  readonly started: string;
  readonly project: string | undefined;
  /** Hours of epochs without energy, where others have one. */
  readonly unreadHours?: number | undefined;
  readonly accelerator: RunRecord['accelerator'];
  readonly cpu: LoggedProcessors | undefined;
  /** Whether the row names a processor that was read; `undefined` where it has no column for it. */
  readonly hasProcessor: boolean | undefined;
  /** Whether the cell of the GPUs is filled, if only with `0 device(s)`. */
  readonly hasGpuName: boolean;
  readonly place: RunPlace;
}

const time = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?$/;

export function rowOf(source: TableRow, columns: QuantityColumns): Row | undefined {
  if (isPassedOver(source, { time: columns.duration.name, energies: [columns.energy.name] })) return undefined;
  const value = (key: Quantity, found: number | undefined): number | undefined =>
    found === undefined ? undefined : columns[key].factor(found);
  const energy = value('energy', numberOf(source, columns.energy.name));
  const hours = value('duration', requiredNumberOf(source, columns.duration.name, 'seconds'));
  const emissions = value('emissions', numberOf(source, columns.emissions.name));
  const started = cellOf(source, 'start_time') ?? '';
  checkExcelTime('start_time', started, source.line);
  if (!time.test(started)) reject(source, shared.badCell('start_time', started, 'a time such as 2023-11-25 19:14:27'));
  const accelerator = acceleratorIn(source);
  if (!source.isValid || hours === undefined) return undefined;
  const isMeasured = energy !== undefined && (energy > 0 || hours < 1 / 3600);
  if (!isMeasured) source.table.log.report({ ...messages.rowNotMeasured(), line: source.line });
  return {
    first: source.line,
    line: source.line,
    isEpoch: cellOf(source, 'epoch') !== undefined,
    energy: isMeasured ? energy : undefined,
    hours,
    emissions,
    started: localTime(started),
    project: cellOf(source, 'project_name'),
    unreadHours: isMeasured ? undefined : hours,
    accelerator,
    cpu: processorsIn(cellOf(source, 'CPU_name')),
    hasProcessor: processorIn(source),
    hasGpuName: !source.table.columns.has('GPU_name') || cellOf(source, 'GPU_name') !== undefined,
    place: placeIn(cellOf(source, 'region/country')),
  };
}

/** From `Quadro T1000 with Max-Q Design 1 device(s)`; ` 0 device(s)` means that there is none. */
function acceleratorIn(source: TableRow): RunRecord['accelerator'] {
  const text = cellOf(source, 'GPU_name');
  if (text === undefined) return undefined;
  const [, name = '', count] = /^(.*?)(?<!\d)(\d{1,4}) device\(s\)$/.exec(text) ?? [];
  if (count === undefined) return reject(source, shared.badCell('GPU_name', text, 'a name and `N device(s)`'));
  return Number(count) === 0 ? undefined : { name: name.trim() === '' ? undefined : name.trim(), count: Number(count) };
}

/** From `Intel(R) Core(TM) i7-9750H/1 device(s), TDP:45.0`. */
function processorsIn(text = ''): LoggedProcessors | undefined {
  const [, name, count] = /^(.+?)\/ ?(\d{1,3}) device\(s\)/.exec(text) ?? [];
  return name === undefined ? undefined : { name: name.trim(), count: Number(count) > 0 ? Number(count) : undefined };
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
    unreadHours: plus(before.unreadHours, row.unreadHours),
    hours: before.hours + row.hours,
    emissions: plus(before.emissions, row.emissions),
  };
}
