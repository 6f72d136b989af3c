import type { CloudId } from '../cloud/region.js';
import type { FactorSource } from '../factor.js';

/** A machine type of a cloud, or a machine that one buys. Where it has a share of an accelerator, so much of it is counted. */
export interface Instance {
  /** As the cloud writes it: `p4d.24xlarge`, `a2-highgpu-8g`, `Standard_ND96asr_v4`. */
  readonly name: string;
  /** Absent where no table of places has its provider. */
  readonly cloud?: CloudId | undefined;
  /** Id of the device. */
  readonly device: string;
  readonly accelerators: number;
  /** Accelerators in the server that it runs on, which instances of fewer share. */
  readonly perServer: number;
  /** Chips as the vendor's tools count them, where two of them are one device of the tables. */
  readonly chips?: number | undefined;
  readonly source: FactorSource;
}

export interface InstanceMatch {
  readonly instance: Instance;
  /** Number of instances, where the text has one. */
  readonly count?: number | undefined;
}

/** Rows of one cloud: names with the number of accelerators, by device and size of the server. */
export function instancesOf(cloud: CloudId | undefined, source: FactorSource) {
  return (device: string, perServer: number, sizes: Readonly<Record<string, number>>): readonly Instance[] =>
    Object.entries(sizes).map(([name, accelerators]) => ({ name, cloud, device, accelerators, perServer, source }));
}

/** For boards of two chips: `sizes` counts boards, as the tables do; vendors count chips. */
export function onBoardsOfTwo(rows: readonly Instance[]): readonly Instance[] {
  return rows.map((row) => ({ ...row, chips: row.accelerators * 2 }));
}
