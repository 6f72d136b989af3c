import { type MeasuredDevice, type Measurement, measurementKind } from '../../measurement/measurement.js';
import { exactSum } from '../../units/exact-sum.js';
import { idleCardsOf } from '../cards-at-idle.js';
import { createLogReport, fatal } from '../log-report.js';
import { measuredEnergy } from '../measured.js';
import { messages as shared } from '../messages.js';
import type { RunPower, RunRecord } from '../record.js';
import { epochSeconds, utcText } from '../texts/epoch-time.js';
import { readJson, wholeText } from '../texts/json-text.js';
import type { LogItem, LogText, Tracker } from '../tracker.js';
import { checkAgreement, hoursOf, type Times } from './agreement.js';
import { messages } from './messages.js';
import { type ReportAt, reportsAt, shapeOf } from './shape.js';

const kind = new RegExp(`"kind"\\s*:\\s*"${measurementKind}"`);

/**
 * The measurement file of `carboncard collect`: JSON with the energy, mean power and covered time of each device, the energy of each
 * hour, and power over time in at most 500 steps. Times are in UTC. Energies are those of the covered time alone.
 */
export const measurement = {
  id: 'measurement',
  title: 'carboncard collect',
  listsDies: true,
  recognises: (beginning) => /^\uFEFF?\s*\{/.test(beginning) && kind.test(beginning),
  read,
} as const satisfies Tracker;

async function* read(text: LogText): AsyncGenerator<LogItem> {
  const whole = await wholeText(text);
  const log = createLogReport();
  const at = reportsAt(whole, log);
  const measured = shapeOf(readJson(whole), at);
  const times = measured && timesIn(measured, at);
  if (measured !== undefined && times !== undefined) checkAgreement(measured, times, at);
  log.throwErrors();
  if (measured === undefined || times === undefined) return;
  const read = measured.devices.filter((device) => isRead(device));
  if (read.length === 0) throw fatal(shared.nothingMeasured());
  const silent = measured.devices.length - read.length;
  const names = `${silent} of ${measured.devices.length} devices`;
  if (silent > 0) at(['devices'])(shared.notMeasured(names));
  const lines = whole.trimEnd().split('\n').length;
  const run = runOf(measured, times, read, lines);
  if (run.power !== undefined && run.power.uncovered > 0) at(['coverage'])(messages.coverage(coverageOf(run.power, times)));
  yield { run, machine: { isUtc: true } };
  yield* log.remarks();
}

/** A device that is on takes more than 0 J in a second. */
function isRead({ energy, covered }: MeasuredDevice): boolean {
  return covered.value > 0 && measuredEnergy(energy.value, covered.value) !== undefined;
}

function coverageOf({ covered, devices }: RunPower, times: Times): number {
  return covered / (devices * hoursOf(times));
}

/** The instants of the file; `undefined` where one of them can't be, which is reported. */
function timesIn({ start, end, hourly, series, devices }: Measurement, at: ReportAt): Times | undefined {
  const bad: string[] = [];
  const instant = (text: string, where: string, ...path: readonly (string | number)[]): number => {
    const seconds = epochSeconds(text);
    if (seconds !== undefined) return seconds;
    bad.push(where);
    at(path)(messages.time(where, 'no such day or time'));
    return Number.NaN;
  };
  const times = {
    start: instant(start, 'start', 'start'),
    end: instant(end, 'end', 'end'),
    hourly: instant(hourly.start, 'hourly.start', 'hourly', 'start'),
    series: instant(series.start, 'series.start', 'series', 'start'),
  };
  if (times.end < times.start) {
    bad.push('end');
    at(['end'])(messages.time('end', 'before the start'));
  }
  for (const [n, device] of devices.entries()) {
    const [first, last] = (['start', 'end'] as const).map((key) => instant(device[key], `devices[${n}].${key}`, 'devices', n, key));
    if (first === undefined || last === undefined || bad.length > 0) continue;
    if (last < first) at(['devices', n, 'end'])(messages.time(`devices[${n}].end`, 'before its start'));
    else if (first < times.start - 1e-3) at(['devices', n, 'start'])(messages.time(`devices[${n}].start`, 'before that of the recording'));
    else if (last > times.end + 1e-3) at(['devices', n, 'end'])(messages.time(`devices[${n}].end`, 'after that of the recording'));
  }
  return bad.length === 0 ? times : undefined;
}

function runOf(measured: Measurement, times: Times, read: readonly MeasuredDevice[], lines: number): RunRecord {
  const { boundary, devices, program } = measured;
  const energy = measured.energy.value;
  const hours = hoursOf(times);
  const isGpu = boundary === 'accelerator';
  const silent = devices.length - read.length;
  const models = new Set(devices.flatMap(({ model }) => model ?? []));
  const [model] = models;
  return {
    tracker: 'measurement',
    version: program,
    lines: [1, lines],
    started: utcText(times.start),
    ended: utcText(times.end),
    hours,
    energy,
    boundary,
    parts: isGpu ? { gpu: energy } : {},
    unread:
      silent === 0
        ? undefined
        : {
            hours,
            acceleratorHours: isGpu ? silent * hours : undefined,
            what: `${silent} of ${devices.length} ${isGpu ? 'GPUs' : 'devices'}`,
          },
    idleCards: isGpu ? idleCardsOf(read.map((device) => cardOf(device))) : undefined,
    isMeasured: true,
    nodes: boundary === 'node' ? devices.length : undefined,
    accelerator: isGpu ? { name: models.size === 1 ? model : undefined, count: devices.length } : undefined,
    place: {},
    power: powerOf(measured, times, read),
  };
}

/** Mean and highest power of a card; of a counter of energy the mean for both. */
function cardOf({ energy, covered, peak }: MeasuredDevice): { readonly mean: number; readonly highest: number } {
  const mean = (energy.value * 1000) / covered.value;
  return { mean, highest: peak?.value ?? mean };
}

function powerOf({ energy, mean, peak, hourly, series }: Measurement, times: Times, read: readonly MeasuredDevice[]): RunPower {
  const hours = hoursOf(times);
  const [covered, uncovered] = [exactSum(), exactSum()];
  for (const device of read) {
    covered.add(device.covered.value);
    uncovered.add((Math.max(0, hours - device.covered.value) * powerAtWork(device)) / 1000);
  }
  const first = times.hourly / 3600;
  return {
    start: times.start,
    end: times.end,
    devices: read.length,
    covered: covered.value,
    recorded: mean === undefined || mean.value === 0 ? Math.min(hours, covered.value) : (energy.value * 1000) / mean.value,
    uncovered: uncovered.value,
    peak: peak?.value,
    hourly: new Map(hourly.energy.flatMap((kWh, n) => (kWh === null ? [] : [[first + n, kWh] as const]))),
    steps: { start: times.series, length: series.step.value, mean: besideGaps(series), peak: series.peak },
  };
}

/** Mean power of each step; where a gap begins or ends in a step, of the part that was recorded. */
function besideGaps({ mean, peak, coverage }: Measurement['series']): readonly (number | null)[] {
  return mean.map((watts, n) => {
    const isEdge = mean[n - 1] === null || mean[n + 1] === null;
    const share = coverage[n];
    if (watts === null || !isEdge || share === undefined || share === 0) return watts;
    return Math.max(watts, Math.min(peak[n] ?? watts, watts / share));
  });
}

/** Mean power of a device (W) without the time in which it was idle; of all of its time where nothing else is known. */
function powerAtWork({ energy, covered, idle }: MeasuredDevice): number {
  const mean = (energy.value * 1000) / covered.value;
  const hours = covered.value - (idle?.duration.value ?? 0);
  if (idle === undefined || hours <= 1e-9 * covered.value) return mean;
  return Math.max(mean, ((energy.value - idle.energy.value) * 1000) / hours);
}
