import type { Report } from '../../diagnostics/report.js';
import { createLogReport, fatal } from '../log-report.js';
import type { MachineMarks } from '../machine-marks.js';
import { messages as shared } from '../messages.js';
import { csvRows, headerIn } from '../texts/csv-rows.js';
import { checkExcelTime } from '../texts/excel-time.js';
import { localSeconds } from '../texts/local-time.js';
import { type Columns, cellOf, columnsNamed, reject, type TableRow, tableRows } from '../texts/table.js';
import type { FoundRun, LogItem, LogText, Tracker } from '../tracker.js';
import { messages } from './messages.js';
import { addSample, createReadings, hasPower, maxSeconds, type Readings, reportOn, runOf, type Sample } from './readings.js';

/** Names of the power column: the default, the average over a second, and the momentary value. The first that a log has is read. */
const powerColumns = ['power.draw', 'power.draw.average', 'power.draw.instant'] as const;
const gpuColumns = ['uuid', 'gpu_uuid', 'index', 'pci.bus_id', 'gpu_bus_id'] as const;
const nameColumns = ['name', 'gpu_name'] as const;

/** A row in place of the header: the log was written with `noheader`. */
const headless = /^\uFEFF?(?:[^,\n]*, )*\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d{3}, /;

/** What nvidia-smi writes where it can't read a value. */
const unread = /^\[?(?:N\/A|Not Supported|Unknown Error|Insufficient Permissions)\]?$/i;

/**
 * `nvidia-smi --query-gpu=timestamp,power.draw,… --format=csv`: a row for each GPU and sample. Cells have their units; with
 * `nounits` the header has them. Energy is the trapezoidal integral of power over time for each GPU, at the accelerators.
 */
export const nvidiaSmi = {
  id: 'nvidia-smi',
  title: 'nvidia-smi',
  listsDies: true,
  recognises: (beginning) => {
    const names = headerIn(beginning).map((cell) => nameAndUnit(cell).name);
    return (names.includes('timestamp') && powerColumns.some((column) => names.includes(column))) || headless.test(beginning);
  },
  read,
} as const satisfies Tracker;

/** `power.draw [W]` as name and unit. */
function nameAndUnit(cell: string): { readonly name: string; readonly unit: string | undefined } {
  const [, name = '', unit] = /^\s*([^[]*?)\s*(?:\[(.*)\])?\s*$/.exec(cell) ?? [];
  return { name, unit };
}

async function* read(text: LogText): AsyncGenerator<LogItem> {
  const log = createLogReport();
  const runs: FoundRun[] = [];
  const units = new Map<string, string | undefined>();
  const columnsIn = (header: readonly string[], report: Report): Columns => {
    const columns = header.map(nameAndUnit);
    for (const { name, unit } of columns) units.set(name, unit);
    if (!units.has('timestamp')) throw fatal(messages.noHeader());
    return columnsNamed([])(
      columns.map(({ name }) => name),
      report,
    );
  };
  let [readings, headers, hasAny] = [createReadings(), 0, false];
  const end = (ended: Readings): void => {
    const run = runOf(ended);
    if (run !== undefined) runs.push({ run, machine: marksOf(ended, units) });
    hasAny ||= hasPower(ended);
    const report = log.at(ended.lines[1]);
    if (hasPower(ended)) reportOn(ended, report);
    else report(messages.recordingWithoutPower());
  };
  for await (const rows of tableRows(csvRows(text, log), log, { columnsIn }))
    for (const row of rows) {
      const sample = sampleIn(row, units);
      if (sample === undefined) continue;
      if (row.headers > headers && isApart(readings, sample)) {
        log.report({ ...messages.newRecording(Math.round(sample.time - readings.time)), line: row.line });
        end(readings);
        readings = createReadings();
      }
      headers = row.headers;
      addSample(readings, sample);
    }
  log.throwErrors();
  end(readings);
  if (runs.length === 0) throw fatal(hasAny ? shared.nothingMeasured() : messages.noPower());
  yield* runs;
  yield* log.remarks();
}

/** The cards of a recording: one is the same in two logs by its UUID alone. */
function marksOf({ gpus }: Readings, columns: ReadonlyMap<string, unknown>): MachineMarks | undefined {
  const ids = [...gpus.keys()].filter((id) => id !== '');
  const isUuid = gpuColumns.find((name) => columns.has(name))?.includes('uuid') === true;
  return ids.length === 0 ? undefined : { cards: { kind: isUuid ? 'uuid' : 'place', ids } };
}

/** Whether a row below a repeated header is of another recording: one that was begun over a minute later, or earlier. */
function isApart({ time }: Readings, sample: Sample): boolean {
  const seconds = sample.time - time;
  return seconds < 0 || seconds > maxSeconds;
}

function sampleIn(row: TableRow, units: ReadonlyMap<string, string | undefined>): Sample | undefined {
  const stamp = cellOf(row, 'timestamp') ?? '';
  checkExcelTime('timestamp', stamp, row.line);
  const time = localSeconds(stamp);
  if (time === undefined) reject(row, shared.badTime(stamp));
  const watts = wattsIn(row, units);
  if (!row.isValid || time === undefined) return undefined;
  return { line: row.line, gpu: firstCell(row, gpuColumns) ?? '', name: firstCell(row, nameColumns), stamp, time, watts };
}

function firstCell(row: TableRow, names: readonly string[]): string | undefined {
  const column = names.find((name) => row.table.columns.has(name));
  return column === undefined ? undefined : cellOf(row, column);
}

/** Watts of `22.89 W`, or of a number under `[W]`; `undefined` where the power was not read. */
function wattsIn(row: TableRow, units: ReadonlyMap<string, string | undefined>): number | undefined {
  const column = powerColumns.find((name) => row.table.columns.has(name)) ?? powerColumns[0];
  const text = cellOf(row, column);
  if (text === undefined || unread.test(text)) return undefined;
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)\s*(\S*)$/.exec(text) ?? [];
  if (digits === undefined) return reject(row, shared.notANumber('power.draw', text));
  if ((unit === '' ? units.get(column) : unit) !== 'W') return reject(row, messages.unitOfPower(text));
  return Number(digits);
}
