import type { Message } from '../../diagnostics/message.js';
import { type ColumnMap, type ColumnMeaning, columnMeanings } from '../../manifest/schema/log-columns.js';
import { messages } from '../messages.js';
import type { RunRecord } from '../record.js';
import { mappedColumn } from '../texts/columns.js';
import { figureOf, own } from '../texts/json-text.js';
import { localSeconds } from '../texts/local-time.js';

/** A parameter of the steps, with what makes of its values kWh, h or kgCO2e. */
interface Parameter {
  readonly name: string;
  readonly factor: (value: number) => number;
}

export interface Names {
  readonly energy: Parameter;
  readonly duration: Parameter;
  readonly emissions: Parameter;
  /** Meanings that a person has named a column for, and that are not read here. */
  readonly others: readonly ColumnMeaning[];
}

/** Share by which emissions may differ from energy × intensity. */
const near = 0.01;
/** Seconds by which a step may begin before another has ended. */
const tolerance = 1;

/** The parameters by what they mean: as the map has them, or else by the names of Impact Framework itself. */
export function namesOf(columns: ColumnMap): Names {
  const read = ['energy', 'duration', 'emissions'] as const satisfies readonly ColumnMeaning[];
  return {
    energy: mappedColumn(columns, 'energy') ?? { name: 'energy', factor: (kwh) => kwh },
    duration: mappedColumn(columns, 'duration') ?? { name: 'duration', factor: (seconds) => seconds / 3600 },
    emissions: mappedColumn(columns, 'emissions') ?? { name: 'carbon-operational', factor: (grams) => grams / 1000 },
    others: columnMeanings.filter((meaning) => Object.hasOwn(columns, meaning) && !read.some((one) => one === meaning)),
  };
}

type Sums = Pick<RunRecord, 'started' | 'hours' | 'energy' | 'reported' | 'embodied' | 'intensity'>;
type Tell = (sentence: Message) => void;

/** What the steps of a child come to; nothing where none has an energy, or where that is all wrong. */
export function sumsOf(outputs: unknown, names: Names, tell: Tell): Sums | undefined {
  if (!Array.isArray(outputs) || outputs.some((step) => typeof step !== 'object' || step === null || Array.isArray(step))) {
    tell(messages.wrongShape('outputs', 'a list of steps'));
    return undefined;
  }
  const steps: readonly unknown[] = outputs;
  const energies = valuesOf(steps, names.energy.name, tell);
  if (energies === undefined) {
    if (!steps.some((step) => own(step, names.energy.name) !== undefined)) tell(messages.impactChildNoEnergy(names.energy.name));
    return undefined;
  }
  const sum = (values: readonly number[] | undefined, factor: (value: number) => number): number | undefined =>
    values === undefined ? undefined : factor(values.reduce((total, value) => total + value, 0));
  const durations = valuesOf(steps, names.duration.name, tell)?.map(names.duration.factor);
  const { started, hours } = clockOf(steps, durations, tell);
  const energy = sum(energies, names.energy.factor) ?? 0;
  const reported = sum(valuesOf(steps, names.emissions.name, tell), names.emissions.factor);
  const embodiedName = ['carbon-embodied', 'embodied-carbon'].find((name) => steps.some((step) => own(step, name) !== undefined));
  const embodied = embodiedName === undefined ? undefined : sum(valuesOf(steps, embodiedName, tell), (grams) => grams / 1000);
  const intensity = intensityOf(valuesOf(steps, 'grid/carbon-intensity', tell), energies);
  if (intensity !== undefined && reported !== undefined && energy > 0 && intensity > 0) {
    const ratio = (reported * 1000) / (energy * intensity);
    if (Math.abs(ratio - 1) > near) tell(messages.impactOtherIntensity(String(Number(ratio.toPrecision(4)))));
  }
  const isZero = energy === 0 && hours !== 0;
  if (isZero) tell(messages.notMeasured('This child'));
  return {
    ...(started !== undefined && { started }),
    ...(hours !== undefined && { hours }),
    ...(!isZero && { energy }),
    ...(reported !== undefined && { reported }),
    ...(embodied !== undefined && { embodied }),
    ...(intensity !== undefined && { intensity }),
  };
}

/** The values of a parameter in all steps; nothing where no step has it, or where one that has it is no number. */
function valuesOf(steps: readonly unknown[], name: string, tell: Tell): readonly number[] | undefined {
  const given = steps.map((step) => own(step, name));
  if (given.every((value) => value === undefined)) return undefined;
  const missing = given.indexOf(undefined);
  if (missing >= 0) {
    tell(messages.impactSomeMissing(name, missing + 1));
    return undefined;
  }
  let isSound = true;
  const values = given.map((value) => {
    if (!isSound) return 0;
    return (
      figureOf(value, name, (sentence) => {
        isSound = false;
        tell(sentence);
      }) ?? 0
    );
  });
  return isSound ? values : undefined;
}

/** Means by energy: what each step's electricity was charged with. */
function intensityOf(values: readonly number[] | undefined, energies: readonly number[]): number | undefined {
  const [first] = values ?? [];
  if (values === undefined || first === undefined || values.every((value) => value === first)) return first;
  const total = energies.reduce((sum, energy) => sum + energy, 0);
  return total === 0 ? undefined : values.reduce((sum, value, at) => sum + value * (energies[at] ?? 0), 0) / total;
}

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** When the first step began, and the hours on the clock: steps that go on side by side count once. */
function clockOf(
  steps: readonly unknown[],
  durations: readonly number[] | undefined,
  tell: Tell,
): { readonly started?: string | undefined; readonly hours?: number | undefined } {
  const stamps = steps.map((step) => own(step, 'timestamp'));
  if (stamps.some((stamp) => stamp !== undefined && (typeof stamp !== 'string' || !time.test(stamp)))) {
    tell(messages.unclearTime('timestamp'));
    stamps.length = 0;
  }
  const times = stamps.filter((stamp) => typeof stamp === 'string');
  const first = times.reduce<string | undefined>((least, stamp) => (least === undefined || stamp < least ? stamp : least), undefined);
  const started = first === undefined ? {} : { started: first.slice(0, 19) };
  if (durations === undefined) return started;
  const spans = durations
    .map((hours, at) => ({ start: localSeconds(times[at] ?? '') ?? Number.NaN, seconds: hours * 3600 }))
    .sort((a, b) => a.start - b.start);
  const sum = durations.reduce((total, hours) => total + hours, 0);
  if (times.length < steps.length || spans.some(({ start }) => Number.isNaN(start))) return { ...started, hours: sum };
  let [covered, end, overlaps] = [0, -Infinity, false];
  for (const { start, seconds } of spans) {
    if (start < end - tolerance) overlaps = true;
    covered += Math.max(0, start + seconds - Math.max(start, end));
    end = Math.max(end, start + seconds);
  }
  if (!overlaps) return { ...started, hours: sum };
  tell(messages.impactOverlap());
  return { ...started, hours: covered / 3600 };
}

/** Names of parameters that the outputs have, those that sound like energy first. */
export function keysLike(outputs: readonly unknown[]): readonly string[] {
  const keys = new Set(
    outputs.flatMap((steps) => (Array.isArray(steps) && typeof steps[0] === 'object' && steps[0] !== null ? Object.keys(steps[0]) : [])),
  );
  const words = [...keys].filter((key) => /^[A-Za-z][\w/ -]{0,39}$/.test(key));
  const isEnergy = (key: string): boolean => /energy|wh\b|joule/i.test(key);
  return [...words.filter(isEnergy), ...words.filter((key) => !isEnergy(key))].slice(0, 8);
}
