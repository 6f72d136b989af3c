import type { Report } from '../../diagnostics/report.js';
import { type ColumnMap, type ColumnMeaning, columnMeanings } from '../../manifest/schema/log-columns.js';
import { messages as shared } from '../messages.js';
import type { RunPlace, RunRecord } from '../record.js';
import { mappedColumn } from '../texts/columns.js';
import { numberIn, own } from '../texts/json-text.js';
import { localSeconds, localTime } from '../texts/local-time.js';
import { messages } from './messages.js';

/** A parameter of the steps. `factor` converts its values to kWh, h or kgCO2e. */
export interface Parameter {
  readonly name: string;
  readonly factor: (value: number) => number;
}

export interface Names {
  readonly energy: Parameter;
  readonly duration: Parameter;
  readonly emissions: Parameter;
  /** Embodied emissions, under the present name or the older one. */
  readonly embodied: readonly Parameter[];
  /** In gCO2e/kWh. Absent where its unit is unknown. */
  readonly intensity?: Parameter | undefined;
  /** Meanings for which a person gave a column, and that are not read from this format. */
  readonly others: readonly ColumnMeaning[];
}

/** Share by which emissions may differ from energy × intensity. */
const maxDifference = 0.01;
/** Seconds by which a step may begin before the one before it ended. */
const tolerance = 1;

/** The parameters by their meaning: as the map names them, else as Impact Framework names them. */
export function namesOf(columns: ColumnMap): Names {
  const read = ['energy', 'duration', 'emissions'] as const satisfies readonly ColumnMeaning[];
  return {
    energy: mappedColumn(columns, 'energy') ?? { name: 'energy', factor: (kwh) => kwh },
    duration: mappedColumn(columns, 'duration') ?? { name: 'duration', factor: (seconds) => seconds / 3600 },
    emissions: mappedColumn(columns, 'emissions') ?? { name: 'carbon-operational', factor: (grams) => grams / 1000 },
    embodied: ['carbon-embodied', 'embodied-carbon'].map((name) => ({ name, factor: (grams) => grams / 1000 })),
    intensity: { name: 'grid/carbon-intensity', factor: (grams) => grams },
    others: columnMeanings.filter((meaning) => Object.hasOwn(columns, meaning) && !read.some((one) => one === meaning)),
  };
}

type Sums = Pick<RunRecord, 'started' | 'hours' | 'energy' | 'reported' | 'embodied' | 'intensity' | 'place'>;

/** The sums of a child's steps; `undefined` where no step has an energy, or the outputs are invalid. */
export function sumsOf(outputs: unknown, names: Names, report: Report): Sums | undefined {
  if (!Array.isArray(outputs) || outputs.some((step) => typeof step !== 'object' || step === null || Array.isArray(step))) {
    report(shared.wrongShape('outputs', 'a list of steps'));
    return undefined;
  }
  const steps: readonly unknown[] = outputs;
  const energies = valuesOf(steps, names.energy.name, report);
  if (energies === undefined) {
    if (!steps.some((step) => own(step, names.energy.name) !== undefined)) report(messages.childNoEnergy(names.energy.name));
    return undefined;
  }
  const durations = valuesOf(steps, names.duration.name, report)?.map(names.duration.factor);
  const { started, hours } = clockOf(steps, durations, report);
  const energy = names.energy.factor(sumOf(energies));
  const grams = valuesOf(steps, names.emissions.name, report);
  const reported = grams === undefined ? undefined : names.emissions.factor(sumOf(grams));
  const embodied = embodiedOf(steps, names.embodied, report);
  const grid = names.intensity && valuesOf(steps, names.intensity.name, report)?.map(names.intensity.factor);
  const intensity = intensityOf(grid, energies);
  if (intensity !== undefined && reported !== undefined && energy > 0 && intensity > 0) {
    const ratio = (reported * 1000) / (energy * intensity);
    if (Math.abs(ratio - 1) > maxDifference) report(messages.otherIntensity(String(Number(ratio.toPrecision(4)))));
  }
  const isZero = energy === 0 && hours !== 0;
  if (isZero) report(shared.notMeasured('This child'));
  return { started, hours, energy: isZero ? undefined : energy, reported, embodied, intensity, place: placeOf(steps) };
}

