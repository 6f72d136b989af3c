import type { PhaseFacts } from './phase-facts.js';

/**
 * The device of a phase as every format names it: where the manifest leaves open which variant it is, in its words, with the one that was
 * taken; nothing where no device is stated.
 *
 * @example deviceName({ device: 'NVIDIA H100 SXM5 80GB', statedDevice: 'H100' }) //=> 'H100 (taken as NVIDIA H100 SXM5 80GB)'
 */
export function deviceName({ device, statedDevice }: Pick<PhaseFacts, 'device' | 'statedDevice'>): string | undefined {
  return device === undefined || statedDevice === undefined ? device : `${statedDevice} (taken as ${device})`;
}
