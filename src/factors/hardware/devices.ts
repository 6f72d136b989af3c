import { once } from '../once.js';
import type { Accelerator } from './accelerator.js';
import type { Device } from './device.js';
import { huggingFaceDevices } from './hugging-face.js';
import { nvidiaAccelerators } from './nvidia.js';
import { otherAccelerators } from './other-vendors.js';

/** Our sourced rows first, then the fallback: the first that fits a name is taken. */
export const accelerators = once((): readonly Accelerator[] => [...nvidiaAccelerators(), ...otherAccelerators(), ...huggingFaceDevices()]);

export const devices = once((): readonly Device[] => accelerators().map(({ device }) => device));

/** Rows by family, in table order. */
export const families = once((): ReadonlyMap<string, readonly Accelerator[]> => {
  const found = new Map<string, Accelerator[]>();
  for (const row of accelerators()) {
    const before = found.get(row.family);
    if (before === undefined) found.set(row.family, [row]);
    else before.push(row);
  }
  return found;
});
