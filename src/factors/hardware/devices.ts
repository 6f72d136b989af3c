import { once } from '../once.js';
import { type Accelerator, accelerator } from './accelerator.js';
import type { Device } from './device.js';
import { withEmbodied } from './estimates/class-median.js';
import { huggingFaceDevices } from './rows/hugging-face.js';
import { acceleratorRows } from './rows/index.js';

/** Names under which the fallback blurs two sourced rows: its MI300 is the MI300X, not the MI300A. */
const blurred: readonly string[] = ['mi300'];

/** The sourced rows first, then the fallback for families without a sourced row. */
export const accelerators = once((): readonly Accelerator[] => {
  const sourced = acceleratorRows.map(accelerator);
  const known = new Set([...blurred, ...sourced.flatMap(({ family, aliases }) => [family, ...aliases])]);
  return withEmbodied([...sourced, ...huggingFaceDevices().filter(({ family }) => !known.has(family))]);
});

export const devices = once((): readonly Device[] => accelerators().map(({ device }) => device));

export const deviceById = once((): ReadonlyMap<string, Device> => new Map(devices().map((device) => [device.id, device])));

/** Rows by family and its other names, in table order. */
export const families = once((): ReadonlyMap<string, readonly Accelerator[]> => {
  const found = new Map<string, Accelerator[]>();
  for (const row of accelerators()) {
    for (const name of [row.family, ...row.aliases]) {
      const before = found.get(name);
      if (before === undefined) found.set(name, [row]);
      else before.push(row);
    }
  }
  return found;
});
