import type { Report } from '../../diagnostics/report.js';
import { messages as shared } from '../messages.js';
import { addGrid } from './grid.js';
import { messages } from './messages.js';

/** What the standard log states for an epoch: mean power of all devices of a kind (W), and seconds. */
export interface Epoch {
  number?: number | undefined;
  seconds?: number | undefined;
  gpu?: number | undefined;
  cpu?: number | undefined;
  /** Memory, which is listed among the devices of the CPU. */
  ram?: number | undefined;
  other?: number | undefined;
  /** GPUs with 0 W beside others. */
  unreadGpus?: number | undefined;
}

/** What the output states for all epochs: kWh and grams, PUE included. */
export interface Block {
  readonly epochs?: number | undefined;
  seconds?: number | undefined;
  energy?: number | undefined;
  grams?: number | undefined;
}

/** What was read of a run. */
export interface OpenRun {
  readonly first: number;
  last: number;
  started?: string | undefined;
  ended?: string | undefined;
  version?: string | undefined;
  /** The factor that the energies of the output include. */
  pue?: number | undefined;
  gpus: readonly string[];
  /** Devices of the CPU: `cpu:0`, `dram:0`, or the name of a processor of which the tool has the rating alone. */
  cpus: readonly string[];
  /** Whether a processor is among the components that the tool found; `undefined` where it lists none. */
  hasCpu?: boolean | undefined;
  readonly epochs: Epoch[];
  epoch: Epoch;
  actual?: Block | undefined;
  /** The block whose lines are being read. */
  block?: Block | undefined;
  isPredicted: boolean;
  /** Whether a component had no power in an epoch. */
  isUnread: boolean;
  isInterrupted: boolean;
  intensity?: number | undefined;
  average?: number | undefined;
  country?: string | undefined;
  /** Whether the tool could not fetch an intensity, and used a constant. */
  isDefaulted: boolean;
}

export function openRun(line: number): OpenRun {
  return {
    first: line,
    last: line,
    gpus: [],
    cpus: [],
    epochs: [],
    epoch: {},
    isPredicted: false,
    isUnread: false,
    isInterrupted: false,
    isDefaulted: false,
  };
}

/** Whether an epoch has anything but its number. */
export function isFilled({ seconds, gpu, cpu, ram, other }: Epoch): boolean {
  return [seconds, gpu, cpu, ram, other].some((value) => value !== undefined);
}

export function hasData({ epochs, epoch, actual, isPredicted }: OpenRun): boolean {
  return epochs.length > 0 || isFilled(epoch) || actual !== undefined || isPredicted;
}

/** Adds the power of a component, `none` where it was not measured. */
export function addWatts(run: OpenRun, component: string, text: string, report: Report): void {
  const key = component === 'gpu' || component === 'cpu' ? component : 'other';
  nextEpoch(run, key);
  const watts = wattsOf(text);
  const memory = key === 'cpu' ? memoryIn(text, run.cpus) : undefined;
  // A device that worked for an epoch used more than 0 W.
  if (watts === 'none' || watts === 0) report(messages.noWatts(component));
  else if (watts !== undefined && /\b(?:none|nan)\b/i.test(text)) report(messages.someWatts(component));
  else if (watts === undefined) report(shared.notANumber(`Average power usage (W) for ${component}`, text));
  const unread = key === 'gpu' && typeof watts === 'number' && watts > 0 ? unreadIn(text) : 0;
  if (unread > 0 && !/\b(?:none|nan)\b/i.test(text)) report(messages.someGpus(unread));
  run.epoch.unreadGpus = unread === 0 ? run.epoch.unreadGpus : unread;
  run.epoch[key] = typeof watts === 'number' && watts > (memory ?? 0) ? watts - (memory ?? 0) : undefined;
  if (memory !== undefined && memory > 0) run.epoch.ram = memory;
  run.isUnread ||= watts === 'none' || watts === 0;
}

/** Adds what any other line states. A line states one thing. */
export function addLine(run: OpenRun, text: string, report: Report): void {
  addBlock(run, text);
  addEpoch(run, text, report);
  addConsumption(run, text, report);
  addMachine(run, text, report);
  addGrid(run, text);
  if (/^Training was interrupted/.test(text)) run.isInterrupted = true;
}

/** An epoch has each value once. A second one belongs to the next epoch. */
function nextEpoch(run: OpenRun, key: keyof Epoch): void {
  if (!(key in run.epoch)) return;
  run.epochs.push(run.epoch);
  run.epoch = {};
}

function addBlock(run: OpenRun, text: string): void {
  const [, kind, epochs] = /^(Actual|Predicted) consumption(?: for (\d+) epoch\(s\))?:/.exec(text) ?? [];
  if (kind === undefined) return;
  run.block = { epochs: epochs === undefined ? undefined : Number(epochs) };
  // The last block states the sum of all epochs, those before it the sum so far.
  if (kind === 'Actual') run.actual = run.block;
  else run.isPredicted = true;
}

