import type { Message } from '../diagnostics/message.js';
import { measuredEnergy } from '../trackers/measured.js';
import type { RunRecord } from '../trackers/record.js';
import { messages } from './messages.js';
import { yearOf } from './sums.js';

/** Hours of 30 years: no run of a machine takes longer. */
const maxHours = 30 * 8766;

/** Years that a manifest takes. */
const years = /^(?:199|20\d)\d$/;

const figures = ['energy', 'hours', 'acceleratorHours', 'reported', 'embodied', 'intensity', 'flops', 'requests'] as const;

/** What is wrong with a run whatever its reader: figures beyond what numbers can hold, a time or a duration that cannot be. */
export function faultOf(run: RunRecord): Message | undefined {
  const beyond = figures.find((figure) => run[figure] !== undefined && !Number.isFinite(run[figure]));
  if (beyond !== undefined || !Object.values(run.parts).every((kWh) => kWh === undefined || Number.isFinite(kWh)))
    return messages.notFinite();
  if (run.hours !== undefined && run.hours > maxHours) return messages.tooLong(run.hours);
  const year = yearOf(run);
  return year === undefined || years.test(year) ? undefined : messages.otherYear(year);
}

/** Whether a run has 0 kWh over seconds: it was not measured, whatever its reader. */
export function isZero({ energy, hours }: RunRecord): boolean {
  return energy !== undefined && measuredEnergy(energy, hours) === undefined;
}
