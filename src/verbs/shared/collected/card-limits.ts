import { devicesNamed } from '../../../factors/hardware/index.js';
import { powerLimitOf } from '../../../plausibility/power-limit.js';
import { thresholds } from '../../../plausibility/thresholds.js';

/** The highest power limit (W) of a card of a name; nothing where it is unknown. */
export function cardLimit(name: string): number | undefined {
  return powerLimitOf(devicesNamed(name))?.limit;
}

/** A power below which a device counts as idle, and what it rests on. */
export interface IdleThreshold {
  readonly value: number;
  readonly from: string;
}

/**
 * The threshold of idle: what a person gave, else a quarter of the lowest power limit of the models; nothing where a model is unknown.
 *
 * @example idleThreshold(undefined, ['NVIDIA A100-SXM4-80GB']) //=> { value: 100, from: 'a quarter of the power limit, 400 W' }
 */
export function idleThreshold(given: number | undefined, models: readonly string[]): IdleThreshold | undefined {
  if (given !== undefined) return { value: given, from: '--idle-below' };
  const limits = models.map(cardLimit);
  if (limits.length === 0 || !limits.every((limit) => limit !== undefined)) return undefined;
  const lowest = Math.min(...limits);
  return { value: lowest * thresholds.idleCard.value, from: `a quarter of the power limit, ${lowest} W` };
}
