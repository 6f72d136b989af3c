import { error, note, warning } from '../diagnostics/message.js';
import { highestSample } from '../plausibility/sample-power.js';
import { formatted } from '../units/format.js';
import { idleCardsOf } from './cards-at-idle.js';
import { createLogReport, fatal } from './log-report.js';
import { measuredEnergy } from './measured.js';
import { messages as shared } from './messages.js';
import type { RunRecord } from './record.js';
import { isPassedOver } from './texts/blank-rows.js';
import { csvRows, headerIn } from './texts/csv-rows.js';
import { utcText } from './texts/epoch-time.js';
import { cellOf, columnsNamed, reject, requiredNumberOf, type TableRow, tableRows } from './texts/table.js';
import type { LogItem, LogText, Tracker } from './tracker.js';

/** What the reader of Zeus reports. */
export const messages = {
  profile: () =>
    error('zeus-profile', 'This is a profile of power limits, not the log of a run.', {
      expected: 'the file given as `log_file` to ZeusMonitor',
    }),
  windowsOverlap: (name: string, other: string, line: number) =>
    error(
      'windows-overlap',
      `The window ${JSON.stringify(name)} overlaps ${JSON.stringify(other)} on line ${line}, so their energies can't be added.`,
      { expected: 'a log with the rows of one of them' },
    ),
  windowPower: (name: string, watts: number, highest: number) =>
    warning(
      'window-power',
      `The window ${JSON.stringify(name)} has ${formatted({ value: watts, unit: 'W' }).text} for each GPU, and no GPU takes more than ${formatted({ value: highest, unit: 'W' }).text}.`,
      {
        expected: 'the joules of each GPU in this window',
        note: 'A counter may have been reset or read wrongly. Remove the row, and its time with it.',
      },
    ),
  machineClock: () => note('machine-clock', 'The times are from a clock that does not give dates, so the year is unknown.'),
} as const;

const required = ['start_time', 'window_name', 'elapsed_time'] as const;
const gpuEnergy = /^gpu\d+_energy$/;

