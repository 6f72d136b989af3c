import { InputError } from '../diagnostics/diagnostic.js';
import type { Message } from '../diagnostics/message.js';
import { messages } from './messages.js';
import type { RunRecord } from './record.js';
import { utcText } from './texts/epoch-time.js';
import { csvRows, headerIn } from './texts/table-rows.js';
import type { Finding, LogText, Tracker } from './tracker.js';

const required = ['start_time', 'window_name', 'elapsed_time'] as const;
/** What a power-limit optimizer leaves: trials of settings, and no run. */
const profile = /^\s*\{\s*"measurements"\s*:\s*\[\s*\{[^}]*"power_limit"/;
const gpuEnergy = /^gpu\d+_energy$/;

/** 2001, in seconds since 1970: before there were such logs, and more than a machine is on for. */
const firstDate = 1e9;

/** Seconds by which a window may begin before another has ended: both are read from one clock, one after the other. */
const tolerance = 0.01;

interface Window {
  readonly name: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The log of a ZeusMonitor: a row for each window, with its seconds and the joules of each GPU. Windows may lie over one
 * another, and then neither can be added to the other. `start_time` is of any clock, and dates nothing.
 */
export const zeus = {
  id: 'zeus',
  title: 'Zeus',
  recognises: (beginning) => {
    const header = headerIn(beginning);
    return (
      (required.every((column) => header.includes(column)) && header.some((column) => gpuEnergy.test(column))) || profile.test(beginning)
    );
  },
  read,
} as const satisfies Tracker;

async function* read(text: LogText): AsyncGenerator<Finding> {
  let unfinished: number | undefined;
  let header: readonly string[] | undefined;
  let open: Window | undefined;
  const total = { joules: 0, seconds: 0, gpus: 0, first: 0, last: 0, start: 0 };
  for await (const { line, cells } of csvRows(rowsOf(text), {
    unfinished: (line) => {
      unfinished = line;
    },
  })) {
    const refuse = (sentence: Message): InputError => new InputError([{ ...sentence, line, column: 1 }]);
    if (header === undefined) {
      header = cells.map((name) => name.trim());
      continue;
    }
    const names = header;
    if (cells.length !== names.length) throw refuse(messages.cellCount(cells.length, names.length));
    const number = (column: string): number => {
      const cell = cells[names.indexOf(column)]?.trim() ?? '';
      if (!/^\d+(?:\.\d*)?(?:e[+-]?\d+)?$/i.test(cell)) throw refuse(messages.notANumber(column, cell));
      return Number(cell);
    };
    const start = number('start_time');
    const seconds = number('elapsed_time');
    const window: Window = { name: cells[names.indexOf('window_name')] ?? '', line, start, end: start + seconds };
    // Rows stand in the order in which windows end.
    if (open !== undefined && window.start < open.end - tolerance) throw refuse(messages.windowsOverlap(window.name, open.name, open.line));
    open = window;
    const energies = names.filter((column) => gpuEnergy.test(column)).map(number);
    total.gpus = energies.length;
    total.joules += energies.reduce((sum, joules) => sum + joules, 0);
    total.seconds += seconds;
    if (total.first === 0) Object.assign(total, { first: line, start });
    total.last = line;
  }
  if (total.first === 0) throw new InputError([{ ...messages.noRows(), line: 1, column: 1 }]);
  yield { run: recordOf(total) };
  if (total.start < firstDate) yield { diagnostic: { ...messages.machineClock(), line: total.first, column: 1 } };
  if (unfinished !== undefined) yield { diagnostic: { ...messages.unfinishedRow(), line: unfinished, column: 1 } };
}

function recordOf({
  joules,
  seconds,
  gpus,
  first,
  last,
  start,
}: {
  joules: number;
  seconds: number;
  gpus: number;
  first: number;
  last: number;
  start: number;
}): RunRecord {
  const energy = joules / 3.6e6;
  const started = start >= firstDate ? utcText(start) : undefined;
  return {
    tracker: 'zeus',
    lines: [first, last],
    ...(started !== undefined && { started }),
    hours: seconds / 3600,
    energy,
    boundary: 'accelerator',
    parts: { gpu: energy },
    isMeasured: true,
    accelerator: { count: gpus },
    place: {},
  };
}

/** @throws {InputError} Where the text is a profile. */
async function* rowsOf(text: LogText): AsyncGenerator<string> {
  let isFirst = true;
  for await (const piece of text) {
    if (isFirst && profile.test(piece)) throw new InputError([{ ...messages.zeusProfile(), line: 1, column: 1 }]);
    isFirst = false;
    yield piece;
  }
}
