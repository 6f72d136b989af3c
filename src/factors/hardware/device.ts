import type { CloudId } from '../cloud/region.js';
import type { Factor, FactorSource } from '../factor.js';

/** What a power figure covers: the accelerator alone, a module with its CPU and memory, or its share of the whole node. */
export type PowerBoundary = 'accelerator' | 'components' | 'node';

/** Where a device sits: on a baseboard (SXM, OAM), in a slot (PCIe, NVL), beside its CPU (superchip, APU), or as a chip of its maker's own board. */
export type FormFactor = 'SXM2' | 'SXM3' | 'SXM4' | 'SXM5' | 'SXM6' | 'OAM' | 'PCIe' | 'NVL' | 'superchip' | 'APU' | 'chip';

/** What a device is made for: it says whether a data centre and a server are around it. */
export type DeviceUse = 'data-centre' | 'workstation' | 'consumer' | 'laptop';

/** One product in one form: SXM and PCIe cards of one name are two devices. */
export interface Device {
  /** Kebab-case, stable: `a100-sxm4-80gb`. */
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  /** Missing only in the fallback table, which does not say. */
  readonly formFactor?: FormFactor | undefined;
  readonly use: DeviceUse;
  readonly memoryGB?: number | undefined;
  /** Dies of one module or board that drivers and schedulers list as a device each; absent where they list the whole. */
  readonly dies?: number | undefined;
  /** A slice of a card (MIG, vGPU): its figures are that part of the card's. */
  readonly share?: { readonly of: string; readonly part: number } | undefined;
  readonly power: Factor<'W'>;
  /** Power while it is on and does not work, where it is known: it says how much is left out, and is never in a total. */
  readonly idle?: Factor<'W'> | undefined;
  readonly powerBoundary: PowerBoundary;
  /** The power was observed in training, so its load is in it; absent where it is a rating. */
  readonly observed?: true | undefined;
  /** Its maker publishes no rating: the power is an analyst's estimate or carboncard's. */
  readonly estimated?: true | undefined;
  /** Cradle-to-gate, per device; its kind says whether it was published or estimated. */
  readonly embodied: Factor<'kgCO2e'>;
  /** Dense peak in the precision that its kind names; absent where no reliable figure exists. */
  readonly peak?: Factor<'FLOP/s'> | undefined;
}

/** A machine type by which a device was named. */
export interface InstanceOfDevice {
  readonly name: string;
  /** Absent where no table of places has its provider. */
  readonly cloud?: CloudId | undefined;
  /** Accelerators in one instance: fewer than `perServer` where several instances share a server. */
  readonly accelerators: number;
  readonly perServer: number;
  readonly source: FactorSource;
}

/** A device as a log or a manifest names it, with the number of them if the name has one (`8 x A100`). */
export interface DeviceMatch {
  readonly device: Device;
  /** The name without a number, where it leaves open which variant is meant: `H100`. The device is then the first of the table. */
  readonly open?: string | undefined;
  /** Devices, not instances: `4 x p4d.24xlarge` is 32. Absent for an instance without a number, which may be one of many. */
  readonly count?: number | undefined;
  readonly instance?: InstanceOfDevice | undefined;
}
