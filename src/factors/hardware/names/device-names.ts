import { once } from '../../once.js';
import type { Device } from '../device.js';
import { families } from '../devices.js';
import { familyOf, readName } from './read-name.js';

/** A word by which devices are found, with all that a text may write around it. Derived from the rows of the tables alone. */
export interface DeviceName {
  /** Letters and digits, in lower case: `a100`, `rtx4090`, `tpuv5litepod`. Each key is in the list once. */
  readonly key: string;
  /** The parts of the key where the product's own name has them: `['rtx', '4090']`, `['tpu', 'v5e']`. */
  readonly words: readonly string[];
  /** Makers: `NVIDIA`. Their product lines are in `vendorWords`. */
  readonly vendors: readonly string[];
  /** `SXM4`, `PCIe`, `NVL`, `OAM`; empty where no row has one. */
  readonly forms: readonly string[];
  /** Memory sizes that the name may bear, in GB. */
  readonly memoriesGB: readonly number[];
  /** Lowest and highest power of the devices that the word can mean, in watts: rated, or observed, as `Device.observed` says. */
  readonly watts: { readonly low: number; readonly high: number };
  /** What the word alone can mean, the one that a look-up takes first. */
  readonly devices: readonly Device[];
}

/** Everything that a device of the tables can be called. A row that is added there is in here. */
export const deviceNames = once((): readonly DeviceName[] =>
  [...families()].map(([key, rows]) => {
    const devices = rows.map(({ device }) => device);
    const own = devices.find(({ name }) => familyOf(name) === key);
    const watts = devices.map(({ power }) => power.value);
    return {
      key,
      words: (own && readName(own.name)?.words) ?? [key],
      vendors: distinct(devices.map(({ vendor }) => vendor)),
      forms: distinct(devices.flatMap(({ formFactor }) => formFactor ?? [])),
      memoriesGB: distinct(rows.flatMap(({ memories }) => memories)).toSorted((a, b) => a - b),
      watts: { low: Math.min(...watts), high: Math.max(...watts) },
      devices,
    };
  }),
);

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
