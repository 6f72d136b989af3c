import type { FactorSource } from '../factor.js';

/** The clouds whose machine types are known here; ids as in the table of cloud regions. */
export type CloudName = 'aws' | 'gcp' | 'azure';

/** A cloud's machine type with whole accelerators. Types with a share of one are left out: nobody knows who has the rest. */
export interface Instance {
  /** As the cloud writes it: `p4d.24xlarge`, `a2-highgpu-8g`, `Standard_ND96asr_v4`. */
  readonly name: string;
  readonly cloud: CloudName;
  /** Id of the device. */
  readonly device: string;
  readonly accelerators: number;
  /** Accelerators in the server that it runs on, which instances of fewer share. */
  readonly perServer: number;
  /** Chips that tools of the vendor count, where two of them are one device of ours. */
  readonly chips?: number | undefined;
  readonly source: FactorSource;
}

export interface InstanceMatch {
  readonly instance: Instance;
  /** Instances, where the text had a number of them. */
  readonly count?: number | undefined;
}

/** Rows of one cloud: names with the number of accelerators, by device and size of the server. */
export function instancesOf(cloud: CloudName, source: FactorSource) {
  return (device: string, perServer: number, sizes: Readonly<Record<string, number>>): readonly Instance[] =>
    Object.entries(sizes).map(([name, accelerators]) => ({ name, cloud, device, accelerators, perServer, source }));
}

/** For boards of two chips: `sizes` count boards, as we do; vendors count chips. */
export function onBoardsOfTwo(rows: readonly Instance[]): readonly Instance[] {
  return rows.map((row) => ({ ...row, chips: row.accelerators * 2 }));
}
