import { thresholds } from '../plausibility/thresholds.js';
import type { ClaimedValue, DeviceClaim, Subject } from './claim.js';
import { companion, deviceOf, isPlain, mentions, placeOf } from './companions.js';
import { conceivable, type Span } from './grids.js';
import { maxBeside, maxEmbodied, maxHost, minGrid, minGridOfHours, minLoad } from './thresholds.js';
import { countFor } from './work-count.js';

/** Energy that a text states or that follows from its hours. */
export interface EnergyRead extends Span {
  readonly words: string;
  /** The product of what `words` print, in kWh. */
  readonly printed: number;
  /** Printed, and not put together from hours and power. */
  readonly claim?: ClaimedValue | undefined;
  /** The hours are accelerator-hours, whatever the text leaves open. */
  readonly isExact: boolean;
  readonly hours?: ClaimedValue | undefined;
  readonly accelerators?: ClaimedValue | undefined;
}

export interface Expected extends Span {
  readonly energy: EnergyRead;
  /** Printed; else a span of grids is taken. */
  readonly intensity?: ClaimedValue | undefined;
  readonly grids: Span;
  readonly pue?: ClaimedValue | undefined;
  /** Energy × intensity as printed, in g. */
  readonly printed?: number | undefined;
}

/** Emissions that would fit what is said around a value of them, in g; nothing where that is not enough to tell. */
export function expectedFor(subject: Subject, claim: ClaimedValue): Expected | undefined {
  const energy = energyFor(subject, claim);
  if (energy === undefined) return undefined;
  const intensity = companion(subject, claim, 'intensity', (candidate) => isPlain(candidate) && candidate.value > 0);
  const pue = companion(subject, claim, 'pue');
  const grids = intensity ?? conceivable(placeOf(subject, claim)?.place, energy.claim === undefined ? minGridOfHours : minGrid);
  const perKilowattHour = grids.high * Math.max(thresholds.highPue.value, pue?.value ?? 1);
  const isBeside = subject.kind === 'card' && mentions(subject, /embodied|manufactur|\bidle\b/i);
  // Emissions may be this model's share, and hours those of all.
  const isShared = subject.kind === 'card' && mentions(subject, /\bmodels share\b|\bshare of the (?:phase|run)\b/i);
  return {
    low: isShared ? 0 : energy.low * grids.low,
    high: energy.high * (isBeside ? Math.max(perKilowattHour * maxBeside, perKilowattHour + maxEmbodied) : perKilowattHour),
    energy,
    grids,
    intensity,
    pue,
    printed: intensity && energy.printed * intensity.value,
  };
}

function energyFor(subject: Subject, claim: ClaimedValue): EnergyRead | undefined {
  const energy = companion(subject, claim, 'energy', (candidate) => isPlain(candidate) && candidate.value > 0);
  if (energy !== undefined)
    return { low: energy.low, high: energy.high, words: energy.text, printed: energy.value, isExact: true, claim: energy };
  const work = workFor(subject, claim);
  const power = powerFor(subject, claim);
  if (work === undefined || power === undefined) return undefined;
  return {
    low: (work.low * power.low * (power.isAverage ? 1 : minLoad)) / 1000,
    high: (work.high * power.high * maxHost) / 1000,
    words: `${work.words} × ${power.words}`,
    printed: (work.printed * power.value) / 1000,
    isExact: work.exact !== undefined,
    hours: work.claim,
    accelerators: work.accelerators,
  };
}

export interface Work extends Span {
  readonly words: string;
  /** The product of what `words` print. */
  readonly printed: number;
  readonly exact?: number | undefined;
  readonly claim?: ClaimedValue | undefined;
  readonly accelerators?: ClaimedValue | undefined;
}

/** Accelerator-hours, as far as the text says; hours that may be on the clock or of every device are both. */
export function workFor(subject: Subject, claim: ClaimedValue): Work | undefined {
  const own = companion(subject, claim, 'accelerator-hours');
  if (own !== undefined) return { low: own.low, high: own.high, words: own.text, printed: own.value, exact: own.value, claim: own };
  const hours = companion(subject, claim, 'hours');
  if (hours === undefined) return undefined;
  const count = countFor(subject, claim, hours);
  const words = hours.text;
  const isOfAll = hours.is.has('cumulative') && !subject.values.some(isSeveral);
  // Hours of one device may be those of one run of several.
  const isOfRun = !hours.text.includes('×') && mentionsRuns(subject);
  const isOfOne = count?.value === 1 && !isOfRun;
  if (isOfAll || isOfOne) return { low: hours.low, high: hours.high, words, printed: hours.value, exact: hours.value, claim: hours };
  if (count === undefined || count.value === 1)
    return { low: hours.low, high: Number.POSITIVE_INFINITY, words, printed: hours.value, claim: hours };
  const all = { words: `${count.text} × ${words}`, printed: hours.value * count.value, claim: hours, accelerators: count };
  if (hours.is.has('wall'))
    return { low: hours.low * count.value, high: hours.high * count.value, exact: hours.value * count.value, ...all };
  return { low: hours.low, high: hours.high * count.value, ...all };
}

/** Whether a text speaks of several runs, so that hours may be those of one of them. */
function mentionsRuns({ passages }: Subject): boolean {
  return passages.some(({ text }) => severalRuns.test(text));
}

const severalRuns =
  /\b(?:\d+|two|three|four|five|six|eight|ten|several|multiple|many|all|different)\s+(?:\w+\s+){0,2}(?:runs|seeds|folds|experiments|trials|models|checkpoints)\b|\bhyper-?parameter (?:search|tuning)|\bsweeps?\b/i;

/** A text about several devices leaves open whether hours are of one or of all. */
function isSeveral({ measure, high }: ClaimedValue): boolean {
  return measure === 'accelerators' && high > 1.5;
}

export interface PowerRead extends Span {
  /** As printed; as rated. */
  readonly value: number;
  readonly words: string;
  readonly isAverage: boolean;
}

/** Power of one accelerator: printed, else as its name rates it. */
export function powerFor(subject: Subject, claim: ClaimedValue): PowerRead | undefined {
  const printed = companion(subject, claim, 'power', (candidate) => isPlain(candidate) && !candidate.is.has('cpu') && candidate.value > 0);
  const device = ratedAccelerator(deviceOf(subject, claim));
  const isOfOne =
    printed !== undefined && !printed.is.has('cluster') && printed.value <= (device?.high ?? Number.POSITIVE_INFINITY) * maxHost;
  if (isOfOne) {
    return { value: printed.value, low: printed.low, high: printed.high, words: printed.text, isAverage: printed.is.has('average') };
  }
  if (printed !== undefined) return undefined;
  return (
    device && { value: device.high, low: device.low, high: device.high, words: `${device.high} W (${device.title})`, isAverage: false }
  );
}

/** A device whose power is a limit of the accelerator alone; that of a module, or an average in use, says another thing. */
export function ratedAccelerator(device: DeviceClaim | undefined): DeviceClaim | undefined {
  return device?.isRated === true && device.boundary === 'accelerator' ? device : undefined;
}
