import type { Factor } from '../factor.js';

/** What a power figure covers: the accelerator alone, a module with its CPU and memory, or its share of the whole node. */
export type PowerBoundary = 'accelerator' | 'components' | 'node';

/** One product in one form: SXM and PCIe cards of one name are two devices. */
export interface Device {
  /** Kebab-case, stable: `a100-sxm4-80gb`. */
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly formFactor?: string;
  readonly memoryGB?: number;
  readonly power: Factor<'W'>;
  readonly powerBoundary: PowerBoundary;
  /** The figure is a draw that was observed in training, so its load is in it; absent where it is a rating. */
  readonly observed?: true;
  /** Cradle-to-gate, per device; absent where nobody has published one. */
  readonly embodied?: Factor<'kgCO2e'>;
}

/** A device as it was named in a log or a manifest, with the number of them if the name said it (`8 x A100`). */
export interface DeviceMatch {
  readonly device: Device;
  readonly count?: number;
}
