import type { MeasuredDevice, Measurement } from '../../measurement/measurement.js';
import { exactSum } from '../../units/exact-sum.js';
import { atMost, THIN } from '../../units/format.js';
import { messages } from './messages.js';
import { type JsonPath, pathText, type ReportAt } from './shape.js';

/** Share by which two ways to the same figure may differ: figures are written with 12 digits, and those of single steps with fewer. */
const tolerance = 1e-6;
const toleranceOfSteps = 1e-3;

const hour = 3600;
const joules = 3.6e6;

/** When a measurement and its devices were recorded, in seconds since 1970. */
export interface Times {
  readonly start: number;
  readonly end: number;
  readonly hourly: number;
  readonly series: number;
}

interface Checked {
  readonly measured: Measurement;
  readonly times: Times;
  readonly at: ReportAt;
}

/** Reports figures that do not fit each other: a file that was edited, cut or put together. */
export function checkAgreement(measured: Measurement, times: Times, at: ReportAt): void {
  const checked = { measured, times, at };
  checkDevices(checked);
  checkWhole(checked);
  checkHours(checked);
  checkSteps(checked);
}

/** Hours from the first sample of any device to the last. */
export function hoursOf({ start, end }: Times): number {
  return (end - start) / hour;
}

function sumOf(values: readonly (number | null | undefined)[]): number {
  const sum = exactSum();
  for (const value of values) sum.add(value ?? undefined);
  return sum.value;
}

function differ(a: number, b: number, share = tolerance): boolean {
  return Math.abs(a - b) > share * Math.max(Math.abs(a), Math.abs(b)) + 1e-12;
}

/** Reports a figure that is not what others give. */
function checkSum({ at }: Pick<Checked, 'at'>, path: JsonPath, figure: Figure): void {
  const { value, sum, unit, what, share } = figure;
  if (!differ(value, sum, share)) return;
  const text = (one: number): string => `${atMost(one, 9)}${unit === '' ? '' : THIN}${unit}`;
  at(path)(messages.sum(pathText(path), text(value), what, text(sum)));
}

interface Figure {
  readonly value: number;
  readonly sum: number;
  readonly unit: string;
  readonly what: string;
  readonly share?: number | undefined;
}

function checkDevices({ measured: { devices }, times, at }: Checked): void {
  for (const [n, device] of devices.entries()) {
    const path = (...keys: JsonPath): JsonPath => ['devices', n, ...keys];
    const { covered, energy, mean, peak, idle, longestGap } = device;
    const span = hoursOf(times);
    if (covered.value > span * (1 + tolerance) + 1e-9)
      at(path('covered'))(messages.figure(pathText(path('covered')), 'longer than the recording'));
    else if (span > 0)
      checkSum({ at }, path('coverage'), {
        value: device.coverage,
        sum: Math.min(1, covered.value / span),
        unit: '',
        what: '`covered` ÷ the length of the recording',
      });
    if (covered.value === 0 && energy.value > 0)
      at(path('energy'))(messages.figure(pathText(path('energy')), 'an energy without covered time'));
    if (mean !== undefined && covered.value > 0)
      checkSum({ at }, path('mean'), {
        value: mean.value,
        sum: (energy.value * 1000) / covered.value,
        unit: 'W',
        what: '`energy` ÷ `covered`',
      });
    if (peak !== undefined && mean !== undefined && peak.value < mean.value * (1 - tolerance))
      at(path('peak'))(messages.figure(pathText(path('peak')), 'lower than the mean'));
    if (idle !== undefined && (isMore(idle.energy.value, energy.value) || isMore(idle.duration.value, covered.value)))
      at(path('idle'))(messages.figure(pathText(path('idle')), 'more than the whole of the device'));
    if (longestGap !== undefined && isMore(longestGap.value, span))
      at(path('longestGap'))(messages.figure(pathText(path('longestGap')), 'longer than the recording'));
  }
}

function isMore(part: number, whole: number): boolean {
  return part > whole * (1 + tolerance) + 1e-12;
}

function checkWhole({ measured, times, at }: Checked): void {
  const { devices, energy, samples, coverage, idle } = measured;
  const of = (figure: (device: MeasuredDevice) => number | undefined): number => sumOf(devices.map(figure));
  checkSum({ at }, ['energy'], {
    value: energy.value,
    sum: of((device) => device.energy.value),
    unit: 'kWh',
    what: 'the sum of the devices',
  });
  checkSum({ at }, ['samples'], {
    value: samples,
    sum: of((device) => device.samples),
    unit: '',
    what: 'the sum of the devices',
    share: 0,
  });
  const span = hoursOf(times) * devices.length;
  if (span > 0)
    checkSum({ at }, ['coverage'], {
      value: coverage,
      sum: Math.min(1, of(({ covered }) => covered.value) / span),
      unit: '',
      what: 'the covered time of the devices ÷ their number and the length of the recording',
    });
  checkMean({ measured, times, at });
  const sumOfIdle = (figure: (own: NonNullable<MeasuredDevice['idle']>) => number): number =>
    of((device) => device.idle && figure(device.idle));
  if (idle === undefined) return;
  const [kWh, hours] = [sumOfIdle(({ energy: own }) => own.value), sumOfIdle(({ duration }) => duration.value)];
  checkSum({ at }, ['idle', 'energy'], { value: idle.energy.value, sum: kWh, unit: 'kWh', what: 'the sum of the devices' });
  checkSum({ at }, ['idle', 'duration'], { value: idle.duration.value, sum: hours, unit: 'h', what: 'the sum of the devices' });
}

