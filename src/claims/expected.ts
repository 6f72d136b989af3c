import type { Figure, Subject } from './claim.js';
import { companion, deviceOf, isPlain, mentions, placeOf } from './companions.js';
import { conceivable, type Span } from './grids.js';
import { leastLoad, lowestGrid, lowestGridOfHours, mostBeside, mostHost, mostPue } from './thresholds.js';

/** Energy that a text states or that follows from its hours. */
export interface EnergyRead extends Span {
  readonly words: string;
  /** Printed, and not put together from hours and power. */
  readonly figure?: Figure | undefined;
  /** Hours × power before load and losses, where both are exact. */
  readonly product?: number | undefined;
  readonly hours?: Figure | undefined;
  readonly accelerators?: Figure | undefined;
}

export interface Expected extends Span {
  readonly energy: EnergyRead;
  /** Printed; else a span of grids is taken. */
  readonly intensity?: Figure | undefined;
  readonly grids: Span;
  readonly pue?: Figure | undefined;
  /** Energy × intensity as they stand, in g. */
  readonly product?: number | undefined;
}

/** Emissions that would fit what is said around a figure of them, in g; nothing where that is not enough to tell. */
export function expectedFor(subject: Subject, figure: Figure): Expected | undefined {
  const energy = energyFor(subject, figure);
  if (energy === undefined) return undefined;
  const intensity = companion(subject, figure, 'intensity', (candidate) => isPlain(candidate) && candidate.value > 0);
  const pue = companion(subject, figure, 'pue');
  const grids = intensity ?? conceivable(placeOf(subject, figure)?.place, energy.figure === undefined ? lowestGridOfHours : lowestGrid);
  const beside = mentions(subject, /embodied|manufactur|\bidle\b/i) && subject.kind === 'card' ? mostBeside : 1;
  const product = intensity === undefined ? undefined : (energy.figure?.value ?? energy.product);
  return {
    low: energy.low * grids.low,
    high: energy.high * grids.high * Math.max(mostPue, pue?.value ?? 1) * beside,
    energy,
    grids,
    ...(intensity !== undefined && { intensity }),
    ...(pue !== undefined && { pue }),
    ...(product !== undefined && intensity !== undefined && { product: product * intensity.value }),
  };
}

function energyFor(subject: Subject, figure: Figure): EnergyRead | undefined {
  const energy = companion(subject, figure, 'energy', (candidate) => isPlain(candidate) && candidate.value > 0);
  if (energy !== undefined) return { low: energy.low, high: energy.high, words: energy.text, figure: energy };
  const work = workFor(subject, figure);
  const power = powerFor(subject, figure);
  if (work === undefined || power === undefined) return undefined;
  const product = work.exact === undefined ? undefined : (work.exact * power.value) / 1000;
  return {
    low: (work.low * power.low * (power.isAverage ? 1 : leastLoad)) / 1000,
    high: (work.high * power.high * mostHost) / 1000,
    words: `${work.words} × ${power.words}`,
    ...(product !== undefined && { product }),
    ...(work.figure !== undefined && { hours: work.figure }),
    ...(work.accelerators !== undefined && { accelerators: work.accelerators }),
  };
}

export interface Work extends Span {
  readonly words: string;
  readonly exact?: number | undefined;
  readonly figure?: Figure | undefined;
  readonly accelerators?: Figure | undefined;
}

/** Accelerator-hours, as far as the text tells; hours that may be on the clock or of every device are both. */
export function workFor(subject: Subject, figure: Figure): Work | undefined {
  const own = companion(subject, figure, 'accelerator-hours');
  if (own !== undefined) return { low: own.low, high: own.high, words: own.text, exact: own.value, figure: own };
  const hours = companion(subject, figure, 'hours');
  if (hours === undefined) return undefined;
  const count = companion(subject, figure, 'accelerators');
  const words = hours.text;
  if (count === undefined) return { low: hours.low, high: Number.POSITIVE_INFINITY, words, figure: hours };
  const all = { words: `${count.text} × ${words}`, figure: hours, accelerators: count };
  if (hours.is.has('wall'))
    return { low: hours.low * count.value, high: hours.high * count.value, exact: hours.value * count.value, ...all };
  return { low: hours.low, high: hours.high * count.value, ...all };
}

export interface PowerRead extends Span {
  /** As printed; as rated. */
  readonly value: number;
  readonly words: string;
  readonly isAverage: boolean;
}

/** Power of one accelerator: printed, else as its name rates it. */
export function powerFor(subject: Subject, figure: Figure): PowerRead | undefined {
  const printed = companion(subject, figure, 'power', (candidate) => isPlain(candidate) && !candidate.is.has('cpu') && candidate.value > 0);
  const device = deviceOf(subject, figure);
  const isOfOne =
    printed !== undefined && !printed.is.has('cluster') && printed.value <= (device?.high ?? Number.POSITIVE_INFINITY) * mostHost;
  if (isOfOne) {
    return { value: printed.value, low: printed.low, high: printed.high, words: printed.text, isAverage: printed.is.has('average') };
  }
  if (printed !== undefined) return undefined;
  return (
    device && { value: device.high, low: device.low, high: device.high, words: `${device.high} W (${device.title})`, isAverage: false }
  );
}
