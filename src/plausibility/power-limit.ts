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

/** Cards and chips of desks and laptops; NVIDIA's workstation cards have numbers such as `RTX 5000` and `RTX A5000`. */
const consumer = /\b(?:GeForce|GTX|TITAN|RX|Arc|Apple|Ryzen|Radeon \d|Jetson|GB10|Mobile|Laptop|Max-Q|RTX \d0[5-9]0)\b/;

export function isConsumerCard({ name }: Pick<Device, 'name'>): boolean {
  return consumer.test(name);
}

/**
 * The power limit of the devices that a name can mean, the first of which is used.
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
    return { rating, limit: rating * headroom, isConsumer };
  });
  return {
    name: taken.name,
    kind: taken.observed === true ? 'observed' : taken.estimated === true ? 'estimated' : 'rated',
    rating: Math.max(...limits.map(({ rating }) => rating)),
    limit: Math.max(...limits.map(({ limit }) => limit)),
    isConsumer: limits.some(({ isConsumer }) => isConsumer),
  };
}
