import { formatted, formattedExactly, plainDecimal, significant } from '../units/format.js';
import type { AveragePower } from './average-power.js';
import { thresholds } from './thresholds.js';

/** A slip that would explain a value: the question, and what to write if the answer is yes. */
export interface Slip {
  readonly question: string;
  readonly remedy: string;
}

interface Plausible {
  readonly lowest: number;
  readonly highest: number;
}

/** Accelerators of usual machines, where their number is unknown. */
const usualCounts = [8, 4, 2, 16];
/** Times that a prefix of a unit is off: Wh, kWh, MWh, GWh, and mWh for MWh. */
const prefixes = [1e3, 1e6, 1e9];

/** Slips that make an average power too high. Each fits by arithmetic. */
export function slipsAbove(average: AveragePower, plausible: Plausible): readonly Slip[] {
  const { watts, record, accelerators } = average;
  const fits = fitsFor(average, plausible);
  const slips: Slip[] = [];
  if (record.kind === 'power') {
    const count = record.isDivided ? undefined : countThat((n) => fits(watts / n), accelerators);
    if (count !== undefined) slips.push(ofAll(average, count));
    if (fits(watts / 1e3)) slips.push(prefix(formattedExactly(watts / 1e3, 'W'), formattedExactly(watts / 1e3, 'kW')));
  }
  if (record.kind === 'energy') {
    const { kWh, hours, isProduct } = record;
    const count = isProduct ? undefined : countThat((n) => fits(watts / n), accelerators);
    if (count !== undefined) slips.push(hoursOnTheClock(hours, count, accelerators !== undefined));
    const size = prefixes.find((factor) => fits(watts / factor));
    if (size !== undefined) slips.push(prefix(text(kWh / size), text(kWh)));
  }
  return slips;
}

/** Slips that make an average power too low. */
export function slipsBelow(average: AveragePower, plausible: Plausible): readonly Slip[] {
  const { watts, record, accelerators } = average;
  const fits = fitsFor(average, plausible);
  const slips: Slip[] = [];
  if (record.kind === 'energy') {
    const { kWh, hours, isProduct } = record;
    const count = countThat((n) => fits(watts * n), accelerators);
    if (count !== undefined) slips.push(...ofOne({ kWh, hours, count, isCountKnown: accelerators !== undefined, isProduct }));
    const size = prefixes.find((factor) => fits(watts * factor));
    if (size !== undefined) slips.push(prefix(text(kWh * size), text(kWh)));
  }
  if (record.kind === 'power' && fits(watts * 1e3)) slips.push(prefix(formattedExactly(watts, 'kW'), formattedExactly(watts, 'W')));
  return slips;
}

/** Whether a power is one that the accelerator has at work: for the question, a stricter measure than for a warning. */
function fitsFor({ limit }: AveragePower, { lowest, highest }: Plausible): (watts: number) => boolean {
  return (watts) => watts >= Math.max(lowest, limit.rating * 0.2) && watts <= highest;
}

/** The number of accelerators that explains a ratio: theirs where it is known, else that of a usual machine. */
function countThat(explains: (count: number) => boolean, accelerators: number | undefined): number | undefined {
  const counts = accelerators === undefined ? usualCounts : [accelerators];
  return counts.find((count) => count > 1 && explains(count));
}

function ofAll({ watts, boundary, accelerators }: AveragePower, count: number): Slip {
  const isCountKnown = accelerators !== undefined;
  const at = boundary === 'accelerator' ? '' : `, boundary: ${boundary}`;
  return {
    question: isCountKnown ? `Is it the power of all ${count}?` : `Is it the power of several, such as ${count}?`,
    remedy: `\`power: { value: ${plainDecimal(watts, 10)} W, for: ${count} accelerators${at} }\``,
  };
}

function hoursOnTheClock(hours: number, count: number, isCountKnown: boolean): Slip {
  const all = significant(hours * count, 3);
  return {
    question: `Are the hours those on the clock${isCountKnown ? '' : `, for ${count} accelerators`}?`,
    remedy: `\`accelerator_hours:\` with hours × accelerators (${all}${isCountKnown ? '' : ` for ${count}`})`,
  };
}

interface OfOne {
  readonly kWh: number;
  readonly hours: number;
  readonly count: number;
  readonly isCountKnown: boolean;
  readonly isProduct: boolean | undefined;
}

function* ofOne({ kWh, hours, count, isCountKnown, isProduct }: OfOne): Generator<Slip> {
  const by = isCountKnown ? `${count}` : `their number, such as ${count},`;
  yield {
    question: `Were the GPU-hours multiplied by ${by} twice?`,
    remedy: isProduct
      ? `\`accelerator_hours: ${plainDecimal(hours / count, 7)}\` in place of the duration`
      : `\`accelerator_hours: ${plainDecimal(hours / count, 7)}\``,
  };
  yield {
    question: isCountKnown ? `Is it the energy of one of the ${count}?` : `Is it the energy of one of several?`,
    remedy: `the energy of all (${text(kWh * count)}${isCountKnown ? '' : ` for ${count}`})`,
  };
}

function prefix(meant: string, written: string): Slip {
  return { question: `Is it ${meant} in place of ${written}?`, remedy: meant };
}

function text(kWh: number): string {
  return formatted({ value: kWh, unit: 'kWh' }).text;
}

/** Factors by which totals are off when one thing went wrong, with the words for it. */
const totalSlips: readonly (readonly [factor: number, words: string])[] = [
  [2.20462, 'pounds in place of kilograms'],
  [1.10231, 'short tons in place of tonnes'],
  [3.664, 'carbon in place of CO₂'],
  [1e3, 'a unit that is a thousand times larger or smaller (g, kg, t)'],
  [1e6, 'a unit that is a million times larger or smaller (g, t)'],
];

/**
 * The slip that explains a reported total within 1 %.
 *
 * @param ratio The reported total ÷ the calculated one.
 * @param pue The PUE of the phase, where one applies.
 * @example totalSlip(1.1, 1.1) //=> 'the PUE on one side only'
 */
export function totalSlip(ratio: number, pue: number | undefined): string | undefined {
  const fits = (factor: number): boolean =>
    [ratio / factor, ratio * factor].some((rest) => Math.abs(rest - 1) <= thresholds.slipFits.value);
  if (pue !== undefined && pue > 1 + thresholds.slipFits.value && fits(pue)) return 'the PUE on one side only';
  return totalSlips.find(([factor]) => fits(factor))?.[1];
}
