import { error, note, warning } from '../diagnostics/message.js';
import type { Report } from '../diagnostics/report.js';
import { atMost } from '../units/format.js';
import { createLogReport, fatal, type LogReport } from './log-report.js';
import { quoted, messages as shared } from './messages.js';
import type { RunRecord } from './record.js';
import { csvRows, headerIn } from './texts/csv-rows.js';
import { localSeconds, localTime } from './texts/local-time.js';
import { type Columns, cellOf, columnsNamed, reject, type TableRow, tableRows } from './texts/table.js';
import type { LogItem, LogText, Tracker } from './tracker.js';

/** What the reader of nvidia-smi reports. */
export const messages = {
  noHeader: () =>
    error('no-header', 'This log of nvidia-smi was written with `noheader`, so its columns are unknown.', {
      expected: 'a first line with the columns of the query, such as `timestamp, index, name, power.draw [W]`',
    }),
  noGpuColumn: () =>
    error('no-gpu-column', 'Several rows have the same time, and no column names the GPU.', {
      expected: 'a column `index`, `uuid` or `pci.bus_id`',
    }),
  unitOfPower: (text: string) =>
    error('log-unit', `Missing or unknown unit of power: ${quoted(text)}.`, {
      expected: 'watts, such as `22.89 W`, or `[W]` in the header',
    }),
  noPower: () => error('no-power', 'No GPU has two power readings in this log.', { expected: 'rows with a number for `power.draw`' }),
  noReading: (rows: number) =>
    warning(
      'no-reading',
      `${rows} rows have no power reading (N/A). The power between the readings around them was interpolated linearly.`,
    ),
  gaps: (count: number, longest: number) =>
    warning(
      'gaps',
      `${count} times there are no rows for more than a minute, and for ${longest} s at most. The power in between was interpolated linearly.`,
    ),
  unevenSamples: (shortest: string, longest: string) =>
    note('uneven-samples', `Samples are ${shortest} to ${longest} s apart. The power between two samples is interpolated linearly.`),
} as const;

/** Names of the power column: the default, the average over a second, and the momentary value. The first that a log has is read. */
const powerColumns = ['power.draw', 'power.draw.average', 'power.draw.instant'] as const;
const gpuColumns = ['uuid', 'gpu_uuid', 'index', 'pci.bus_id', 'gpu_bus_id'] as const;
const nameColumns = ['name', 'gpu_name'] as const;

/** A row in place of the header: the log was written with `noheader`. */
const headless = /^\uFEFF?(?:[^,\n]*, )*\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d{3}, /;

/** What nvidia-smi writes where it can't read a value. */
const unread = /^\[?(?:N\/A|Not Supported|Unknown Error|Insufficient Permissions)\]?$/i;

/** Seconds without a row that are reported as a gap. */
const maxSeconds = 60;

/** The longest time between samples, as a multiple of the shortest, that is not reported. */
const maxRatio = 10;

/**
 * `nvidia-smi --query-gpu=timestamp,power.draw,… --format=csv`: a row for each GPU and sample. Cells have their units; with
 * `nounits` the header has them. Energy is the trapezoidal integral of power over time for each GPU, at the accelerators.
 */
export const nvidiaSmi = {
  id: 'nvidia-smi',
  title: 'nvidia-smi',
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

/** What was read of one GPU. */
interface Gpu {
  readonly first: number;
  time: number;
  watts: number;
  joules: number;
  samples: number;
}

/** What was read of all GPUs. */
interface Readings {
  readonly gpus: Map<string, Gpu>;
  readonly lines: [first: number, last: number];
  name: string | undefined;
  ended: string | undefined;
  missing: number;
  /** Seconds between samples. */
  apart: readonly [shortest: number, longest: number];
  gaps: number;
}

async function* read(text: LogText): AsyncGenerator<LogItem> {
  const log = createLogReport();
  const readings: Readings = {
    gpus: new Map(),
    lines: [0, 0],
    name: undefined,
    ended: undefined,
    missing: 0,
    apart: [Infinity, 0],
    gaps: 0,
  };
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
  for await (const rows of tableRows(csvRows(text, log), log, { columnsIn })) for (const row of rows) addRow(readings, row, units);
  log.throwErrors();
  yield { run: runOf(readings) };
  reportOn(readings, log);
  yield* log.remarks();
}

function addRow(readings: Readings, row: TableRow, units: ReadonlyMap<string, string | undefined>): void {
  const stamp = cellOf(row, 'timestamp') ?? '';
  const time = localSeconds(stamp);
  if (time === undefined) reject(row, shared.badTime(stamp));
  const watts = wattsIn(row, units);
  if (!row.isValid || time === undefined) return;
  if (readings.lines[0] === 0) readings.lines[0] = row.line;
  readings.lines[1] = row.line;
  if (watts === undefined) {
    readings.missing += 1;
    return;
  }
  readings.name ??= firstCell(row, nameColumns);
  readings.ended = stamp;
  const id = firstCell(row, gpuColumns) ?? '';
  const gpu = readings.gpus.get(id);
  if (gpu === undefined) {
    readings.gpus.set(id, { first: time, time, watts, joules: 0, samples: 1 });
    return;
  }
  const seconds = time - gpu.time;
  if (seconds === 0 && id === '') throw fatal(messages.noGpuColumn(), row.line);
  if (seconds < 0) throw fatal(shared.backwards(), row.line);
  addSample(readings, gpu, { time, watts });
}

/** The power between two samples is a straight line: (W + W) ÷ 2 × s = J. */
function addSample(readings: Readings, gpu: Gpu, { time, watts }: Pick<Gpu, 'time' | 'watts'>): void {
  const seconds = time - gpu.time;
  gpu.joules += ((gpu.watts + watts) / 2) * seconds;
  gpu.watts = watts;
  gpu.time = time;
  gpu.samples += 1;
  if (seconds === 0) return;
  const [shortest, longest] = readings.apart;
  readings.apart = [Math.min(shortest, seconds), Math.max(longest, seconds)];
  if (seconds > maxSeconds) readings.gaps += 1;
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

function runOf({ gpus, lines, name, ended }: Readings): RunRecord {
  const read = [...gpus.values()].filter(({ samples }) => samples > 1);
  if (read.length === 0) throw fatal(messages.noPower());
  const energy = read.reduce((sum, gpu) => sum + gpu.joules, 0) / 3.6e6;
  const start = Math.min(...read.map(({ first }) => first));
  const end = Math.max(...read.map(({ time }) => time));
  return {
    tracker: 'nvidia-smi',
    lines,
    ended: ended === undefined ? undefined : localTime(ended),
    hours: (end - start) / 3600,
    energy,
    boundary: 'accelerator',
    parts: { gpu: energy },
    isMeasured: true,
    accelerator: name === undefined ? undefined : { name, count: read.length },
    place: {},
  };
}

function reportOn({ missing, gaps, apart: [shortest, longest], lines: [, line] }: Readings, { report }: LogReport): void {
  if (missing > 0) report({ ...messages.noReading(missing), line });
  if (gaps > 0) report({ ...messages.gaps(gaps, Math.round(longest)), line });
  else if (longest > maxRatio * shortest) report({ ...messages.unevenSamples(atMost(shortest, 2), atMost(longest, 2)), line });
}
