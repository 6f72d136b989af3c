import { error, note, warning } from '../diagnostics/message.js';
import type { Report } from '../diagnostics/report.js';
import { messages as ofRows } from './codecarbon/messages.js';
import { type Readings, readingsOf } from './codecarbon/readings.js';
import { createLogReport, fatal, type LogReport } from './log-report.js';
import { measuredEnergy } from './measured.js';
import { messages as shared } from './messages.js';
import type { EnergyParts, RunRecord } from './record.js';
import { textLines } from './texts/text-lines.js';
import type { LogItem, LogText, Tracker } from './tracker.js';

/** What the reader of CodeCarbon's console output reports. */
export const messages = {
  noDate: () =>
    note('no-date', 'The console output of CodeCarbon has times of the day, and no date and no place.', {
      note: 'Its `emissions.csv` has them. Where there is one, read that.',
    }),
  noTotal: () =>
    error('no-total', 'The output has no total: `kWh of electricity used since the beginning`.', {
      expected: 'the output of a run up to its end; or `emissions.csv`',
    }),
  partsOnly: () => warning('parts-only', 'The output has no line with the total of this run. The sum of its parts was used.'),
  afterTotal: () => note('after-total', 'The last energies of this run have no total below them. They are not counted.'),
  rounded: (kWh: number) =>
    warning('rounded-energy', `The energy of this run is ${kWh} kWh, written with six decimal places: it is known to one or two digits.`),
} as const;

/** A line of the tool; other programs may write into the same log, also on the same line. */
const line = /\[codecarbon (?:INFO|WARNING|DEBUG|ERROR) @ (\d\d):(\d\d):(\d\d)\](.*)$/s;
const total = /^(\d+(?:\.\d+)?(?:e-?\d+)?) kWh of electricity (?:used|and .* of water were used) since the begin+ing/i;
const part = /^Energy consumed for (RAM|all GPUs?|all CPUs?|AppleSilicon CPU|AppleSilicon GPU)\s*:\s*(\d+(?:\.\d+)?(?:e-?\d+)?) kWh/i;
const version = /^CodeCarbon version:\s*([\d.a-z]{1,20})$/i;
const gpus = /^GPU model: ?(?:(\d{1,6}) x )?(.+)$/s;
const began = /^(?:\[setup\] RAM Tracking|offline tracker init|Codecarbon is taking the configuration)/i;

/** kWh below which six decimal places leave one or two digits. */
const fewDigits = 1e-4;

/**
 * What CodeCarbon prints while it runs: `[codecarbon INFO @ 12:34:56] Energy consumed for RAM : 0.000076 kWh. RAM Power : 5.8 W`, the
 * same `for all GPUs` and `for all CPUs` (`for All CPU` from 3.0 on, `for AppleSilicon CPU` on a Mac), and below them
 * `0.000183 kWh of electricity used since the beginning.` (`begining` in old versions, `… electricity and 0.000000 L of water were
 * used …` from 3.1 on). Each is the total of the run so far, so the last one counts. Energies have the PUE in them that the tool was
 * given. The figures were copied from a screen, so they are declared.
 */
export const codecarbonOutput = {
  id: 'codecarbon-output',
  title: 'CodeCarbon (console output)',
  listsDies: true,
  // A model card may quote the output.
  recognises: (beginning) => !/^\uFEFF?---\r?\n|^#{1,3} \S/m.test(beginning) && beginning.split(/\r?\n/).some((text) => line.test(text)),
  read,
} as const satisfies Tracker;

/** A run so far. */
interface OpenRun {
  readonly first: number;
  last: number;
  started: number;
  ended: number;
  energy: number | undefined;
  /** The parts at the last total, and those since. */
  parts: EnergyParts;
  since: EnergyParts;
  version: string | undefined;
  accelerator: RunRecord['accelerator'];
}

async function* read(text: LogText): AsyncGenerator<LogItem> {
  const log = createLogReport();
  const runs: RunRecord[] = [];
  let open: OpenRun | undefined;
  let seconds = Number.NaN;
  const end = (): void => {
    const run = open && runOf(open, log);
    if (run !== undefined) runs.push(run);
    open = undefined;
  };
  for await (const lines of textLines(text, log, () => undefined))
    for (const { line: at, text: own } of lines) {
      const [, hours, minutes, second, behind = ''] = line.exec(own) ?? [];
      const words = behind.trim();
      if (hours === undefined) continue;
      seconds = later(seconds, Number(hours) * 3600 + Number(minutes) * 60 + Number(second));
      const found = figureIn(words);
      if (began.test(words) ? hasEnergy(open) : found !== undefined && restarts(open, found)) end();
      open ??= {
        first: at,
        last: at,
        started: seconds,
        ended: seconds,
        energy: undefined,
        parts: {},
        since: {},
        version: undefined,
        accelerator: undefined,
      };
      addLine(open, words, found, at, seconds);
    }
  end();
  log.throwErrors();
  if (runs.length === 0) throw fatal(messages.noTotal());
  if (runs.every(({ energy }) => energy === undefined)) throw fatal(shared.nothingMeasured());
  log.report({ ...messages.noDate(), line: runs[0]?.lines[0] });
  log.report({ ...shared.hiddenPue(), line: runs[0]?.lines[0] });
  for (const run of runs) yield { run };
  yield* log.remarks();
}

