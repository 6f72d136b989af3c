import type { Report } from '../../diagnostics/report.js';
import { highestSample } from '../../plausibility/sample-power.js';
import { createLogReport, fatal } from '../log-report.js';
import type { MachineMarks } from '../machine-marks.js';
import { messages as shared } from '../messages.js';
import type { Sample } from '../power/device.js';
import { figuresOf, powerIn } from '../power/power-cell.js';
import { createPowerLog, runsOf } from '../power/power-log.js';
import { type PowerTable, powerTable } from '../power/power-table.js';
import type { PowerSource } from '../power/recording.js';
import { createRejects } from '../power/rejects.js';
import { headerIn } from '../texts/csv-rows.js';
import { checkExcelTime } from '../texts/excel-time.js';
import { localSeconds, localTime } from '../texts/local-time.js';
import { momentIn } from '../texts/moment.js';
import { nameAndUnit } from '../texts/name-and-unit.js';
import { beginningOf } from '../texts/rejoined.js';
import { type Columns, cellOf, columnsNamed, type TableRow } from '../texts/table.js';
import type { LogItem, LogText, ReadOptions, Tracker } from '../tracker.js';
import { addDmon } from './dmon.js';
import { messages } from './messages.js';
import { isDmon, otherOutput } from './other-outputs.js';

/** Names of the power column: the default, the average over a second, and the momentary value. The first that a log has is read. */
const powerColumns = ['power.draw', 'power.draw.average', 'power.draw.instant'] as const;
const gpuColumns = ['uuid', 'gpu_uuid', 'index', 'pci.bus_id', 'gpu_bus_id'] as const;
const nameColumns = ['name', 'gpu_name'] as const;

/** A row in place of the header: the log was written with `noheader`. */
export const headless = /^\uFEFF?(?:[^,\n]*, )*\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d{3}, /;

/**
 * `nvidia-smi --query-gpu=timestamp,power.draw,… --format=csv`: a row for each GPU and sample. Cells have their units; with
 * `nounits` the header has them. Energy is the trapezoidal integral of power over time for each GPU, at the accelerators.
 * `nvidia-smi dmon -o DT` has the same in columns of figures. Other outputs are recognised, and refused with what to ask for.
 */
export const nvidiaSmi = {
  id: 'nvidia-smi',
  title: 'nvidia-smi',
  listsDies: true,
  recognises: (beginning) => {
    const names = headerIn(beginning).map((cell) => nameAndUnit(cell).name);
    return powerColumns.some((column) => names.includes(column)) || headless.test(beginning) || isOther(beginning);
  },
  read,
} as const satisfies Tracker;

function isOther(beginning: string): boolean {
  return isDmon(beginning) || otherOutput(beginning) !== undefined;
}

/** @param limitOf The highest power limit of a device (W). */
function sourceOf(limitOf: ReadOptions['limitOf']): PowerSource {
  return {
    tracker: 'nvidia-smi',
    project: undefined,
    boundary: 'accelerator',
    device: 'GPU',
    column: 'power.draw',
    highest: (name) => highestSample('accelerator', name === undefined ? undefined : limitOf?.(name)),
    timeText: (stamp) => localTime(stamp),
    askForDevice: 'a column `index`, `uuid` or `pci.bus_id`',
    whySilent: 'nvidia-smi prints [Not Supported] or [N/A] for a card whose power it cannot read.',
  };
}

async function* read(text: LogText, { limitOf }: ReadOptions = {}): AsyncGenerator<LogItem> {
  const log = createLogReport();
  const rejects = createRejects(log);
  const source = sourceOf(limitOf);
  const samples = createPowerLog(source, log, rejects);
  const units = new Map<string, string | undefined>();
  const { beginning, whole } = await beginningOf(text);
  const other = otherOutput(beginning);
  if (isDmon(beginning)) await addDmon(whole, log, rejects, samples);
  else if (other !== undefined) throw fatal(other);
  else {
    const table = powerTable(whole, log, rejects, { columnsIn: columnsWith(units) });
    for await (const rows of table.rows)
      for (const row of rows) {
        const sample = sampleIn(row, units, table);
        if (sample !== undefined) samples.add(sample, row.headers);
      }
    table.end();
  }
  for (const { run, devices } of runsOf([samples], source, log, rejects)) yield { run, machine: marksOf(devices, units) };
  yield* log.remarks();
}

/** The cards of a recording: one is the same in two logs by its UUID alone. */
function marksOf(ids: readonly string[], columns: ReadonlyMap<string, unknown>): MachineMarks | undefined {
  const isUuid = gpuColumns.find((name) => columns.has(name))?.includes('uuid') === true;
  return ids.length === 0 ? undefined : { cards: { kind: isUuid ? 'uuid' : 'place', ids } };
}

/** Finds the columns, and keeps their units. */
function columnsWith(units: Map<string, string | undefined>): (header: readonly string[], report: Report) => Columns {
  return (header, report) => {
    const columns = header.map(nameAndUnit);
    for (const { name, unit } of columns) units.set(name, unit);
    if (!units.has('timestamp')) throw fatal(powerColumns.some((column) => units.has(column)) ? messages.noTimes() : messages.noHeader());
    return columnsNamed([])(
      columns.map(({ name }) => name),
      report,
    );
  };
}

const expected = 'watts, such as `22.89 W`, or `[W]` in the header';

function sampleIn(row: TableRow, units: ReadonlyMap<string, string | undefined>, table: PowerTable): Sample | undefined {
  const stamp = cellOf(row, 'timestamp') ?? '';
  checkExcelTime('timestamp', stamp, row.line);
  // A spreadsheet may have saved the time in its own way.
  const time = localSeconds(stamp) ?? momentIn(stamp)?.seconds;
  if (time === undefined) return table.reject(row, shared.badTime(figuresOf(stamp)));
  const column = powerColumns.find((name) => row.table.columns.has(name)) ?? powerColumns[0];
  const unit = units.get(column);
  const cell = powerIn(cellOf(row, column), unit, { column: 'power.draw', expected, units: ['W'] });
  const found = table.accept(row, cell);
  if (found === undefined) return undefined;
  return { line: row.line, device: firstCell(row, gpuColumns) ?? '', name: firstCell(row, nameColumns), stamp, time, watts: found.watts };
}

function firstCell(row: TableRow, names: readonly string[]): string | undefined {
  const column = names.find((name) => row.table.columns.has(name));
  return column === undefined ? undefined : cellOf(row, column);
}
