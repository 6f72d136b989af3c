import { fatal, type LogReport } from '../log-report.js';
import { messages as shared } from '../messages.js';
import type { RunRecord } from '../record.js';
import type { Sample } from './device.js';
import { messages } from './messages.js';
import {
  addSample,
  createRecording,
  endRecording,
  expectDevice,
  hasPower,
  isApart,
  lastReading,
  type PowerSource,
  type Recording,
  runOf,
} from './recording.js';
import type { Rejects } from './rejects.js';
import { reportOn } from './report-on.js';

/** The run of a recording, and the ids of the devices whose power was read; these are never published. */
export interface PowerRun {
  readonly run: RunRecord;
  readonly devices: readonly string[];
}

/** The samples of a log, in one recording or several. */
export interface PowerLog {
  /** @param headers Times that the header was repeated above the sample. */
  readonly add: (sample: Sample, headers?: number) => void;
  /** Says that there is such a device, so that it is missed where it has no reading. */
  readonly expect: (device: string, line: number) => void;
  /** Ends the last recording. The runs of those that have a power. */
  readonly end: () => readonly PowerRun[];
  /** Readings so far, of the recordings that have ended. */
  readonly readings: () => number;
  /** Whether any device has two readings. */
  readonly hasPower: () => boolean;
}

/** @param rejects Takes the rows that can't be right. */
export function createPowerLog(source: PowerSource, log: LogReport, rejects: Rejects): PowerLog {
  const runs: PowerRun[] = [];
  let [recording, headers, hasAny, readings] = [createRecording(source), 0, false, 0];
  const end = (ended: Recording): void => {
    if (ended.lines[1] === 0) return;
    readings += endRecording(ended, rejects.report);
    const run = runOf(ended);
    if (run !== undefined) runs.push({ run, devices: [...ended.devices.keys()].filter((id) => id !== '') });
    hasAny ||= hasPower(ended);
    if (hasPower(ended)) reportOn(ended, log.report);
    else log.report({ ...messages.recordingWithoutPower(), line: ended.lines[1] });
  };
  return {
    add: (sample, repeated = 0) => {
      if (repeated > headers && isApart(recording, sample)) {
        log.report({ ...messages.newRecording(Math.round(sample.time - recording.time)), line: sample.line });
        rejects.endsAbove(lastReading(recording), sample.line);
        end(recording);
        recording = createRecording(source);
      }
      headers = repeated;
      addSample(recording, sample, rejects.report);
    },
    expect: (device, line) => expectDevice(recording, device, line),
    end: () => {
      rejects.endsAbove(lastReading(recording), Infinity);
      end(recording);
      return runs;
    },
    readings: () => readings,
    hasPower: () => hasAny,
  };
}

/**
 * The runs of the series of one log.
 *
 * @throws {InputError} Where rows are wrong, or no series has a power.
 */
export function runsOf(logs: readonly PowerLog[], { device, column }: PowerSource, log: LogReport, rejects: Rejects): readonly PowerRun[] {
  const runs = logs.flatMap((one) => one.end());
  rejects.end(logs.reduce((sum, one) => sum + one.readings(), 0));
  log.throwErrors();
  if (runs.length === 0) throw fatal(logs.some((one) => one.hasPower()) ? shared.nothingMeasured() : messages.noPower(device, column));
  return runs;
}
