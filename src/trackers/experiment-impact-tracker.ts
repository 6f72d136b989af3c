import { error, note, warning } from '../diagnostics/message.js';
import type { Report } from '../diagnostics/report.js';
import { createLogReport, fatal, type LogReport } from './log-report.js';
import { measuredEnergy } from './measured.js';
import { messages as shared } from './messages.js';
import type { EnergyParts, RunRecord } from './record.js';
import { utcText } from './texts/epoch-time.js';
import { numberIn, own } from './texts/json-text.js';
import { textLines } from './texts/text-lines.js';
import type { LogItem, LogText, Tracker } from './tracker.js';

/** What the reader of experiment-impact-tracker reports. */
export const messages = {
  cutLine: () =>
    warning('cut-line', 'The last line is cut. It was skipped.', { note: 'This happens when the process is stopped while it writes.' }),
  noSamples: () =>
    error('no-samples', 'No two samples have a power, so there is no energy.', { expected: 'lines with the power of processors or GPUs' }),
  attributedPower: () =>
    note(
      'attributed-power',
      "The power is the share that the tool attributes to the process. The rest of the machine's power is not included, and neither is the tool's PUE of 1.58.",
      { note: 'The time before the first sample is not included.' },
    ),
  noReadings: (part: string) =>
    warning('no-reading', `No sample has a power of the ${part}, so it was not measured. The energy of the log does not include it.`),
  missingReadings: (part: string, count: number) =>
    warning(
      'no-reading',
      `${count === 1 ? '1 sample has' : `${count} samples have`} no power of the ${part}. The power of the next sample was used instead.`,
    ),
  lastReadings: (part: string, seconds: number) =>
    warning('no-last-reading', `The power of the ${part} is missing for the last ${Math.round(seconds)} s. That time is not counted.`),
  gaps: (count: number, longest: number) =>
    warning(
      'gaps',
      `${count === 1 ? 'Once' : `${count} times`} there are no samples for more than a minute, and for ${longest} s at most. The power of the next sample was used.`,
    ),
} as const;

/** W that the tool attributes to the process: its share of the processors with their memory, and of the GPUs. */
const powers = { cpu: 'rapl_estimated_attributable_power_draw', gpu: 'nvidia_estimated_attributable_power_draw' } as const;
/** W of all GPUs, whoever used them: where it is above 0, a share of 0 was measured. */
const absoluteGpuPower = 'nvidia_draw_absolute';
type Part = keyof typeof powers;
const parts = ['cpu', 'gpu'] as const satisfies readonly Part[];

/** Seconds without a line that are reported as a gap. */
const maxSeconds = 60;

/**
 * `data.json` of experiment-impact-tracker: a line of JSON for each sample, with the mean power since the sample before.
 * The tool's own totals include a PUE of 1.58; the samples don't.
 */
export const experimentImpactTracker = {
  id: 'experiment-impact-tracker',
  title: 'experiment-impact-tracker',
  listsDies: true,
  recognises: (beginning) => {
    const [first = ''] = beginning.replace(/^\uFEFF/, '').split('\n');
    return first.startsWith('{') && /"timestamp"\s*:/.test(first) && /"(?:rapl|nvidia)_estimated_attributable_power_draw"\s*:/.test(first);
  },
  read,
} as const satisfies Tracker;

/** The energy of one part of the machine. */
interface Meter {
  joules: number;
  /** Time up to which the energy was read. */
  until: number;
  readings: number;
  missing: number;
}

/** What was read of all samples. */
interface Samples {
  readonly meters: Map<Part, Meter>;
  readonly lines: [first: number, last: number];
  count: number;
  started: number;
  ended: number;
  /** Seconds without a sample. */
  gaps: number;
  longest: number;
  gpus: number;
  /** Whether a GPU was seen to take power, whoever used it. */
  isGpuRead: boolean;
  readonly intensity: { sum: number; count: number };
}

async function* read(text: LogText): AsyncGenerator<LogItem> {
  const log = createLogReport();
  let unfinished = 0;
  const samples: Samples = {
    meters: new Map(),
    lines: [0, 0],
    count: 0,
    started: Number.NaN,
    ended: Number.NaN,
    gaps: 0,
    longest: 0,
    gpus: 0,
    isGpuRead: false,
    intensity: { sum: 0, count: 0 },
  };
  const onUnfinished = (line: number): void => {
    unfinished = line;
  };
  for await (const lines of textLines(text, log, onUnfinished))
    for (const { line, text: json } of lines) {
      if (log.isFull()) break;
      const sample = sampleIn(json);
      if (sample !== undefined) addSample(samples, sample, line, log.at(line));
      else log.report({ ...(line === unfinished && samples.count > 0 ? messages.cutLine() : shared.notJson()), line });
    }
  log.throwErrors();
  yield { run: runOf(samples), machine: { isUtc: true } };
  reportOn(samples, log);
  yield* log.remarks();
}