/**
 * The mean is energy ÷ time in which any device is covered. That time is at least the covered time of each device, and at most that of all
 * together and the length of the recording.
 */
function checkMean({ measured: { devices, energy, mean, peak }, times, at }: Checked): void {
  if (mean === undefined) return;
  const covered = devices.map((device) => device.covered.value);
  const least = covered.reduce((longest, one) => Math.max(longest, one), 0);
  const most = Math.min(hoursOf(times), sumOf(covered));
  const power = (hours: number): number => (energy.value * 1000) / hours;
  const what = '`energy` ÷ the time in which any device is covered';
  if (least > 0 && mean.value > power(least)) checkSum({ at }, ['mean'], { value: mean.value, sum: power(least), unit: 'W', what });
  else if (most > 0 && mean.value < power(most)) checkSum({ at }, ['mean'], { value: mean.value, sum: power(most), unit: 'W', what });
  if (peak !== undefined && peak.value < mean.value * (1 - toleranceOfSteps)) at(['peak'])(messages.figure('peak', 'lower than the mean'));
}

function checkHours({ measured: { energy, hourly }, times, at }: Checked): void {
  if (times.hourly % hour !== 0) at(['hourly', 'start'])(messages.time('hourly.start', 'not a whole hour'));
  checkSpan({ at, times }, 'hourly', { start: times.hourly, length: hour, count: hourly.energy.length });
  checkEmpty(at, 'hourly', hourly.energy, hourly.coverage, 'energy');
  checkSum({ at }, ['hourly', 'energy'], { value: sumOf(hourly.energy), sum: energy.value, unit: 'kWh', what: '`energy`' });
}

function checkSteps({ measured: { energy, series, peak }, times, at }: Checked): void {
  const length = series.step.value;
  if (length === 0 && series.mean.length > 0) at(['series', 'step'])(messages.figure('series.step', 'no time'));
  checkSpan({ at, times }, 'series', { start: times.series, length, count: series.mean.length });
  checkEmpty(at, 'series', series.mean, series.coverage, 'mean');
  if (series.peak.length !== series.mean.length)
    at(['series', 'peak'])(messages.figure('series.peak', `${series.peak.length} entries beside ${series.mean.length} of \`mean\``));
  // The first and the last step may begin before the recording, or end after it.
  const inside = (n: number): number =>
    Math.min(times.end, times.series + (n + 1) * length) - Math.max(times.start, times.series + n * length);
  checkSum({ at }, ['series', 'mean'], {
    value: sumOf(series.mean.map((watts, n) => (watts === null ? null : watts * inside(n)))) / joules,
    sum: energy.value,
    unit: 'kWh',
    what: '`energy`',
    share: toleranceOfSteps,
  });
  for (const [n, mean] of series.mean.entries()) {
    const highest = series.peak[n];
    if (mean !== null && typeof highest === 'number' && highest < mean * (1 - toleranceOfSteps))
      at(['series', 'peak', n])(messages.figure(`series.peak[${n}]`, 'lower than the mean'));
  }
  const highest = series.peak.reduce<number>((most, one) => Math.max(most, one ?? 0), 0);
  if (peak !== undefined)
    checkSum({ at }, ['peak'], { value: peak.value, sum: highest, unit: 'W', what: 'the highest of `series`', share: toleranceOfSteps });
}

/** Whether equal steps begin with the recording and reach to its end. */
function checkSpan(
  { at, times }: Pick<Checked, 'at' | 'times'>,
  key: 'hourly' | 'series',
  { start, length, count }: { readonly start: number; readonly length: number; readonly count: number },
): void {
  const slack = tolerance * (times.end - times.start) + 1e-3;
  if (start > times.start + slack || start + length <= times.start - slack)
    at([key, 'start'])(messages.time(`${key}.start`, 'not in the step in which the recording begins'));
  else if (start + length * count < times.end - slack || start + length * (count - 1) > times.end + slack)
    at([key])(messages.figure(key, `${count} steps, which do not end with the recording`));
}

/** Whether the steps without a value are those without coverage. */
function checkEmpty(
  at: ReportAt,
  key: 'hourly' | 'series',
  values: readonly (number | null)[],
  coverage: readonly number[],
  name: string,
): void {
  if (values.length !== coverage.length) {
    at([key, 'coverage'])(messages.figure(`${key}.coverage`, `${coverage.length} entries beside ${values.length} of \`${name}\``));
    return;
  }
  const odd = values.findIndex((value, n) => (value === null && (coverage[n] ?? 0) > tolerance) || ((value ?? 0) > 0 && coverage[n] === 0));
  if (odd >= 0)
    at([key, name, odd])(messages.figure(`${key}.${name}[${odd}]`, `a coverage of ${coverage[odd]} beside ${String(values[odd])}`));
}
