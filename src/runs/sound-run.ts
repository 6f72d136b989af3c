import type { Message } from '../diagnostics/message.js';
import { measuredEnergy } from '../trackers/measured.js';
import type { RunRecord } from '../trackers/record.js';
import { messages } from './messages.js';
import { yearOf } from './sums.js';

/** Hours of 30 years: no run of a machine takes longer. */
const maxHours = 30 * 8766;

/** Years that a manifest takes. */
const years = /^(?:199|20\d)\d$/;

/** kWh that the world used in 2024: 1,080 TWh were a rise of 4.3 % (IEA, Global Energy Review 2025), to some 26,200 TWh. */
const maxEnergy = 2.62e13;

/** No figure of a run is as large, and sums and products of some that are smaller stay numbers. */
const maxFigure = 1e60;

const figures = [
  'energy',
  'hours',
  'acceleratorHours',
  'reported',
  'embodied',
  'intensity',
  'flops',
  'requests',
  'pue',
  'wue',
  'accuracy',
] as const;

/** The smallest share of an accelerator that is rented or scheduled is a sixty-fourth; a hundredth of that is a slip. */
const minCards = 1e-4;

/** More accelerators than were ever made. */
const maxCards = 1e9;

/** What is wrong with a run whatever its reader: figures that sums can't hold, an energy, a time or a duration that cannot be. */
export function faultOf(run: RunRecord): Message | undefined {
  const { energy = 0, parts } = run;
  const all = [...figures.map((figure) => run[figure]), ...Object.values(parts)];
  // NaN is not below either.
  if (!all.every((figure) => figure === undefined || Math.abs(figure) < maxFigure)) return messages.notFinite();
  if (Math.max(energy, ...Object.values(parts).map((kWh) => kWh ?? 0)) > maxEnergy) return messages.tooMuch();
  if (run.hours !== undefined && run.hours > maxHours) return messages.tooLong(run.hours);
  const cards = run.accelerator?.count;
  if (cards !== undefined && cards > 0 && !(cards >= minCards && cards <= maxCards)) return messages.cardsBeyond(cards);
  const year = yearOf(run);
  return year === undefined || years.test(year) ? undefined : messages.otherYear(year);
}

/** Whether a run has 0 kWh over seconds: it was not measured, whatever its reader. */
export function isZero({ energy, hours }: RunRecord): boolean {
  return energy !== undefined && measuredEnergy(energy, hours) === undefined;
}
