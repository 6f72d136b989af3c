import type { Contribution } from '../../assessment/assessment.js';

/** What would narrow the range of an input: the template has a sentence for each. */
export const remedies = [
  'power',
  'load',
  'energy',
  'hosts',
  'baseline',
  'idle',
  'infrastructure',
  'hours',
  'devices',
  'compute',
  'pue',
  'grid',
  'server',
  'accelerator',
  'hardware',
  'share',
  'metered',
  'sensed',
  'unnamed',
  'other',
] as const;
export type Remedy = (typeof remedies)[number];

/** Remedies by the name of the input, as the lines have it. */
const byInput: Readonly<Record<string, Remedy>> = {
  'power': 'power',
  'load': 'load',
  'rated power': 'load',
  'observed power': 'power',
  'estimated power': 'load',
  'energy': 'energy',
  'host share': 'hosts',
  'baseline power': 'baseline',
  'idle power': 'idle',
  'infrastructure power': 'infrastructure',
  'accelerator-hours': 'hours',
  'reserved accelerator-hours': 'hours',
  'duration': 'hours',
  'accelerators': 'devices',
  'operations': 'compute',
  'peak': 'compute',
  'MFU': 'compute',
  'PUE': 'pue',
  'grid intensity': 'grid',
  'making a server': 'server',
  'making an accelerator': 'accelerator',
  'embodied emissions': 'hardware',
  'share of the phase': 'share',
};

/** Remedies by the id of the default range: a measured value needs a better instrument, or the name of its instrument. */
const byRange: Readonly<Record<string, Remedy>> = {
  'meter': 'metered',
  'node-sensor': 'sensed',
  'gpu-sensor': 'sensed',
  'measured': 'unnamed',
};

/** The remedy for an input: by its default range first, then by its name. */
export function remedyFor({ input, range = '' }: Pick<Contribution, 'input' | 'range'>): Remedy {
  return byRange[range] ?? byInput[input] ?? 'other';
}