/** The cloud and its region, where all steps have the same. */
function placeOf(steps: readonly unknown[]): RunPlace {
  const [cloud, cloudRegion] = ['cloud/vendor', 'cloud/region'].map((name) => {
    const [first, ...others] = new Set(steps.map((step) => own(step, name)));
    return typeof first === 'string' && /^[\w .-]{1,40}$/.test(first) && others.length === 0 ? first : undefined;
  });
  return cloud === undefined || cloudRegion === undefined ? {} : { cloud, cloudRegion };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** kgCO2e. */
function embodiedOf(steps: readonly unknown[], names: Names['embodied'], report: Report): number | undefined {
  const parameter = names.find(({ name }) => steps.some((step) => own(step, name) !== undefined));
  const values = parameter && valuesOf(steps, parameter.name, report);
  return values === undefined ? undefined : parameter?.factor(sumOf(values));
}

/** The values of a parameter in all steps; `undefined` where no step has it, or a value is invalid. */
function valuesOf(steps: readonly unknown[], name: string, report: Report): readonly number[] | undefined {
  const raw = steps.map((step) => own(step, name));
  if (raw.every((value) => value === undefined)) return undefined;
  const missing = raw.indexOf(undefined);
  if (missing >= 0) {
    report(messages.missingInStep(name, missing + 1));
    return undefined;
  }
  const values: number[] = [];
  for (const item of raw) {
    const value = numberIn(item, name, report);
    // One cause gives one error.
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

/** The mean intensity of the steps, weighted by energy. */
function intensityOf(values: readonly number[] | undefined, energies: readonly number[]): number | undefined {
  const [first] = values ?? [];
  if (values === undefined || first === undefined || values.every((value) => value === first)) return first;
  const total = sumOf(energies);
  return total === 0 ? undefined : values.reduce((sum, value, at) => sum + value * (energies[at] ?? 0), 0) / total;
}

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

interface Clock {
  readonly started?: string | undefined;
  readonly hours?: number | undefined;
}

/** When the first step began, and the wall-clock hours: the time of steps that overlap counts once. */
function clockOf(steps: readonly unknown[], durations: readonly number[] | undefined, report: Report): Clock {
  const stamps = steps.map((step) => own(step, 'timestamp'));
  const isUnclear = stamps.some((stamp) => stamp !== undefined && (typeof stamp !== 'string' || !time.test(stamp)));
  if (isUnclear) report(shared.unclearTime('timestamp'));
  const times = isUnclear ? [] : stamps.filter((stamp) => typeof stamp === 'string');
  const [first] = [...times].sort();
  const started = first === undefined ? undefined : localTime(first);
  if (durations === undefined) return { started };
  const covered = times.length < steps.length ? undefined : coveredSeconds(times, durations);
  if (covered === undefined) return { started, hours: sumOf(durations) };
  report(messages.overlap());
  return { started, hours: covered / 3600 };
}

/** Seconds that steps cover together; `undefined` where they don't overlap, or a time is invalid. */
function coveredSeconds(times: readonly string[], durations: readonly number[]): number | undefined {
  const spans = durations
    .map((hours, at) => ({ start: localSeconds(times[at] ?? '') ?? Number.NaN, seconds: hours * 3600 }))
    .sort((a, b) => a.start - b.start);
  if (spans.some(({ start }) => Number.isNaN(start))) return undefined;
  let [covered, end, overlaps] = [0, -Infinity, false];
  for (const { start, seconds } of spans) {
    if (start < end - tolerance) overlaps = true;
    covered += Math.max(0, start + seconds - Math.max(start, end));
    end = Math.max(end, start + seconds);
  }
  return overlaps ? covered : undefined;
}
