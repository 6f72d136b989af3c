import type { Report } from '../../diagnostics/report.js';
import { createLogReport, fatal } from '../log-report.js';
import { measuredEnergy } from '../measured.js';
import { messages as shared } from '../messages.js';
import { createRowRuns } from '../open-runs.js';
import type { RunRecord } from '../record.js';
import { csvRows, headerIn } from '../texts/csv-rows.js';
import { localTime } from '../texts/local-time.js';
import { beginningOf } from '../texts/rejoined.js';
import { type Columns, cellOf, columnsNamed, tableRows } from '../texts/table.js';
import type { FoundRun, LogItem, LogText, Tracker } from '../tracker.js';
import { worldAverageAt } from '../world-averages.js';
import { areJsonRows, jsonRows } from './json-rows.js';
import { createMachines, type Machine } from './machines.js';
import { messages } from './messages.js';
import { type Readings, readingsOf } from './readings.js';
import { joined, type OpenRun, reportColumns, required, rowOf } from './rows.js';

/** What CodeCarbon uses where it knows no other intensity (gCO2e/kWh). */
const fallbacks = [475] as const;

/** W: half of a rating of 85 W, for a processor that is not in CodeCarbon's table. */
const guessedCpuPower = 42.5;

/** Shares of the energy above which memory is reported: as estimated, and as estimated high (3 W for 8 GB of a whole node). */
const someRam = 0.1;
const muchRam = 1 / 3;

/** W on average that neither the processors of one machine nor one GPU exceed. */
const maxPower = 1500;

/**
 * `emissions.csv` of CodeCarbon, all versions, and its rows as JSON: columns by name, energies in kWh, duration in seconds, emissions in
 * kilograms. From 2.2.3 on, where the file has a column `pue`, energies include the PUE. `timestamp` is the end of a run.
 */
export const codecarbon = {
  id: 'codecarbon',
  title: 'CodeCarbon',
  listsDies: true,
  recognises: (beginning) => {
    const header = headerIn(beginning);
    return required.every((column) => header.includes(column)) || areJsonRows(beginning, required);
  },
  read,
} as const satisfies Tracker;

async function* read(text: LogText): AsyncGenerator<LogItem> {
  const log = createLogReport();
  const runs = createRowRuns<OpenRun>();
  const machineOf = createMachines();
  let isAnyMeasured = false;
  const found = ([id, run]: readonly [string | undefined, OpenRun]): FoundRun => {
    const machine = machineOf(run.row.source);
    return { run: recordOf(run, machine, log.at(run.row.source.line)), id, names: namesIn(run), machine: machine.marks, cpu: machine.cpu };
  };
  const columnsIn = (names: readonly string[], report: Report): Columns => {
    const columns = columnsNamed(required)(names, report);
    reportColumns(columns, report);
    return columns;
  };
  const { beginning, whole } = await beginningOf(text);
  const table = areJsonRows(beginning, required)
    ? jsonRows(whole, log, required)
    : tableRows(csvRows(whole, log), log, { columnsIn, absent: ['None', 'nan'] });
  for await (const rows of table)
    for (const source of rows) {
      const row = rowOf(source);
      if (row === undefined) continue;
      isAnyMeasured ||= measuredEnergy(row.total, row.seconds / 3600) !== undefined;
      const begun: OpenRun = { first: source.line, rows: 1, row };
      const ended = runs.add(
        cellOf(source, 'run_id'),
        (before) => (before === undefined ? begun : joined(before, row)),
        log.at(source.line),
      );
      if (ended !== undefined) yield found(ended);
    }
  log.throwErrors();
  if (runs.count() === 0) throw fatal(shared.noRows());
  if (!isAnyMeasured) throw fatal(shared.nothingMeasured());
  for (const run of runs.rest()) yield found(run);
  yield* log.remarks();
}

