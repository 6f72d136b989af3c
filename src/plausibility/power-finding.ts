import type { LineBoundary, MeasurementBoundary } from '../assessment/assessment.js';
import type { IdsOf, Message } from '../diagnostics/message.js';
import type { AveragePower } from './average-power.js';
import { messages } from './messages.js';
import { slipsAbove, slipsBelow } from './slips.js';
import { maxPower, minPower, thresholds } from './thresholds.js';

/**
 * The highest plausible average power of one accelerator: its limit × the factor of the boundary + the host of a small node. An A100 of
 * 400 W in a node of 8, at the node: 400 × 2.5 + 150 ÷ 8 = 1,018.75 W.
 */
export function highestPower({ boundary, limit, accelerators, perNode = 1 }: Omit<AveragePower, 'watts' | 'record'>): number {
  const at = boundaryOf(boundary);
  const factor = maxPower[at].value;
  return limit.limit * factor + (at === 'accelerator' ? 0 : thresholds.nodePower.value / Math.min(perNode, accelerators ?? perNode));
}

/** The lowest plausible average power of one accelerator; of an idle one where it is unknown what it did. */
export function lowestPower({ limit, phase = 'evaluation' }: Pick<AveragePower, 'limit' | 'phase'>): number {
  return limit.rating * (limit.isConsumer ? thresholds.minConsumerPower : minPower[phase]).value;
}

/** An energy whose boundary is not stated may be that of the node. */
function boundaryOf(boundary: LineBoundary): MeasurementBoundary {
  return boundary === 'unstated' || boundary === 'cradle-to-gate' ? 'node' : boundary;
}

/** What is odd about an average power: above what the device can take, or below what it takes while it works. */
export function averagePowerFinding(average: AveragePower): Message<IdsOf<typeof messages>> | undefined {
  const { watts, low = watts, high = watts, limit, record } = average;
  if (!(watts > 0)) return undefined;
  const [lowest, highest] = [lowestPower(average), highestPower(average)];
  if (low > highest && record.kind !== 'load') {
    const isImpossible = low > limit.rating * thresholds.impossiblePower.value;
    return messages.powerAboveLimit(isImpossible ? 'error' : 'warning', average, highest, slipsAbove(average, { lowest, highest }));
  }
  if (high >= lowest) return undefined;
  if (record.kind === 'load') return messages.loadTooLow(record.load, lowest / limit.rating);
  return messages.powerBelowIdle(average, lowest, slipsBelow(average, { lowest, highest }));
}