/** Seconds since the first midnight: where the time of the day goes back, a day has passed. */
function later(before: number, ofDay: number): number {
  if (Number.isNaN(before)) return ofDay;
  const day = Math.floor(before / 86_400) * 86_400;
  const next = day + ofDay;
  // Lines of two threads may be a second out of order.
  return next < before - 60 ? next + 86_400 : Math.max(next, before);
}

interface Figure {
  readonly part: keyof EnergyParts | 'total';
  readonly kWh: number;
}

function figureIn(words: string): Figure | undefined {
  const all = total.exec(words)?.[1];
  if (all !== undefined) return { part: 'total', kWh: Number(all) };
  const [, name = '', kWh] = part.exec(words) ?? [];
  if (kWh === undefined) return undefined;
  return { part: /gpu/i.test(name) ? 'gpu' : /cpu/i.test(name) ? 'cpu' : 'ram', kWh: Number(kWh) };
}

function hasEnergy(open: OpenRun | undefined): boolean {
  return open !== undefined && (open.energy ?? open.since.gpu ?? open.since.cpu ?? open.since.ram) !== undefined;
}

/** Whether a figure is below what the run had: another tracker has started. */
function restarts(open: OpenRun | undefined, { part: of, kWh }: Figure): boolean {
  if (open === undefined) return false;
  const before = of === 'total' ? open.energy : open.since[of];
  return before !== undefined && kWh < before;
}

function addLine(open: OpenRun, words: string, found: Figure | undefined, at: number, seconds: number): void {
  open.last = at;
  // What is set up before the first energy takes time, and is no part of the run.
  if (!hasEnergy(open) && found === undefined) open.started = seconds;
  if (found?.part === 'total') Object.assign(open, { energy: found.kWh, parts: open.since, ended: seconds });
  else if (found !== undefined) open.since = { ...open.since, [found.part]: found.kWh };
  open.version = version.exec(words)?.[1] ?? open.version;
  const [, count = '1', name = ''] = gpus.exec(words) ?? [];
  // Several models run together into one text.
  if (name !== '' && name !== 'None' && !/ x /.test(name)) open.accelerator = { name: name.trim(), count: Number(count) };
}

/** Reports what the tool names and did not read. */
function reportUnread({ energy, boundary, unread }: Readings, all: number | undefined, report: Report): void {
  if (all === undefined) report(shared.notMeasured('This run'));
  else if (energy === undefined) report(ofRows.onlyMemory());
  else if (boundary === 'processors') report(ofRows.gpuNotMeasured());
  else if (unread.includes('cpu')) report(ofRows.cpuNotMeasured());
}

function runOf(open: OpenRun, log: LogReport): RunRecord | undefined {
  const { first, last, started, ended, since, version: tool, accelerator } = open;
  if (!hasEnergy(open)) return undefined;
  const report = log.at(last);
  const isWhole = open.energy !== undefined;
  const parts = isWhole ? open.parts : since;
  const sum = (parts.gpu ?? 0) + (parts.cpu ?? 0) + (parts.ram ?? 0);
  const hours = (isWhole ? ended - started : 0) / 3600;
  const value = open.energy ?? sum;
  if (!isWhole) report(messages.partsOnly());
  else if (JSON.stringify(parts) !== JSON.stringify(since)) report(messages.afterTotal());
  const { gpu, cpu, ram } = parts;
  const read = readingsOf({ seconds: hours * 3600, pue: 1, total: value, gpu, cpu, ram }, accelerator !== undefined);
  reportUnread(read, measuredEnergy(value, hours), report);
  if (read.energy !== undefined && read.energy < fewDigits) report(messages.rounded(read.energy));
  return {
    tracker: 'codecarbon-output',
    version: tool,
    lines: [first, last],
    hours: hours > 0 ? hours : undefined,
    energy: read.energy,
    boundary: read.boundary,
    parts: read.parts,
    isMeasured: false,
    accelerator,
    place: {},
  };
}
