import type { Device } from '../factors/hardware/index.js';
import { thresholds } from './thresholds.js';

/** What an accelerator can take, by its rated power in the factor tables. */
export interface PowerLimit {
  readonly name: string;
  /** Rated power (W), or what the tables have in its place: the highest of the variants that the name leaves open. */
  readonly rating: number;
  readonly kind: 'rated' | 'observed' | 'estimated';
  /** The highest power limit (W): above the rating for consumer cards and for averages that were observed in use. */
  readonly limit: number;
  readonly isConsumer: boolean;
}

/** Cards that their owners set above the rating, and that wait at a few per cent of it. */
export function isConsumerCard({ use }: Pick<Device, 'use'>): boolean {
  return use === 'consumer' || use === 'laptop';
}

/**
 * The power limit of the devices that a name can mean, by the name of that with the highest rating.
 *
 * @returns Nothing where there is no device.
 */
export function powerLimitOf(variants: readonly Device[]): PowerLimit | undefined {
  const [taken] = variants;
  if (taken === undefined) return undefined;
  const limits = variants.map((device) => {
    const rating = device.power.high ?? device.power.value;
    const isConsumer = isConsumerCard(device);
    const headroom = isConsumer ? thresholds.consumerLimit.value : device.observed === true ? thresholds.observedLimit.value : 1;
    return { device, rating, limit: rating * headroom, isConsumer };
  });
  const highest = Math.max(...limits.map(({ rating }) => rating));
  const named = limits.find(({ rating }) => rating === highest)?.device ?? taken;
  return {
    name: named.name,
    kind: named.observed === true ? 'observed' : named.estimated === true ? 'estimated' : 'rated',
    rating: highest,
    limit: Math.max(...limits.map(({ limit }) => limit)),
    isConsumer: limits.some(({ isConsumer }) => isConsumer),
  };
}
