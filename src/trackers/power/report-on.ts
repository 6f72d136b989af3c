import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import { isGeneralHighest } from '../../plausibility/sample-power.js';
import { atMost } from '../../units/format.js';
import { messages as shared } from '../messages.js';
import { type Device, isMeasured, isRead } from './device.js';
import { messages } from './messages.js';
import { diesOf, namesOf, type PowerSource, type Recording } from './recording.js';

/** The longest time between samples, as a multiple of the shortest, that is not reported. */
const maxRatio = 10;

/** A reading above this power (W) is a spike where it is above the mean of all others by this factor. */
const spike = { watts: 1000, factor: 20 } as const;

/** Reports what was not read, and what was interpolated, by the first line that it is about; by the last line what is about all. */
export function reportOn({ source, devices, lines }: Recording, log: Report): void {
  const report = (diagnostic: Diagnostic): void => log({ ...diagnostic, line: diagnostic.line ?? lines[1] });
  const all = [...devices.values()];
  const measured = all.filter((device) => isRead(device) && isMeasured(device));
  const dies = diesOf(devices, source, measured);
  if (dies.length > 0) report(messages.secondaryDies(dies.length, all.length - dies.length));
  for (const device of all) if (!measured.includes(device) && !dies.includes(device)) reportSilent(device, source, report);
  const names = namesOf(measured);
  if (names.length > 1) report(shared.severalModels(names.join(', ')));
  const read = all.filter(isRead);
  reportUnread(read, report);
  reportGaps(read, report);
  for (const device of read) reportSpike(device, report);
}

function reportSilent(device: Device, source: PowerSource, report: Report): void {
  const name = device.name ?? source.nameOf?.(device.id);
  const called = name === undefined ? `One ${source.device}` : `One ${source.device} (${name})`;
  report(isRead(device) ? shared.notMeasured(called) : messages.withoutPower(called, source.whySilent));
}

function reportUnread(devices: readonly Device[], report: Report): void {
  const bridged = devices.filter((device) => device.bridged > 0);
  const ends = devices.flatMap(({ before, beforeLine, waiting, waitingLine }) => [
    { rows: before, line: beforeLine },
    { rows: waiting, line: waitingLine },
  ]);
  const atEnds = ends.filter(({ rows }) => rows > 0);
  const first = (from: readonly number[]): number => from.reduce((least, line) => Math.min(least, line), Infinity);
  if (bridged.length > 0) {
    const rows = bridged.reduce((sum, device) => sum + device.bridged, 0);
    report({ ...messages.noReading(rows), line: first(bridged.map(({ bridgedLine }) => bridgedLine)) });
  }
  if (atEnds.length > 0) {
    const rows = atEnds.reduce((sum, one) => sum + one.rows, 0);
    report({ ...messages.noReadingAtEnds(rows), line: first(atEnds.map(({ line }) => line)) });
  }
}

/** The gaps of the device that has the longest ones, and the energy in those of all devices. */
function reportGaps(devices: readonly Device[], report: Report): void {
  const gaps = devices.flatMap((device) => device.gaps.sum() ?? []).sort((a, b) => b.seconds - a.seconds);
  const [longest] = gaps;
  const total = devices.reduce((sum, { joules }) => sum + joules, 0);
  if (longest !== undefined) {
    const joules = gaps.reduce((sum, gap) => sum + gap.joules, 0);
    report({ ...messages.gaps(longest.count, longest.longest, longest.seconds, joules, total), line: longest.line });
    return;
  }
  const [slowest] = devices.toSorted((a, b) => b.longest - a.longest);
  const low = Math.min(...devices.map(({ shortest }) => shortest));
  if (slowest !== undefined && slowest.longest > maxRatio * low)
    report({ ...messages.unevenSamples(atMost(low, 2), atMost(slowest.longest, 2)), line: slowest.longestLine });
}

/** A reading far above all others, where the limit of the device is unknown. */
function reportSpike({ highest, peak, peakLine, peakSeconds, watts, samples, joules }: Device, report: Report): void {
  const mean = (watts - peak) / (samples - 1);
  if (!isGeneralHighest(highest) || peak <= spike.watts || peak <= spike.factor * mean) return;
  report({ ...messages.powerSpike(peak, mean, (peak - mean) * peakSeconds, joules), line: peakLine });
}
