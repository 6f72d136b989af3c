import { grouped } from '../units/format.js';
import type { Quantity } from '../units/quantity.js';
import type { EnergySource } from './bom/activities.js';
import type { ComponentId, confidentialities, dataTypes, dataUsages, InputBasis, infrastructures } from './ids.js';
import type { Line } from './line.js';
import type { HourlyFacts } from './recorded/hourly.js';
import type { PowerRecord } from './recorded/power.js';

/** Where a phase ran. */
export interface PlaceFacts {
  /** The place in words: `France`, `Google Cloud us-central1`. */
  readonly label: string;
  /** Country, as an ISO code. */
  readonly country?: string | undefined;
  /** Cloud provider: `aws`, `azure` or `gcp`. */
  readonly cloud?: string | undefined;
  /** Region of the provider: `us-central1`. */
  readonly region?: string | undefined;
}

/** The electricity that a phase used. */
export interface GridFacts {
  /** Emissions of the grid, location-based. */
  readonly intensity: Quantity<'gCO2e/kWh'>;
  /** Year of the figure. */
  readonly year?: number | undefined;
  /** Zone of the grid that the figure describes. */
  readonly zone?: string | undefined;
  /** `life-cycle` or `direct`; absent where the source does not say. */
  readonly lifeCycle?: string | undefined;
  /** Who supplied the electricity. */
  readonly provider?: string | undefined;
  /** What it was generated from, where it was one source. */
  readonly energySource?: EnergySource | undefined;
  /** Where it comes from, as of an input. */
  readonly basis: InputBasis;
  /** How the figure relates to its publication where it is not printed there. */
  readonly origin?: string | undefined;
  /** Id of an entry of `sources`. */
  readonly source: string;
  /** Market-based intensity, where the manifest states one. */
  readonly market?: MarketFacts | undefined;
  /** Where the intensity is that of the hours in which it ran: how it was made. */
  readonly hourly?: HourlyFacts | undefined;
  /** Other published figures for the same place and year; never mixed in. */
  readonly alternatives?: readonly GridAlternative[] | undefined;
}

/** Market-based intensity of the electricity. */
export interface MarketFacts {
  /** Emissions by contract, provider's claim or residual mix. */
  readonly intensity: Quantity<'gCO2e/kWh'>;
  /** A contract, a provider's claim to have matched its electricity, or the mix that no contract covers. */
  readonly kind: 'contract' | 'claim' | 'residual mix';
  /** Id of an entry of `sources`. */
  readonly source: string;
}

/** Another published figure for the same place and year. */
export interface GridAlternative {
  /** Name of the publication. */
  readonly title: string;
  /** Emissions of the grid by this publication. */
  readonly intensity: Quantity<'gCO2e/kWh'>;
  /** Year of the figure. */
  readonly year?: number | undefined;
  /** Which case it is: `life-cycle, average, consumption mix, location-based`. */
  readonly kind: string;
  /** Id of an entry of `sources`. */
  readonly source: string;
}

/** Floating-point operations. */
export interface ComputeFacts extends Quantity<'FLOP'> {
  /** How they were counted, in the words of the manifest. */
  readonly method?: string | undefined;
  /** Where the number comes from, as of an input. */
  readonly basis: InputBasis;
  /** Id of an entry of `sources`. */
  readonly source: string;
}

/** Tokens that a training read, or that a deployment processed. */
export interface TokenFacts {
  /** How many. */
  readonly value: number;
  /** Which ones, in the words of the manifest: `output`. */
  readonly which?: string | undefined;
}

/** What a reader wants to know of a phase, beside its lines. */
export interface PhaseFacts extends Pick<Line, 'phase' | 'name'> {
  /** The phase in words: `Training`, `Training (104B)`. */
  readonly title: string;
  /** Device that did the work. */
  readonly device?: string | undefined;
  /** The device in the words of the manifest, where they leave open which variant it is: `device` is then the variant of the figures. */
  readonly statedDevice?: string | undefined;
  /** What the device is, where it is no GPU. */
  readonly deviceType?: 'cpu' | 'tpu' | 'accelerator' | undefined;
  /** Number of devices in use. */
  readonly accelerators?: number | undefined;
  /** Accelerators × hours, of this model: its share, where several models have the phase in common. */
  readonly acceleratorHours?: Quantity<'h'> | undefined;
  /** Average power of one accelerator. */
  readonly power?: Quantity<'W'> | undefined;
  /** Power over time, where it was recorded. */
  readonly powerRecord?: PowerRecord | undefined;
  /** Accelerator-hours of the whole phase ÷ accelerators. */
  readonly runHours?: Quantity<'h'> | undefined;
  /** Wall-clock time; for a deployment, the period. */
  readonly duration?: Quantity<'h'> | undefined;
  /** Where it ran. */
  readonly place?: PlaceFacts | undefined;
  /** The electricity that it used. */
  readonly grid?: GridFacts | undefined;
  /** Power usage effectiveness: facility energy ÷ IT energy. */
  readonly pue?: number | undefined;
  /** Requests answered; of a phase that several models have in common, this model's share of them. */
  readonly requests?: number | undefined;
  /** Tokens that it read or processed; this model's share of them. */
  readonly tokens?: TokenFacts | undefined;
  /** Floating-point operations of the run; this model's share of them. */
  readonly flops?: ComputeFacts | undefined;
  /** Year in which it ran. */
  readonly year?: number | undefined;
  /** Day, month or year in which it started, as the manifest has it. */
  readonly started?: string | undefined;
  /** What was computed, where the manifest states it. */
  readonly task?: TaskFacts | undefined;
  /** What the hours include beside the final run, in the words of the manifest: `restarts`. */
  readonly includes?: readonly string[] | undefined;
  /**
   * Share of the phase that is this model's, where several have it in common. Accelerator-hours, requests, tokens and operations are of
   * that share; accelerators, power, run hours and duration are of the whole phase.
   *
   * @minimum 0
   * @maximum 1
   */
  readonly share?: number | undefined;
  /** Number of runs that the figures are of. */
  readonly runs?: number | undefined;
  /** Memory of the machines, as the manifest states it. */
  readonly memory?: Quantity<'GB'> | undefined;
  /** Components that are counted, where there is evidence. */
  readonly systemBoundary: readonly ComponentId[];
}

