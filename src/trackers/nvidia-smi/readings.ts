import type { Report } from '../../diagnostics/report.js';
import { atMost } from '../../units/format.js';
import { idleCardsOf } from '../cards-at-idle.js';
import { fatal } from '../log-report.js';
import { measuredEnergy } from '../measured.js';
import { messages as shared } from '../messages.js';
import type { RunRecord } from '../record.js';
import { localTime } from '../texts/local-time.js';
import { messages } from './messages.js';

/** Seconds without a row that are reported as a gap. */
export const maxSeconds = 60;

/** The longest time between samples, as a multiple of the shortest, that is not reported. */
const maxRatio = 10;

/** A row of one GPU. */
export interface Sample {
  readonly line: number;
  readonly gpu: string;
  readonly name: string | undefined;
  readonly stamp: string;
  readonly time: number;
  /** `undefined` where the power was not read. */
  readonly watts: number | undefined;
}

/** What was read of one GPU. */
interface Gpu {
  readonly name: string | undefined;
  first: number;
  time: number;
  watts: number;
  highest: number;
  joules: number;
  samples: number;
  /** Rows without a power since the last reading, and between two readings. */
  waiting: number;
  bridged: number;
  atEnds: number;
}

/** What was read of all GPUs in one recording. */
export interface Readings {
  readonly gpus: Map<string, Gpu>;
  readonly lines: [first: number, last: number];
  ended: string | undefined;
  /** Time of the last row, with a power or without. */
  time: number;
  /** Seconds between samples. */
  apart: readonly [shortest: number, longest: number];
  gaps: number;
}

export function createReadings(): Readings {
  return { gpus: new Map(), lines: [0, 0], ended: undefined, time: Number.NaN, apart: [Infinity, 0], gaps: 0 };
}

export function addSample(readings: Readings, { line, gpu: id, name, stamp, time, watts }: Sample): void {
  if (readings.lines[0] === 0) readings.lines[0] = line;
  readings.lines[1] = line;
  readings.time = time;
  const gpu = readings.gpus.get(id) ?? {
    name,
    first: time,
    time,
    watts: 0,
    highest: 0,
    joules: 0,
    samples: 0,
    waiting: 0,
    bridged: 0,
    atEnds: 0,
  };
  readings.gpus.set(id, gpu);
  if (watts === undefined) {
    gpu.waiting += 1;
    return;
  }
  readings.ended = stamp;
  gpu.highest = Math.max(gpu.highest, watts);
  if (gpu.samples === 0) {
    Object.assign(gpu, { first: time, time, watts, samples: 1, waiting: 0, atEnds: gpu.waiting });
    return;
  }
  const seconds = time - gpu.time;
  if (seconds === 0 && id === '') throw fatal(messages.noGpuColumn(), line);
  if (seconds < 0) throw fatal(shared.backwards(), line);
  addPower(readings, gpu, time, watts);
}

/** The power between two samples is a straight line: (W + W) ÷ 2 × s = J. */
function addPower(readings: Readings, gpu: Gpu, time: number, watts: number): void {
  const seconds = time - gpu.time;
  gpu.joules += ((gpu.watts + watts) / 2) * seconds;
  gpu.watts = watts;
  gpu.time = time;
  gpu.samples += 1;
  gpu.bridged += gpu.waiting;
  gpu.waiting = 0;
  if (seconds === 0) return;
  const [shortest, longest] = readings.apart;
  readings.apart = [Math.min(shortest, seconds), Math.max(longest, seconds)];
  if (seconds > maxSeconds) readings.gaps += 1;
}

const isRead = ({ samples }: Gpu): boolean => samples > 1;

/** Whether a GPU has a power above 0. Where it has 0 W throughout, it was not measured. */
const isMeasured = ({ joules, first, time }: Gpu): boolean => measuredEnergy(joules, (time - first) / 3600) !== undefined;

/** Whether a GPU of the recording has two power readings. */
export function hasPower({ gpus }: Readings): boolean {
  return [...gpus.values()].some(isRead);
}

/** The run of a recording; `undefined` where every power is 0. */
export function runOf({ gpus, lines, ended }: Readings): RunRecord | undefined {
  const read = [...gpus.values()].filter((gpu) => isRead(gpu) && isMeasured(gpu));
  if (read.length === 0) return undefined;
  const energy = read.reduce((sum, gpu) => sum + gpu.joules, 0) / 3.6e6;
  const start = Math.min(...read.map(({ first }) => first));
  const end = Math.max(...read.map(({ time }) => time));
  const [name, ...others] = namesOf(read);
  const hours = (end - start) / 3600;
  const unread = [...gpus.values()].filter((gpu) => !read.includes(gpu));
  // A card of the model that was read did the same work; one of another model may only have had a screen.
  const alike = unread.filter((gpu) => gpu.name === undefined || namesOf(read).includes(gpu.name));
  const cards = read.length + alike.length;
  return {
    tracker: 'nvidia-smi',
    lines,
    ended: ended === undefined ? undefined : localTime(ended),
    hours,
    energy,
    boundary: 'accelerator',
    parts: { gpu: energy },
    unread: alike.length === 0 ? undefined : { hours, acceleratorHours: alike.length * hours, what: `${alike.length} of ${cards} GPUs` },
    unreadCards: cardsText(unread, alike, hours),
    idleCards: idleCardsOf(read.map(({ highest, joules, first, time }) => ({ highest, mean: joules / (time - first) }))),
    isMeasured: true,
    accelerator: name === undefined ? undefined : { name: others.length === 0 ? name : undefined, count: cards },
    place: {},
  };
}

/** Cards of other models, which no rated power of the run's model is of: `Quadro K620 (1 h)`. */
function cardsText(unread: readonly Gpu[], alike: readonly Gpu[], hours: number): string | undefined {
  const names = unread.filter((gpu) => !alike.includes(gpu)).flatMap(({ name }) => name ?? []);
  return names.length === 0 ? undefined : names.map((name) => `${name} (${atMost(hours, 4)}\u202fh)`).join(', ');
}

function namesOf(gpus: readonly Gpu[]): readonly string[] {
  return [...new Set(gpus.flatMap(({ name }) => name ?? []))];
}

/** Reports what was not read, and what was interpolated. */
export function reportOn({ gpus, gaps, apart: [shortest, longest] }: Readings, report: Report): void {
  const called = ({ name }: Gpu): string => (name === undefined ? 'One GPU' : `One GPU (${name})`);
  const all = [...gpus.values()];
  const read = all.filter(isRead);
  for (const gpu of all) {
    if (!isRead(gpu)) report(messages.gpuWithoutPower(called(gpu)));
    else if (!isMeasured(gpu)) report(shared.notMeasured(called(gpu)));
  }
  const names = namesOf(read.filter(isMeasured));
  if (names.length > 1) report(shared.severalModels(names.join(', ')));
  const bridged = read.reduce((sum, gpu) => sum + gpu.bridged, 0);
  const atEnds = read.reduce((sum, gpu) => sum + gpu.atEnds + gpu.waiting, 0);
  if (bridged > 0) report(messages.noReading(bridged));
  if (atEnds > 0) report(messages.noReadingAtEnds(atEnds));
  if (gaps > 0) report(messages.gaps(gaps, Math.round(longest)));
  else if (longest > maxRatio * shortest) report(messages.unevenSamples(atMost(shortest, 2), atMost(longest, 2)));
}
