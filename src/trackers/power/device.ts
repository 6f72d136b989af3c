import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import { measuredEnergy } from '../measured.js';
import { createGaps, type Gaps, minGap } from './gaps.js';
import { messages } from './messages.js';

/** Seconds without a reading over which the power is not interpolated: the recording was stopped, or the clock was set. */
const maxBridge = 86_400;

/** A row of one device. */
export interface Sample {
  readonly line: number;
  /** Its index or id; empty where the log has no column for it. */
  readonly device: string;
  readonly name: string | undefined;
  /** The time as the log writes it. */
  readonly stamp: string;
  /** Seconds since some day, or since the start. */
  readonly time: number;
  /** `undefined` where the power was not read. */
  readonly watts: number | undefined;
}

/** A sample with a power. */
interface Reading {
  readonly line: number;
  readonly stamp: string;
  readonly time: number;
  readonly watts: number;
}

/** What was read of one device, and its energy so far. */
export interface Device {
  readonly id: string;
  readonly name: string | undefined;
  /** Power (W) above which a sample is no reading of it. */
  readonly highest: number;
  /** Time of its last row, with a power or without. */
  row: number;
  first: number;
  last: Reading | undefined;
  /** The highest reading (W), with its line, and the time that it stands for: half of the steps before and behind it. */
  peak: number;
  peakLine: number;
  peakSeconds: number;
  /** The sum of all readings (W). */
  watts: number;
  joules: number;
  /** Seconds that were integrated over. */
  seconds: number;
  samples: number;
  /** Rows without a power since the last reading, between two readings, and before the first. */
  waiting: number;
  bridged: number;
  before: number;
  /** The first line of each of these. */
  waitingLine: number;
  bridgedLine: number;
  beforeLine: number;
  /** Times that the integral began again: the clock was set, or the recording was stopped. */
  restarts: number;
  /** A reading before the last one in time, or long after it. What follows shows whether its time is right. */
  suspect: Reading | undefined;
  shortest: number;
  longest: number;
  longestLine: number;
  /** The last time between readings, and how often it became ten times as long: rows of several devices come in bundles. */
  step: number;
  jumps: number;
  readonly gaps: Gaps;
}

export function createDevice(id: string, name: string | undefined, highest: number): Device {
  return {
    ...{ id, name, highest, row: Number.NaN, first: Number.NaN, last: undefined, suspect: undefined },
    ...{
      peak: 0,
      peakLine: 0,
      peakSeconds: 0,
      watts: 0,
      joules: 0,
      seconds: 0,
      samples: 0,
      waiting: 0,
      bridged: 0,
      before: 0,
      waitingLine: 0,
      bridgedLine: 0,
      beforeLine: 0,
      restarts: 0,
      shortest: Infinity,
      longest: 0,
      longestLine: 0,
      step: Number.NaN,
      jumps: 0,
    },
    gaps: createGaps(),
  };
}

export const isRead = ({ samples }: Device): boolean => samples > 1;

/** Whether a device has a power above 0 for any time. Where it has 0 W throughout, or only readings that are too far apart, it was not measured. */
export const isMeasured = ({ joules, seconds }: Device): boolean => seconds > 0 && measuredEnergy(joules, seconds / 3600) !== undefined;

/**
 * Adds a sample to the energy of its device, the trapezoidal integral of power over time. A sample that cannot be right is
 * rejected by its line, and the integral goes over the gap.
 */
export function addReading(device: Device, { line, stamp, time, watts }: Sample, reject: Report): void {
  if (watts === undefined) {
    if (device.waiting === 0) device.waitingLine = line;
    device.waiting += 1;
  } else if (watts < 0 || watts > device.highest) reject({ ...messages.impossiblePower(watts, device.highest), line });
  else place(device, { line, stamp, time, watts }, reject);
}

/** Takes a reading as the last one, `seconds` after the one before. */
function take(device: Device, reading: Reading, seconds: number): void {
  const { line, watts } = reading;
  if (device.last?.line === device.peakLine) device.peakSeconds += seconds / 2;
  if (watts > device.peak) Object.assign(device, { peak: watts, peakLine: line, peakSeconds: seconds / 2 });
  device.last = reading;
  device.watts += watts;
  device.samples += 1;
}

/** Ends the series: a last reading after a gap is taken as it is, one that goes back in time is not. */
export function endReadings(device: Device, reject: Report): void {
  const { last, suspect } = device;
  if (last === undefined || suspect === undefined) return;
  device.suspect = undefined;
  if (suspect.time > last.time) follow(device, last, suspect, reject);
  else reject(backwards(last, suspect));
}

function place(device: Device, reading: Reading, reject: Report): void {
  const { last, suspect } = device;
  if (last === undefined) {
    Object.assign(device, { first: reading.time, before: device.waiting, beforeLine: device.waitingLine, waiting: 0 });
    take(device, reading, 0);
    return;
  }
  if (suspect !== undefined) {
    device.suspect = undefined;
    const isAhead = suspect.time > last.time;
    // A clock that was set goes on from its new time; a stray row is between two that belong together.
    if (reading.time >= suspect.time && (isAhead || reading.time < last.time)) follow(device, last, suspect, reject);
    else reject(isAhead ? { ...messages.strayTime(suspect.time - last.time), line: suspect.line } : backwards(last, suspect));
    place(device, reading, reject);
    return;
  }
  const seconds = reading.time - last.time;
  if (seconds < 0 || seconds > minGap) device.suspect = reading;
  else follow(device, last, reading, reject);
}

function backwards(last: Reading, { time, line }: Reading): Diagnostic {
  return { ...messages.backwards(last.time - time), line };
}

/** The power between two readings is a straight line: (W + W) ÷ 2 × s = J. */
function follow(device: Device, last: Reading, reading: Reading, reject: Report): void {
  const seconds = reading.time - last.time;
  const isApart = seconds < 0 || seconds > maxBridge;
  take(device, reading, isApart ? 0 : seconds);
  if (device.bridged === 0) device.bridgedLine = device.waitingLine;
  device.bridged += device.waiting;
  device.waiting = 0;
  if (isApart) {
    device.restarts += 1;
    reject({ ...(seconds < 0 ? messages.clockSetBack(-seconds) : messages.longPause(seconds)), line: reading.line });
    return;
  }
  const joules = ((last.watts + reading.watts) / 2) * seconds;
  device.joules += joules;
  device.seconds += seconds;
  if (seconds === 0) return;
  if (seconds > 10 * device.step) device.jumps += 1;
  device.step = seconds;
  device.shortest = Math.min(device.shortest, seconds);
  if (seconds > device.longest) [device.longest, device.longestLine] = [seconds, reading.line];
  device.gaps.add(seconds, joules, reading.line);
}
