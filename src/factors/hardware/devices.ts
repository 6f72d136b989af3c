import { once } from '../once.js';
import type { Accelerator } from './accelerator.js';
import { acceleratorTable } from './accelerators-at-build.js';
import type { Device } from './device.js';

export const accelerators = once(acceleratorTable);

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
