import type { Factor, FactorSource } from '../factor.js';
import type { RangeId } from '../ranges.js';
import type { Device, PowerBoundary } from './device.js';
import { type Build, estimatedEmbodied } from './estimates/embodied.js';
import { peakOf, type Throughput } from './estimates/peak.js';

/** A row of the device table: the device, and by what it is recognised. */
export interface Accelerator {
  readonly device: Device;
  /** Product name without vendor, form and memory, letters and digits only: `a100`, `rtx4090`. */
  readonly family: string;
  /** Further names of the family: `trillium` for `tpuv6e`. */
  readonly aliases: readonly string[];
  /** Memory sizes (GB) under which it is named, where these are more than its own: GH200 reports its CPU's. */
  readonly memories: readonly number[];
  /** Where the type of memory alone tells variants apart: an H100 80GB with HBM3 is SXM5, with HBM2e PCIe. */
  readonly memoryType?: string | undefined;
}

/** A row before its class is known: without a figure for its manufacture where its die isn't. */
export interface AcceleratorDraft extends Omit<Accelerator, 'device'> {
  readonly device: Omit<Device, 'embodied'> & { readonly embodied?: Factor<'kgCO2e'> | undefined };
  readonly build: Build;
}

export interface AcceleratorRow extends Throughput {
  readonly family: string;
  readonly aliases?: readonly string[] | undefined;
  readonly name: string;
  readonly vendor: string;
  readonly formFactor?: string | undefined;
  readonly build?: Build | undefined;
  readonly memoryGB?: number | undefined;
  readonly memories?: readonly number[] | undefined;
  readonly memoryType?: string | undefined;
  readonly watts: number;
  /** Power where a source gives a spread, or where it is an estimate; else `range`, which is `definition` for a rating. */
  readonly spread?: readonly [low: number, high: number] | undefined;
  readonly range?: RangeId | undefined;
  readonly kind?: string | undefined;
  readonly boundary?: PowerBoundary | undefined;
  readonly observed?: true | undefined;
  readonly estimated?: true | undefined;
  readonly note?: string | undefined;
  /** Published; estimated from `die` and memory where nobody has. */
  readonly embodied?: Factor<'kgCO2e'> | undefined;
  /** Logic dies together, mm². */
  readonly die?: number | undefined;
  readonly hbm?: boolean | undefined;
  readonly dieNote?: string | undefined;
  readonly peakSource?: FactorSource | undefined;
  readonly peakNote?: string | undefined;
  readonly source: FactorSource;
}

/** A device with its figures as factors, from what a data sheet says. The id is the name without its vendor. */
export function accelerator(row: AcceleratorRow): AcceleratorDraft {
  const { family, name, vendor, formFactor, memoryGB, memoryType, observed, estimated } = row;
  const id = name
    .replace(vendor, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  const build = row.build ?? (formFactor === 'PCIe' || formFactor === 'NVL' ? 'card' : 'module');
  const embodied = row.embodied ?? embodiedOf(id, build, row);
  const peak = peakOf(id, name, row, row.peakSource ?? row.source, row.peakNote);
  return {
    device: {
      id,
      name,
      vendor,
      ...(formFactor === undefined ? {} : { formFactor }),
      ...(memoryGB === undefined ? {} : { memoryGB }),
      power: powerOf(id, row),
      powerBoundary: row.boundary ?? 'accelerator',
      ...(observed === undefined ? {} : { observed }),
      ...(estimated === undefined ? {} : { estimated }),
      ...(embodied === undefined ? {} : { embodied }),
      ...(peak === undefined ? {} : { peak }),
    },
    build,
    family,
    aliases: row.aliases ?? [],
    memories: row.memories ?? (memoryGB === undefined ? [] : [memoryGB]),
    ...(memoryType === undefined ? {} : { memoryType }),
  };
}

function powerOf(id: string, { name, kind, watts, spread, range, observed, note, source }: AcceleratorRow): Factor<'W'> {
  return {
    id: `device-${id}-power`,
    title: `${name}, ${kind === undefined ? 'rated power' : 'power'}`,
    value: watts,
    ...(spread === undefined ? { range: range ?? (observed ? 'power-observed' : 'definition') } : { low: spread[0], high: spread[1] }),
    unit: 'W',
    year: source.year,
    kind: kind ?? 'rated power (maximum, TDP)',
    ...(note === undefined ? {} : { note }),
    source,
  };
}

function embodiedOf(
  id: string,
  build: Build,
  { name, die, dieNote, hbm = build === 'module', ...row }: AcceleratorRow,
): Factor<'kgCO2e'> | undefined {
  const memoryGB = row.memoryGB ?? row.memories?.[Math.floor(row.memories.length / 2)];
  return die === undefined || memoryGB === undefined ? undefined : estimatedEmbodied(id, name, { die, memoryGB, hbm, build }, dieNote);
}