function recordOf(open: OpenRun, machine: Machine, report: Report): RunRecord {
  const { first, row } = open;
  const { source, total, seconds, emissions, gpu, pue, unmeasuredSeconds } = row;
  const { accelerator, place, cpu } = machine;
  const read = readingsOf(row, hasGpu(machine));
  const hours = seconds / 3600;
  const unread = unmeasuredSeconds === undefined ? undefined : unmeasuredSeconds / 3600;
  reportOn(open, machine, read, report);
  const version = cellOf(source, 'codecarbon_version');
  const project = cellOf(source, 'project_name') ?? cellOf(source, 'experiment_name');
  return {
    tracker: 'codecarbon',
    version: version !== undefined && /^[\d.a-z]{1,20}$/i.test(version) ? version : undefined,
    lines: [first, source.line],
    // The name of the tool is the default.
    project: project === 'codecarbon' ? undefined : project,
    ended: localTime(cellOf(source, 'timestamp') ?? ''),
    hours,
    energy: read.energy,
    boundary: read.boundary,
    unread: unread === undefined ? undefined : { hours: unread, acceleratorHours: accelerator?.count && accelerator.count * unread },
    parts: read.parts,
    pue: pue === 1 ? undefined : pue,
    // The energy of GPUs is from sensors. That of processors and memory may be too, and is modelled more often.
    isMeasured: gpu !== undefined && gpu > total / 2,
    // Emissions of an energy that was not measured are 0 too, and those of memory alone are beside the GPU's.
    reported: read.energy === undefined || read.boundary === 'accelerator' ? undefined : emissions,
    accelerator,
    processor: read.unread.includes('cpu') && accelerator === undefined ? cpu?.name : undefined,
    place,
    wue: row.wue,
  };
}

/** The experiment, and the task where the run has no other. */
function namesIn({ rows, row: { source } }: OpenRun): readonly string[] {
  const names = [cellOf(source, 'experiment_name'), rows === 1 ? cellOf(source, 'task_name') : undefined];
  return names.filter((name) => name !== undefined && /^[\w .+-]{1,60}$/.test(name)) as string[];
}

function hasGpu({ accelerator, several }: Machine): boolean {
  return accelerator !== undefined || several !== undefined;
}

function withoutPue(energy: number | undefined, pue: number): number | undefined {
  return energy === undefined ? undefined : energy / pue;
}

function reportOn(
  { rows, row }: OpenRun,
  { accelerator, several, place }: Machine,
  { energy, boundary, unread }: Readings,
  report: Report,
): void {
  const { source, total, seconds, emissions, gpu, cpu, ram, pue } = row;
  if (rows > 1 && !source.table.columns.has('task_name')) report(messages.cumulative(rows));
  if (several !== undefined) report(shared.severalModels(several));
  if (measuredEnergy(total, seconds / 3600) === undefined) report(messages.runNotMeasured());
  else if (energy === undefined) report(messages.onlyMemory());
  else if (boundary === 'processors') report(messages.gpuNotMeasured());
  else if (unread.includes('cpu')) report(messages.cpuNotMeasured());
  if (energy !== undefined && boundary !== 'accelerator' && ram === 0 && measuredEnergy(ram, seconds / 3600) === undefined)
    report(messages.ramNotMeasured());
  if (Number(cellOf(source, 'cpu_power')) === guessedCpuPower) report(messages.guessedPower());
  if (ram !== undefined && ram > total * someRam) report(ram > total * muchRam ? messages.muchRam() : messages.estimatedRam());
  if (place.country !== undefined && place.region === undefined && place.cloudRegion === undefined) report(messages.noRegion());
  reportPower('the CPU', withoutPue(cpu, pue), seconds, report);
  reportPower('the GPU', withoutPue(gpu, pue * (accelerator?.count ?? 1)), seconds, report);
  const average = emissions === undefined || total === 0 ? undefined : worldAverageAt((emissions / total) * 1000, fallbacks);
  if (average !== undefined) report(shared.worldAverage(average, place.country));
}

function reportPower(what: string, energy: number | undefined, seconds: number, report: Report): void {
  // In less than a minute, one late sample makes the average large.
  if (energy === undefined || seconds < 60) return;
  const watts = (energy / (seconds / 3600)) * 1000;
  if (watts > maxPower) report(shared.tooMuchPower(what, Math.round(watts), maxPower));
}
