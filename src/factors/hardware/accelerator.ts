import type { Factor, FactorSource } from '../factor.js';
import type { Device, PowerBoundary } from './device.js';

/** A row of the device table: the device, and by what it is recognised. */
export interface Accelerator {
  readonly device: Device;
  /** Product name without vendor, form and memory, letters and digits only: `a100`, `rtx4090`. */
  readonly family: string;
  /** Memory sizes (GB) under which it is named, where these are more than its own: GH200 reports its CPU's. */
  readonly memories: readonly number[];
  /** Where the type of memory alone tells variants apart: an H100 80GB with HBM3 is SXM5, with HBM2e PCIe. */
  readonly memoryType?: string;
}

export interface AcceleratorRow {
  readonly family: string;
  readonly name: string;
  readonly vendor: string;
  readonly formFactor?: string;
  readonly memoryGB?: number;
  readonly memories?: readonly number[];
  readonly memoryType?: string;
  readonly watts: number;
  readonly kind?: string;
  readonly boundary?: PowerBoundary;
  readonly observed?: true;
  readonly note?: string;
  readonly embodied?: Factor<'kgCO2e'>;
  readonly source: FactorSource;
}

/** A device with its power as a factor, from what a data sheet says. The id is the name without its vendor. */
export function accelerator(row: AcceleratorRow): Accelerator {
  const { family, name, vendor, formFactor, memoryGB, memoryType, embodied } = row;
  const id = name
    .replace(vendor, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  const power: Factor<'W'> = {
    id: `device-${id}-power`,
    title: `${name}, ${row.kind === undefined ? 'rated power' : 'power'}`,
    value: row.watts,
    unit: 'W',
    year: row.source.year,
    kind: row.kind ?? 'rated power (maximum, TDP)',
    ...(row.note === undefined ? {} : { note: row.note }),
    source: row.source,
  };
  const device: Device = {
    id,
    name,
    vendor,
    ...(formFactor === undefined ? {} : { formFactor }),
    ...(memoryGB === undefined ? {} : { memoryGB }),
    power,
    powerBoundary: row.boundary ?? 'accelerator',
    ...(row.observed === undefined ? {} : { observed: row.observed }),
    ...(embodied === undefined ? {} : { embodied }),
  };
  return {
    device,
    family,
    memories: row.memories ?? (memoryGB === undefined ? [] : [memoryGB]),
    ...(memoryType === undefined ? {} : { memoryType }),
  };
}