/** What Zeus's power-limit optimizer writes: trials of settings, not a run. */
const profile = /^\s*\{\s*"measurements"\s*:\s*\[\s*\{[^}]*"power_limit"/;

/** Seconds by which the energy counter of a GPU may be late. */
const counterLag = 0.2;

/** 2001, in seconds since 1970: before any such log was written, and longer than a machine is on. */
const firstDate = 1e9;

/** Seconds by which a window may begin before the one before it ended. The clock is read once for each. */
const tolerance = 0.01;

/**
 * The log of a ZeusMonitor: a row for each window, with its seconds and the joules of each GPU. Windows may overlap, and
 * then they can't be added. `start_time` may be from any clock, so it is not always a date.
 */
export const zeus = {
  id: 'zeus',
  title: 'Zeus',
  listsDies: true,
  recognises: (beginning) => {
    const header = headerIn(beginning);
    return (
      (required.every((column) => header.includes(column)) && header.some((column) => gpuEnergy.test(column))) || profile.test(beginning)
    );
  },
  read,
} as const satisfies Tracker;

/** A row of the log: when the window was, in seconds, and what its GPUs used, in joules. */
interface Window {
  readonly name: string;
  readonly line: number;
  readonly start: number;
  readonly seconds: number;
  /** Of each GPU. */
  readonly joules: readonly number[];
}

/** All windows so far. */
interface Sum {
  readonly first: Window;
  readonly last: Window;
  readonly seconds: number;
  readonly joules: readonly number[];
  /** Seconds of windows × GPUs that have 0 J in them. */
  readonly unread: number;
}

async function* read(text: LogText): AsyncGenerator<LogItem> {
  const log = createLogReport();
  let sum: Sum | undefined;
  for await (const rows of tableRows(csvRows(withoutProfile(text), log), log, { columnsIn: columnsNamed(required) }))
    for (const row of rows) {
      const window = windowIn(row);
      if (window !== undefined) sum = withWindow(sum, window, row);
    }
  log.throwErrors();
  if (sum === undefined) throw fatal(shared.noRows());
  if (sum.first.start < firstDate) log.report({ ...messages.machineClock(), line: sum.first.line });
  if (measuredEnergy(sumOf(sum.joules), sum.seconds / 3600) === undefined) throw fatal(shared.nothingMeasured());
  yield { run: runOf(sum), machine: { isUtc: true } };
  yield* log.remarks();
}

function windowIn(row: TableRow): Window | undefined {
  const columns = [...row.table.columns.keys()].filter((column) => gpuEnergy.test(column));
  if (isPassedOver(row, { time: 'elapsed_time', energies: columns })) return undefined;
  const energies = columns.map((column) => requiredNumberOf(row, column, 'joules') ?? 0);
  const start = requiredNumberOf(row, 'start_time', 'seconds');
  const seconds = requiredNumberOf(row, 'elapsed_time', 'seconds');
  if (!row.isValid || start === undefined || seconds === undefined) return undefined;
  if (utcText(start) === undefined) return reject(row, shared.badTime(String(start)));
  const highest = highestSample('accelerator');
  const largest = Math.max(0, ...energies);
  const name = cellOf(row, 'window_name') ?? '';
  // In a short window, the counter may have the energy of the time before.
  if (largest > highest * (seconds + counterLag))
    row.table.log.report({ line: row.line, ...messages.windowPower(name, largest / Math.max(seconds, counterLag), highest) });
  return { name, line: row.line, start, seconds, joules: energies };
}

function withWindow(sum: Sum | undefined, window: Window, row: TableRow): Sum {
  const { seconds, joules } = window;
  // A GPU that is on takes more than 0 J in a second.
  const unread = measuredEnergy(0, seconds / 3600) === undefined ? joules.filter((one) => one === 0).length : 0;
  if (unread > 0 && unread < joules.length)
    row.table.log.report({ ...shared.notMeasured(`${unread} of ${joules.length} GPUs`), line: window.line });
  const unreadSeconds = unread * seconds;
  if (sum === undefined) return { first: window, last: window, seconds, joules, unread: unreadSeconds };
  // Rows are in the order in which windows ended.
  const { last } = sum;
  if (window.start < last.start + last.seconds - tolerance) reject(row, messages.windowsOverlap(window.name, last.name, last.line));
  return {
    first: sum.first,
    last: window,
    seconds: sum.seconds + seconds,
    joules: sum.joules.map((all, gpu) => all + (joules[gpu] ?? 0)),
    unread: sum.unread + unreadSeconds,
  };
}

function sumOf(joules: readonly number[]): number {
  return joules.reduce((sum, one) => sum + one, 0);
}

function runOf({ first, last, seconds, joules, unread }: Sum): RunRecord {
  const energy = sumOf(joules) / 3.6e6;
  const hours = seconds / 3600;
  const silent = joules.filter((one) => one === 0).length;
  const what = silent > 0 && Math.abs(unread - silent * seconds) < tolerance ? `${silent} of ${joules.length} GPUs` : 'some of the GPUs';
  return {
    tracker: 'zeus',
    lines: [first.line, last.line],
    started: first.start >= firstDate ? utcText(first.start) : undefined,
    hours,
    energy,
    boundary: 'accelerator',
    parts: { gpu: energy },
    isMeasured: true,
    unread: unread === 0 ? undefined : { hours, acceleratorHours: unread / 3600, what },
    idleCards: idleCardsOf(joules.filter((one) => one > 0).map((one) => ({ highest: one, mean: one }))),
    accelerator: { count: joules.length },
    place: {},
  };
}

/** @throws {InputError} Where the text is a profile of power limits. */
async function* withoutProfile(text: LogText): AsyncGenerator<string> {
  let isFirst = true;
  for await (const piece of text) {
    if (isFirst && profile.test(piece)) throw fatal(messages.profile());
    isFirst = false;
    yield piece;
  }
}
