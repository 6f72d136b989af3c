import type { PhaseFacts, TaskFacts } from '../assessment/assessment.js';
import type { Phase } from '../manifest/manifest.js';
import type { Machine } from './machine.js';

/** What was computed, with the usage that is meant where none is stated. */
export function taskOf({ task }: Phase): TaskFacts | undefined {
  if (task === undefined) return undefined;
  const { family, algorithm, dataset, infrastructure } = task;
  const datasets = dataset === undefined ? undefined : Array.isArray(dataset) ? dataset : [dataset];
  return {
    family,
    algorithm,
    datasets: datasets?.map(({ type, usage = 'input', items, url }) => ({ type, usage, items: items?.value, url })),
    infrastructure,
  };
}

/** Makers of GPUs whose devices in the tables are GPUs alone. */
const gpuVendors: readonly string[] = ['NVIDIA', 'AMD', 'Intel'];

/** The device that did the work, and what it is where it is no GPU; a name that the tables lack may be of anything. */
export function deviceOf(
  { device, open, processor }: Machine,
  name: string | undefined,
): Pick<PhaseFacts, 'device' | 'statedDevice' | 'deviceType'> {
  if (device === undefined) return { device: processor?.name ?? name, deviceType: typeWithout(processor, name) };
  const other = device.vendor === 'Google' ? 'tpu' : 'accelerator';
  return { device: device.name, statedDevice: open, deviceType: gpuVendors.includes(device.vendor) ? undefined : other };
}

function typeWithout(processor: Machine['processor'], name: string | undefined): PhaseFacts['deviceType'] {
  if (processor !== undefined) return 'cpu';
  return name === undefined ? undefined : 'accelerator';
}
