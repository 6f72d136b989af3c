import type { Factor, FactorSource } from '../factor.js';
import type { RangeId } from '../ranges.js';
import type { Device, DeviceUse, FormFactor, PowerBoundary } from './device.js';
import { type Build, estimatedEmbodied, estimatedFromSibling, type Sibling } from './estimates/embodied.js';
import { peakOf, type Throughput } from './estimates/peak.js';
import { familyOf } from './names/read-name.js';
import { nvidiaSmi } from './rows/sources.js';

/** The columns of every table of devices. */
interface CommonRow extends Throughput {
  readonly vendor: string;
  /** The product's name without its vendor: `A100 SXM4 80GB`. The id and the words by which it is found are made of it. */
  readonly name: string;
  /** Where the words of the name are not those by which the family is found. */
  readonly family?: string | undefined;
  /** Further names of the family, letters and digits only: `trillium` for `tpuv6e`. */
  readonly aliases?: readonly string[] | undefined;
  /** What it is made for, where that is no data centre. */
  readonly use?: DeviceUse | undefined;
  /** How it is built, for the embodied estimate; otherwise a card or a module, by its form. */
  readonly build?: Build | undefined;
  readonly memoryGB?: number | undefined;
  /** Memory sizes (GB) under which it is named, where these are more than its own: GH200 reports its CPU's. */
  readonly memories?: readonly number[] | undefined;
  /** A variant that few have, made for one machine: it is meant only where its form, or its memory, is named. */
  readonly meantBy?: 'form' | 'memory' | undefined;
  /** Dies of one module or board that drivers list, and schedulers and tools count, as a device each. The figures are those of the whole. */
  readonly dies?: number | undefined;
  /** Where the type of memory alone tells variants apart: an H100 80GB with HBM3 is SXM5, with HBM2e PCIe. */
  readonly memoryType?: string | undefined;
  /** Rated power, unless `kind` says otherwise. */
  readonly watts: number;
  /** Low and high power where a source gives a spread, or where it is an estimate; else `range`, by default that of a rating. */
  readonly spread?: readonly [low: number, high: number] | undefined;
  readonly range?: RangeId | undefined;
  /** Low, value and high of its power while it waits, as nvidia-smi prints it in public logs. */
  readonly idle?: readonly [low: number, value: number, high: number] | undefined;
  /** What kind of power it is, where it is not the maximum (TDP). */
  readonly kind?: string | undefined;
  readonly boundary?: PowerBoundary | undefined;
  readonly observed?: true | undefined;
  readonly estimated?: true | undefined;
  readonly note?: string | undefined;
  /** Published; where none is, it is estimated from `die` and memory. */
  readonly embodied?: Factor<'kgCO2e'> | undefined;
  /** Area of all logic dies together, mm². */
  readonly die?: number | undefined;
  readonly hbm?: boolean | undefined;
  readonly dieNote?: string | undefined;
  /** A smaller device of the family whose figure is published: this one has the same, and its further memory. */
  readonly sibling?: Sibling | undefined;
  readonly peakSource?: FactorSource | undefined;
  readonly peakNote?: string | undefined;
  /** Source of the power, with its year and licence. */
  readonly source: FactorSource;
}

/**
 * A row of the sourced tables. One row, in the file of its vendor in `rows/`, is all that a new device needs: its names, power,
 * peak and embodied emissions follow from it. Two forms of a product, such as SXM and PCIe, are two rows.
 */
export interface AcceleratorRow extends CommonRow {
  readonly formFactor: FormFactor;
}

/** A row of the fallback table, which has no form factors. */
export interface FallbackRow extends CommonRow {
  readonly formFactor?: undefined;
}

/** A device, and the words by which it is found. */
export interface Accelerator {
  readonly device: Device;
  /** The words of the product's name joined, without vendor, form and memory: `a100`, `rtx4090`. */
  readonly family: string;
  readonly aliases: readonly string[];
  readonly memories: readonly number[];
  readonly meantBy?: 'form' | 'memory' | undefined;
  readonly memoryType?: string | undefined;
}

/** An accelerator that has no embodied emissions yet where there is neither a published figure nor a die area. */
export interface AcceleratorDraft extends Omit<Accelerator, 'device'> {
  readonly device: Omit<Device, 'embodied'> & { readonly embodied?: Factor<'kgCO2e'> | undefined };
  readonly build: Build;
}

/** The device of a row, with its figures as factors. */
export function accelerator(row: AcceleratorRow | FallbackRow): AcceleratorDraft {
  const { vendor, formFactor, memoryGB, dies, observed, estimated, peakNote } = row;
  const name = `${vendor} ${row.name}`;
  const id = row.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const build = row.build ?? (formFactor === 'PCIe' || formFactor === 'NVL' ? 'card' : 'module');
  return {
    device: {
      id,
      name,
      vendor,
      formFactor,
      use: row.use ?? 'data-centre',
      memoryGB,
      dies,
      power: powerOf(id, name, row),
      idle: row.idle && idleOf(id, name, row.idle),
      powerBoundary: row.boundary ?? 'accelerator',
      observed,
      estimated,
      embodied: row.embodied ?? embodiedOf(id, name, build, row),
      peak: peakOf({ id, name, throughput: row, source: row.peakSource ?? row.source, note: peakNote }),
    },
    build,
    family: row.family ?? familyOf(name),
    aliases: row.aliases ?? [],
    memories: row.memories ?? (memoryGB === undefined ? [] : [memoryGB]),
    meantBy: row.meantBy,
    memoryType: row.memoryType,
  };
}

function powerOf(id: string, name: string, row: CommonRow): Factor<'W'> {
  const { kind, watts, spread, range, observed, note, source } = row;
  return {
    id: `device-${id}-power`,
    title: `${name}, ${kind === undefined ? 'rated power' : 'power'}`,
    value: watts,
    low: spread?.[0],
    high: spread?.[1],
    range: spread === undefined ? (range ?? (observed ? 'power-observed' : 'definition')) : undefined,
    unit: 'W',
    year: source.year,
    kind: kind ?? 'rated power (maximum, TDP)',
    note,
    source,
  };
}

function idleOf(id: string, name: string, [low, value, high]: readonly [number, number, number]): Factor<'W'> {
  return {
    id: `device-${id}-idle`,
    title: `${name}, idle power`,
    value,
    low,
    high,
    unit: 'W',
    year: nvidiaSmi.year,
    kind: 'idle power, from logs',
    note: 'From a card that nothing uses to one that holds a model: a CUDA context alone adds 26 to 66 W on an A100, an H100 or an L40S (arXiv 2605.23918).',
    source: nvidiaSmi,
  };
}

function embodiedOf(id: string, name: string, build: Build, row: CommonRow): Factor<'kgCO2e'> | undefined {
  const { die, dieNote, memories, sibling, hbm = build === 'module' } = row;
  const memoryGB = row.memoryGB ?? memories?.[Math.floor(memories.length / 2)];
  if (sibling !== undefined && memoryGB !== undefined) return estimatedFromSibling(id, name, memoryGB, sibling, dieNote);
  return die === undefined || memoryGB === undefined ? undefined : estimatedEmbodied(id, name, { die, memoryGB, hbm, build }, dieNote);
}
