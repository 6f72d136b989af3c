import type { MeasurementBoundary } from '../../assessment/assessment.js';
import type { Report } from '../../diagnostics/report.js';
import { atMost } from '../../units/format.js';
import { idleCardsOf } from '../cards-at-idle.js';
import { fatal } from '../log-report.js';
import type { RunRecord } from '../record.js';
import { addReading, createDevice, type Device, endReadings, isMeasured, isRead, type Sample } from './device.js';
import { secondaryDies } from './dies.js';
import { createRhythm, type Rhythm } from './gaps.js';
import { messages } from './messages.js';

/** What a log is about. */
export interface PowerSource extends Pick<RunRecord, 'tracker' | 'project'> {
  readonly boundary: MeasurementBoundary | undefined;
  /** What a device is called in a sentence: GPU. */
  readonly device: string;
  /** What the column with the power is called. */
  readonly column: string;
  /** Power (W) above which a sample is no reading of a device of this name. */
  readonly highest: (name: string | undefined) => number;
  /** A time as a run states it; `undefined` for a time since the start. */
  readonly timeText: (stamp: string, seconds: number) => string | undefined;
  /** What to do where rows of several devices can't be told apart. */
  readonly askForDevice: string;
  /** What a device without a name is called, where its id may be published. */
  readonly nameOf?: ((id: string) => string | undefined) | undefined;
  /** Why a device has no power, where the tool has a word for it. */
  readonly whySilent?: string | undefined;
  /** Whether the first of two dies reports the power of both. */
  readonly hasDies?: boolean | undefined;
}

/** What was read of all devices in one recording. */
export interface Recording {
  readonly source: PowerSource;
  readonly devices: Map<string, Device>;
  readonly lines: [first: number, last: number];
  /** Time of the last row, with a power or without. */
  time: number;
  /** Times between the rows of each device. */
  readonly rhythm: Rhythm;
}

export function createRecording(source: PowerSource): Recording {
  return { source, devices: new Map(), lines: [0, 0], time: Number.NaN, rhythm: createRhythm() };
}

export function addSample(recording: Recording, sample: Sample, reject: Report): void {
  const { source, devices, lines } = recording;
  const { device: id, line, name, time, watts } = sample;
  recording.time = time;
  if (lines[0] === 0) lines[0] = line;
  lines[1] = line;
  const device = devices.get(id) ?? createDevice(id, name, source.highest(name));
  devices.set(id, device);
  if (id === '' && watts !== undefined && device.last?.time === time) throw fatal(messages.noDeviceColumn(source.askForDevice), line);
  if (time > device.row) recording.rhythm.add(time - device.row);
  device.row = time;
  addReading(device, sample, reject);
}

/** Takes note of a device that may have no reading at all. */
export function expectDevice({ source, devices, lines }: Recording, id: string, line: number): void {
  if (devices.has(id)) return;
  devices.set(id, createDevice(id, undefined, source.highest(undefined)));
  if (lines[0] === 0) lines[0] = line;
  lines[1] = Math.max(lines[1], line);
}

/**
 * Whether a sample below a repeated header is of another recording: one that was begun earlier, or much later than the next sample was
 * due. Some tools write a header above each sample, so a recording with less than two readings goes on.
 */
export function isApart({ time, devices, rhythm }: Recording, sample: Sample): boolean {
  const seconds = sample.time - time;
  if (seconds < 0) return true;
  return rhythm.isGap(seconds) && [...devices.values()].some(({ samples, suspect }) => samples + (suspect === undefined ? 0 : 1) > 1);
}

/** Readings from which on their rhythm says whether they are of several devices; and how many devices a machine may have. */
const minReadings = 12;
const mostDevices = 20;

/**
 * Ends all series. Returns the number of readings.
 *
 * @throws {InputError} Where rows without a device come in bundles, as those of several devices do.
 */
