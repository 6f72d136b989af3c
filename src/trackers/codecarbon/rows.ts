import type { Report } from '../../diagnostics/report.js';
import { measuredEnergy } from '../measured.js';
import { messages as shared } from '../messages.js';
import { plus } from '../open-runs.js';
import { isPassedOver } from '../texts/blank-rows.js';
import { checkExcelTime } from '../texts/excel-time.js';
import { type Columns, cellOf, numberOf, reject, requiredNumberOf, type TableRow } from '../texts/table.js';
import { messages } from './messages.js';

/** Columns that every version has. Others were added, removed or moved. `emissions_rate` changed its unit and is never read. */
export const required = ['timestamp', 'duration', 'emissions', 'energy_consumed'] as const;

/** Share by which the sum of the parts and the total may differ: both are floating-point sums of the same samples. */
const tolerance = 1e-6;

/** A valid row: the totals of a run up to it, in kWh, s and kgCO2e. Energies include the PUE. */
export interface Row {
  readonly source: TableRow;
  readonly total: number;
  readonly seconds: number;
  readonly emissions: number | undefined;
  readonly gpu: number | undefined;
  readonly cpu: number | undefined;
  readonly ram: number | undefined;
  readonly pue: number;
  /** On-site water (L/kWh), where it was set. */
  readonly wue: number | undefined;
  /** Seconds of tasks whose energy is not in the sums: nothing was measured in them, or not what was in the others. */
  readonly unmeasuredSeconds?: number | undefined;
}

/** The rows of a run so far, as one row. */
export interface OpenRun {
  readonly first: number;
  readonly rows: number;
  readonly row: Row;
}

/** Reports where columns are not where the tool documents them. */
export function reportColumns(columns: Columns, report: Report): void {
  // 3.1 to 3.2.3 moved columns that were empty at first to the end.
  if ((columns.get('cloud_provider') ?? 0) > (columns.get('pue') ?? Infinity)) report(messages.columnsMoved());
}

const time = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/;

export function rowOf(source: TableRow): Row | undefined {
  if (isPassedOver(source, { time: 'duration', energies: ['energy_consumed'] })) return undefined;
  const total = requiredNumberOf(source, 'energy_consumed', 'the energy of the run in kWh');
  const seconds = requiredNumberOf(source, 'duration', 'the duration of the run in seconds');
  const emissions = numberOf(source, 'emissions');
  const gpu = numberOf(source, 'gpu_energy');
  const cpu = numberOf(source, 'cpu_energy');
  const ram = numberOf(source, 'ram_energy');
  const pue = numberOf(source, 'pue') ?? 1;
  const wue = numberOf(source, 'wue');
  const ended = cellOf(source, 'timestamp');
  checkExcelTime('timestamp', ended ?? '', source.line);
  if (ended === undefined || !time.test(ended))
    reject(source, shared.badCell('timestamp', ended ?? '', 'a time such as 2023-11-09T15:13:33'));
  const country = cellOf(source, 'country_iso_code');
  if (country !== undefined && !/^[A-Za-z]{2,3}$/.test(country))
    reject(source, shared.badCell('country_iso_code', country, 'the code of a country, such as FRA'));
  if (pue < 1) reject(source, shared.pueBelowOne(pue));
  if (!source.isValid || total === undefined || seconds === undefined) return undefined;
  if (cpu !== undefined && ram !== undefined) checkSum(source, total, cpu + ram + (gpu ?? 0));
  if (!source.isValid) return undefined;
  const row = { source, total, seconds, emissions, gpu, cpu, ram, pue, wue: wue === 0 ? undefined : wue };
  const isUnmeasuredTask = source.table.columns.has('task_name') && measuredEnergy(total, seconds / 3600) === undefined;
  if (isUnmeasuredTask) source.table.log.report({ ...messages.taskNotMeasured(seconds), line: source.line });
  return isUnmeasuredTask ? { ...row, unmeasuredSeconds: seconds } : row;
}

/** Chips of another kind have a column of their own, which is in the total or beside it. */
function checkSum(source: TableRow, total: number, sum: number): void {
  const sums = [sum, sum + (numberOf(source, 'neuron_energy') ?? 0)];
  if (!sums.some((one) => Math.abs(one - total) <= tolerance * Math.max(one, total))) reject(source, messages.sumOfParts(sum, total));
}

/** Rows of a run have its total so far, so the last one is the run. Rows of tasks are parts of it, and are added. */
export function joined({ first, rows, row: before }: OpenRun, row: Row): OpenRun {
  if (!row.source.table.columns.has('task_name')) {
    if (row.total < before.total) reject(row.source, messages.shrinking(before.total, row.total));
    return { first, rows: rows + 1, row };
  }
  return { first, rows: rows + 1, row: withTask(before, row) };
}

/** Tasks of one run, added. Those whose GPU was not read can't be added to those whose GPU was, so only their time is. */
function withTask(before: Row, row: Row): Row {
  const seconds = before.seconds + row.seconds;
  const unmeasured = (before.unmeasuredSeconds ?? 0) + (row.unmeasuredSeconds ?? 0);
  const [isBefore, isNow] = [hasGpuEnergy(before), hasGpuEnergy(row)];
  const isOther = isBefore !== isNow && [before, row].every(({ gpu }) => gpu !== undefined);
  const isShort = (isBefore ? row.seconds : before.seconds - (before.unmeasuredSeconds ?? 0)) < 1;
  if (isOther && !isShort) {
    const [kept, dropped] = isBefore ? [before, row] : [row, before];
    const lost = dropped.seconds - (dropped.unmeasuredSeconds ?? 0) + unmeasured;
    if (dropped.total > 0) row.source.table.log.report({ ...messages.taskOfOtherParts(), line: dropped.source.line });
    return { ...kept, source: row.source, seconds, unmeasuredSeconds: lost };
  }
  return {
    ...row,
    seconds,
    unmeasuredSeconds: unmeasured === 0 ? undefined : unmeasured,
    total: before.total + row.total,
    emissions: plus(before.emissions, row.emissions),
    gpu: plus(before.gpu, row.gpu),
    cpu: plus(before.cpu, row.cpu),
    ram: plus(before.ram, row.ram),
  };
}

function hasGpuEnergy({ gpu }: Row): boolean {
  return gpu !== undefined && gpu > 0;
}