/** Data that a task takes or makes. */
export interface DatasetFacts {
  /** What the data is. */
  readonly type: (typeof dataTypes)[number];
  /** Whether the model takes the data or makes it. */
  readonly usage: (typeof dataUsages)[number];
  /** Number of items: tokens, images, rows. */
  readonly items?: number | undefined;
  /** Where the dataset is published. */
  readonly url?: string | undefined;
}

/** What was computed, in the words of the manifest. */
export interface TaskFacts {
  /** Family of the task: `text generation`. */
  readonly family?: string | undefined;
  /** Type of the algorithm: `llm`. */
  readonly algorithm?: string | undefined;
  /** The data; absent where the manifest names none. */
  readonly datasets?: readonly DatasetFacts[] | undefined;
  /** Type of the infrastructure, where the manifest states it. */
  readonly infrastructure?: (typeof infrastructures)[number] | undefined;
}

/** Software of the runs. */
export interface SoftwareFacts {
  /** Name of the operating system. */
  readonly os?: string | undefined;
  /** Programming language of the task. */
  readonly language?: string | undefined;
  /** Software framework of the model. */
  readonly framework?: string | undefined;
}

/** Who publishes the report, and for whom. */
export interface PublicationFacts {
  /** Organisation that publishes the report. */
  readonly publisher?: string | undefined;
  /** Who may read the report. */
  readonly confidentiality?: (typeof confidentialities)[number] | undefined;
  /** Licence of the report. */
  readonly licence?: string | undefined;
}

/**
 * The device of a phase as every format names it: where the manifest leaves open which variant it is, in its words, with the one that was
 * taken; nothing where no device is stated.
 *
 * @example deviceName({ device: 'NVIDIA H100 SXM5 80GB', statedDevice: 'H100' }) //=> 'H100 (taken as SXM5 80GB)'
 */
export function deviceName({ device, statedDevice }: Pick<PhaseFacts, 'device' | 'statedDevice'>): string | undefined {
  return device === undefined || statedDevice === undefined ? device : `${statedDevice} (taken as ${variantTaken(device, statedDevice)})`;
}

const makers = ['nvidia', 'amd', 'intel', 'google', 'apple'];

/**
 * What a name of the tables has beside the words of the manifest, without the maker; all of it where that is nothing.
 *
 * @example variantTaken('NVIDIA A100 SXM4 80GB', 'A100 80GB') //=> 'SXM4'
 */
export function variantTaken(device: string, statedDevice: string): string {
  const stated = new Set([...statedDevice.toLowerCase().split(/[\s-]+/), ...makers]);
  const more = device.split(' ').filter((word) => !stated.has(word.toLowerCase()));
  return more.length === 0 ? device : more.join(' ');
}

/** What a device is, by its full name. */
export function deviceKind(device = ''): 'GPU' | 'TPU' | 'accelerator' {
  if (/\bTPU\b/.test(device)) return 'TPU';
  return /\b(?:NVIDIA|GeForce|Radeon|Instinct)\b/.test(device) ? 'GPU' : 'accelerator';
}

/**
 * What was recorded, in words.
 *
 * @example devicesText({ devices: 1, boundary: 'node' }) //=> '1 machine'
 */
export function devicesText({ devices, boundary }: Pick<PowerRecord, 'devices' | 'boundary'>, device?: string): string {
  const noun = boundary === 'accelerator' ? deviceKind(device) : boundary === 'node' || boundary === 'components' ? 'machine' : 'meter';
  return `${grouped(devices, 0)} ${noun}${devices === 1 ? '' : 's'}`;
}