export function endRecording({ source, devices, lines }: Recording, reject: Report): number {
  for (const device of devices.values()) {
    endReadings(device, reject);
    const { id, samples, jumps } = device;
    if (id === '' && samples >= minReadings && jumps * mostDevices > samples) throw fatal(messages.bundles(source.askForDevice), lines[1]);
  }
  return [...devices.values()].reduce((sum, { samples }) => sum + samples, 0);
}

/** Whether a device of the recording has two power readings. */
export function hasPower({ devices }: Recording): boolean {
  return [...devices.values()].some(isRead);
}

/** The line of the last reading of any device. */
export function lastReading({ devices }: Recording): number {
  return Math.max(0, ...[...devices.values()].map(({ last, suspect }) => suspect?.line ?? last?.line ?? 0));
}

/** The run of a recording; `undefined` where every power is 0. */
export function runOf({ source, devices, lines }: Recording): RunRecord | undefined {
  const read = [...devices.values()].filter((device) => isRead(device) && isMeasured(device));
  if (read.length === 0) return undefined;
  const energy = read.reduce((sum, { joules }) => sum + joules, 0) / 3.6e6;
  const isGpu = source.boundary === 'accelerator';
  const [name, ...others] = namesOf(read);
  const silent = silentBeside(devices, source, read);
  const hours = secondsOf(read) / 3600;
  const cards = read.length + silent.alike.length;
  const [end] = read.flatMap(({ last }) => last ?? []).sort((a, b) => b.time - a.time);
  return {
    tracker: source.tracker,
    lines,
    project: source.project,
    ended: end && source.timeText(end.stamp, end.time),
    hours,
    energy,
    boundary: source.boundary,
    parts: isGpu ? { gpu: energy } : {},
    unread:
      silent.alike.length === 0
        ? undefined
        : { hours, acceleratorHours: silent.alike.length * hours, what: `${silent.alike.length} of ${cards} ${source.device}s` },
    unreadCards: silent.others.length === 0 ? undefined : silent.others.map((name) => `${name} (${atMost(hours, 4)}\u202fh)`).join(', '),
    idleCards: isGpu ? idleCardsOf(read.map(({ peak, joules, seconds }) => ({ highest: peak, mean: joules / seconds }))) : undefined,
    isMeasured: true,
    accelerator:
      isGpu && (name !== undefined || read.every(({ id }) => id !== ''))
        ? { name: others.length === 0 ? name : undefined, count: cards }
        : undefined,
    place: {},
  };
}

/**
 * GPUs without a power beside those that have one: those of the model that was read did the same work, and one of another model may only
 * have had a screen. A second die has no power of its own.
 */
function silentBeside(
  devices: ReadonlyMap<string, Device>,
  source: PowerSource,
  read: readonly Device[],
): { readonly alike: readonly Device[]; readonly others: readonly string[] } {
  if (source.boundary !== 'accelerator') return { alike: [], others: [] };
  const dies = diesOf(devices, source, read);
  const silent = [...devices.values()].filter((device) => !read.includes(device) && !dies.includes(device));
  const names = namesOf(read);
  const alike = silent.filter(({ name }) => name === undefined || names.includes(name));
  return { alike, others: silent.flatMap((device) => (alike.includes(device) ? [] : (device.name ?? []))) };
}

/** Devices without a power of their own. */
export function diesOf(devices: ReadonlyMap<string, Device>, { hasDies }: PowerSource, measured: readonly Device[]): readonly Device[] {
  return hasDies === true ? secondaryDies(devices.values(), measured) : [];
}

/** From the first reading to the last; where the clock was set, what was integrated over. */
function secondsOf(devices: readonly Device[]): number {
  if (devices.some(({ restarts }) => restarts > 0)) return Math.max(...devices.map(({ seconds }) => seconds));
  return Math.max(...devices.map(({ last }) => last?.time ?? 0)) - Math.min(...devices.map(({ first }) => first));
}

export function namesOf(devices: readonly Device[]): readonly string[] {
  return [...new Set(devices.flatMap(({ name }) => name ?? []))];
}