/** A line of JSON as Python writes it. Its NaN and Infinity are read as null. */
function sampleIn(line: string): unknown {
  const clean = line.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) => (token.startsWith('"') ? token : 'null'));
  try {
    const value = JSON.parse(clean) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function addSample(samples: Samples, sample: unknown, line: number, report: Report): void {
  const time = numberIn(own(sample, 'timestamp'), 'timestamp', report);
  if (time === undefined || utcText(time) === undefined) {
    report(shared.badTime(String(time ?? '')));
    return;
  }
  const { meters, lines, intensity, count, ended } = samples;
  if (time < ended) report(shared.backwards());
  if (count > 0 && time - ended > maxSeconds) {
    samples.gaps += 1;
    samples.longest = Math.max(samples.longest, time - ended);
  }
  for (const part of parts) {
    const meter = meters.get(part) ?? { joules: 0, until: count === 0 ? time : samples.started, readings: 0, missing: 0 };
    meters.set(part, meter);
    addReading(meter, numberIn(own(sample, powers[part]), powers[part], report), time);
  }
  const value = numberIn(own(sample, 'realtime_carbon_intensity'), 'realtime_carbon_intensity', report);
  if (value !== undefined) {
    intensity.sum += value;
    intensity.count += 1;
  }
  samples.isGpuRead ||= (numberIn(own(sample, absoluteGpuPower), absoluteGpuPower, report) ?? 0) > 0;
  samples.gpus = Math.max(samples.gpus, gpusIn(sample));
  if (count === 0) [samples.started, lines[0]] = [time, line];
  [samples.ended, lines[1]] = [time, line];
  samples.count += 1;
}

/** Adds the mean power since the sample before. Where a sample has none, the power of the next one is used for its time too. */
function addReading(meter: Meter, watts: number | undefined, time: number): void {
  if (watts === undefined) {
    meter.missing += 1;
    return;
  }
  meter.joules += watts * (time - meter.until);
  meter.until = time;
  meter.readings += 1;
}

function runOf(samples: Samples): RunRecord {
  const { lines, count, started, ended, gpus, intensity } = samples;
  const hours = (ended - started) / 3600;
  const { gpu, cpu, isGpuUnread, hasReadings } = readIn(samples, hours);
  if (count < 2 || !(ended > started) || !hasReadings) throw fatal(messages.noSamples());
  if ((gpu ?? cpu) === undefined || (cpu === undefined && gpu === 0)) throw fatal(shared.nothingMeasured());
  return {
    tracker: 'experiment-impact-tracker',
    lines,
    started: utcText(started),
    ended: utcText(ended),
    hours,
    energy: (gpu ?? 0) + (cpu ?? 0),
    boundary: cpu === undefined ? 'accelerator' : isGpuUnread ? 'processors' : 'components',
    parts: { gpu, cpu },
    isMeasured: true,
    intensity: intensity.count === 0 ? undefined : intensity.sum / intensity.count,
    accelerator: gpus === 0 ? undefined : { count: gpus },
    place: {},
  };
}

interface ReadParts extends EnergyParts {
  /** The tool writes columns of GPUs where there are some, with 0 or nothing where it can't read them. */
  readonly isGpuUnread: boolean;
  readonly hasReadings: boolean;
}

/** What was read of processors and GPUs (kWh). A share of 0 in GPUs that took power was measured. */
function readIn({ meters, gpus, isGpuRead }: Samples, hours: number): ReadParts {
  const read = { gpu: energyOf(meters.get('gpu')), cpu: energyOf(meters.get('cpu')) };
  const gpu = isGpuRead ? read.gpu : measuredEnergy(read.gpu, hours);
  return {
    gpu,
    cpu: measuredEnergy(read.cpu, hours),
    isGpuUnread: gpu === undefined && (read.gpu !== undefined || gpus > 0),
    hasReadings: read.gpu !== undefined || read.cpu !== undefined,
  };
}

function energyOf(meter: Meter | undefined): number | undefined {
  return meter === undefined || meter.readings === 0 ? undefined : meter.joules / 3.6e6;
}

function gpusIn(sample: unknown): number {
  const states = own(sample, 'per_gpu_performance_state');
  return typeof states === 'object' && states !== null ? Object.keys(states).length : 0;
}

function reportOn({ meters, lines: [first, last], started, ended, gaps, longest, gpus, isGpuRead }: Samples, { report }: LogReport): void {
  report({ ...messages.attributedPower(), line: first });
  for (const part of parts)
    if ((meters.get(part)?.readings ?? 0) === 0 && (part === 'cpu' || gpus > 0))
      report({ ...messages.noReadings(part === 'cpu' ? 'processors' : 'GPUs'), line: last });
  for (const [part, { readings, missing, until, joules }] of meters) {
    if (readings === 0) continue;
    if (measuredEnergy(joules, (ended - started) / 3600) === undefined) {
      if (part === 'gpu' && isGpuRead) continue;
      report({ ...shared.notMeasured(`The ${part.toUpperCase()}`), line: last });
      continue;
    }
    if (missing > 0) report({ ...messages.missingReadings(part.toUpperCase(), missing), line: last });
    if (until < ended) report({ ...messages.lastReadings(part.toUpperCase(), ended - until), line: last });
  }
  if (gaps > 0) report({ ...messages.gaps(gaps, Math.round(longest)), line: last });
}