function addEpoch(run: OpenRun, text: string, report: Report): void {
  const number = /^Epoch (\d+):/.exec(text)?.[1];
  if (number !== undefined) {
    nextEpoch(run, 'number');
    run.epoch.number = Number(number);
  }
  const duration = /^Duration:(.*)$/s.exec(text)?.[1]?.trim();
  if (duration === undefined) return;
  nextEpoch(run, 'seconds');
  const seconds = durationOf(duration);
  if (seconds === undefined) report(messages.badDuration(duration));
  else run.epoch.seconds = seconds;
}

function addConsumption({ block }: OpenRun, text: string, report: Report): void {
  const [, name, written = ''] = /^(Time|Energy|CO2eq):(.*)$/s.exec(text) ?? [];
  const amount = written.trim();
  if (block === undefined || name === undefined) return;
  const value = name === 'Time' ? durationOf(amount) : numberWith(amount, name === 'Energy' ? 'kWh' : 'g');
  if (value === undefined) report(name === 'Time' ? messages.badDuration(amount) : shared.notANumber(name, amount));
  else if (name === 'Time') block.seconds = value;
  else if (name === 'Energy') block.energy = value;
  else block.grams = value;
}

function addMachine(run: OpenRun, text: string, report: Report): void {
  const version = /^carbontracker version (\d[\w.]{0,15})/.exec(text)?.[1];
  if (version !== undefined) run.version = version;
  const [gpus, cpus] = [devicesIn(text, 'GPU'), devicesIn(text, 'CPU')];
  if (gpus !== undefined) run.gpus = gpus;
  if (cpus !== undefined) run.cpus = cpus;
  if (/components were found:/.test(text)) run.hasCpu = /\bCPU with device/.test(text);
  const pue = /multiplied by a PUE coefficient of (\d+(?:\.\d+)?)/.exec(text)?.[1];
  if (pue === undefined) return;
  if (Number(pue) < 1) report(shared.pueBelowOne(Number(pue)));
  else run.pue = Number(pue);
}

function devicesIn(text: string, kind: 'GPU' | 'CPU'): readonly string[] | undefined {
  const names = new RegExp(`components were found:.*?\\b${kind} with device\\(s\\) (.*?)\\.(?:\\s|$)`).exec(text)?.[1];
  return names?.split(',').map((name) => name.trim());
}

/** Power of the memory among that of the devices of the CPU, which are in the order of their names. */
function memoryIn(text: string, devices: readonly string[]): number | undefined {
  const words = text
    .replace(/^\s*\[|\]\s*$/g, '')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  if (words.length !== devices.length || !devices.some(isMemory)) return undefined;
  const watts = words.flatMap((word, at) => (isMemory(devices[at] ?? '') ? [Number(word)] : []));
  const sum = watts.reduce((total, value) => total + value, 0);
  return Number.isFinite(sum) ? sum : undefined;
}

function isMemory(device: string): boolean {
  return /^dram:\d/.test(device);
}

/** How the tool knows the power of the CPU: by RAPL, with the memory or without it, by another meter, or by the rating alone. */
export function cpuMeterOf(devices: readonly string[]): 'package' | 'package and memory' | 'other' | 'rating' | undefined {
  if (devices.length === 0) return undefined;
  if (devices.every((device) => /^(?:cpu|dram):\d/.test(device))) return devices.some(isMemory) ? 'package and memory' : 'package';
  // Apple's powermetrics lists a device named CPU.
  return devices.every((device) => /^(?:cpu|gpu|ane)$/i.test(device)) ? 'other' : 'rating';
}

function numberWith(text: string, unit: string): number | undefined {
  const [, digits, found] = /^(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*([a-z]\w*)$/i.exec(text.trim()) ?? [];
  return digits === undefined || found !== unit || !Number.isFinite(Number(digits)) ? undefined : Number(digits);
}

/**
 * Power of all devices of a kind: a number, or numbers between brackets as numpy prints them. `none` where no device has one.
 *
 * @example wattsOf('[136.86 142.1]') //=> 278.96
 */
export function wattsOf(text: string): number | 'none' | undefined {
  const words = text
    .replace(/^\s*\[|\]\s*$/g, '')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  if (words.length === 0 || words.every((word) => /^(?:none|nan)$/i.test(word))) return 'none';
  const watts = words.map((word) =>
    /^(?:none|nan)$/i.test(word) ? 0 : /^\d+(?:\.\d*)?(?:e[+-]?\d+)?$/i.test(word) ? Number(word) : Number.NaN,
  );
  const sum = watts.reduce((total, value) => total + value, 0);
  return Number.isFinite(sum) ? sum : undefined;
}

/** How many devices of a list have 0 W, or no figure. */
function unreadIn(text: string): number {
  return [...text.matchAll(/(?<![\d.])0+(?:\.0*)?(?![\d.])|\b(?:none|nan)\b/gi)].length;
}

/** Seconds of `0:02:21.90`, `26:00:00`, `1 day, 2:00:00`. */
export function durationOf(text: string): number | undefined {
  const [, days = '0', hours, minutes, seconds] = /^\s*(?:(\d+) days?, )?(\d+):(\d\d):(\d\d(?:\.\d+)?)\s*$/.exec(text) ?? [];
  return hours === undefined ? undefined : ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}
