import { InputError } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import { type EnergyPlugin, energyPlugins, pluginBoundaries } from '../../manifest/energy-plugins.js';
import type { MachineMarks } from '../machine-marks.js';
import { messages as shared } from '../messages.js';
import type { RunRecord } from '../record.js';
import { messages } from './messages.js';

/** GPUs of an allocation. A share of a GPU has no count. */
export interface Gpus {
  readonly has: boolean;
  /** Shards or a part of MPS, whose size the accounting does not state. */
  readonly isShared?: true | undefined;
  readonly count?: number | undefined;
  readonly name?: string | undefined;
  /** Names of several kinds. */
  readonly kinds?: string | undefined;
}

/** A job or a step, in whichever form the accounting was printed. */
export interface Entry {
  readonly lines: readonly [first: number, last: number];
  readonly hours?: number | undefined;
  readonly joules?: number | undefined;
  /** `false` where the accounting was printed without a column for the energy. */
  readonly isEnergyListed?: boolean | undefined;
  readonly name?: string | undefined;
  /** `COMPLETED`. Words after the first may name a user. */
  readonly state?: string | undefined;
  readonly started?: string | undefined;
  readonly ended?: string | undefined;
  /** What tells its nodes from others; never published. */
  readonly machine?: MachineMarks | undefined;
  readonly submitted?: string | undefined;
  readonly nodes?: number | undefined;
  /** `undefined` where the accounting does not list them. */
  readonly gpus?: Gpus | undefined;
}

/** A job or step that was listed. */
export interface Listed {
  /** Of the job. */
  readonly id: string;
  readonly isStep: boolean;
  readonly entry: Entry;
  /** The whole row, by which its repetition is recognised. */
  readonly row: string;
}

/** A job with the largest values of its steps, which overlap. */
export interface Job {
  readonly lines: readonly [first: number, last: number];
  readonly entry?: Entry | undefined;
  readonly steps: { readonly joules?: number | undefined; readonly hours?: number | undefined };
}

/**
 * An energy plugin by its name.
 *
 * @throws {InputError} Where no plugin has this name.
 */
export function pluginOf(name: string | undefined): EnergyPlugin | undefined {
  if (name === undefined) return undefined;
  // `scontrol show config` prints acct_gather_energy/ipmi.
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/^acct_gather_energy\//, '');
  const plugin = energyPlugins.find((known) => known === plain);
  if (plugin === undefined) throw new InputError([messages.unknownPlugin(name, energyPlugins)]);
  return plugin;
}

/** From here up to 2^64 a number means no value: 2^64 less 1 or 2, exact or rounded. */
const noValue = 9e18;
/** No value in 32 bits, in older versions. */
const noValues32 = [4_294_967_294, 4_294_967_295];

/** Whether a number of Slurm stands for none. */
export function isNoValue(value: number): boolean {
  return (value >= noValue && value < 2e19) || noValues32.includes(value);
}

/** An energy that was measured. Without a plugin, Slurm writes 0. */
export function joulesOf(value: number | undefined): number | undefined {
  return value === undefined || value === 0 || isNoValue(value) ? undefined : value;
}

const failed = /^(?:FAILED|CANCELLED|TIMEOUT|NODE_FAIL|OUT_OF_MEMORY|PREEMPTED|DEADLINE|BOOT_FAIL|REVOKED|REQUEUED)/;
const unended = /^(?:RUNNING|SUSPENDED|COMPLETING|STOPPED|RESIZING)/;

/** The run of a job; `undefined` where the job never began. */
export function runOf({ entry, steps, lines }: Job, plugin: EnergyPlugin | undefined, report: Report): RunRecord | undefined {
  const { name, state = '', started, ended, submitted, nodes, gpus } = entry ?? {};
  const hours = entry?.hours ?? steps.hours;
  const isOfSteps = entry?.joules === undefined && steps.joules !== undefined;
  const joules = entry?.joules ?? steps.joules;
  if ((hours === undefined || hours === 0) && joules === undefined) return undefined;
  if (failed.test(state)) report(messages.failed());
  if (unended.test(state)) report(messages.running());
  if (gpus?.isShared === true) report(messages.shareOfGpu());
  if (gpus?.kinds !== undefined) report(shared.severalModels(gpus.kinds));
  if (joules === undefined && entry?.isEnergyListed !== false) report(messages.noEnergy());
  const isTaken = joules !== undefined && isWhole(gpus, plugin, report);
  if (isTaken && isOfSteps) report(messages.stepEnergy());
  if (isTaken) report(messages.shared());
  const energy = isTaken ? joules / 3.6e6 : undefined;
  const boundary = plugin === undefined || energy === undefined ? undefined : pluginBoundaries[plugin];
  return {
    tracker: 'slurm',
    lines,
    project: name !== undefined && /^[\w .+-]{1,60}$/.test(name) ? name : undefined,
    started,
    ended,
    dated: started === undefined && ended === undefined ? submitted : undefined,
    hours: hours === 0 ? undefined : hours,
    energy,
    boundary,
    parts: { gpu: boundary === 'accelerator' ? energy : undefined },
    // Every plugin reads a sensor.
    isMeasured: energy !== undefined,
    nodes,
    accelerator: gpus?.count === undefined && gpus?.name === undefined ? undefined : { name: gpus.name, count: gpus.count },
    place: {},
  };
}

/** Whether the energy includes the parts that use most of it. Reports where it does not, or where that is unknown. */
function isWhole(gpus: Gpus | undefined, plugin: EnergyPlugin | undefined, report: Report): boolean {
  if (plugin === undefined || plugin === 'rapl') {
    if (gpus === undefined) report(messages.unknownGpus());
    else if (gpus.has) report(plugin === 'rapl' ? messages.raplOfGpuJob() : messages.gpuEnergy());
    else if (plugin === undefined) report(messages.unknownBoundary());
    return gpus !== undefined && !gpus.has;
  }
  if (plugin === 'gpu' && gpus?.has === false) {
    report(messages.noGpus());
    return false;
  }
  return true;
}

const typeName = /^[\w.+-]{1,40}$/;

/** The GPUs among generic resources, such as `gpu` or `gpu:a100`. Typed and untyped entries list the same GPUs twice. */
export function gpusIn(resources: Iterable<readonly [name: string, count: number]>): Gpus {
  let [untyped, typed, share] = [0, 0, false];
  const kinds = new Set<string>();
  for (const [name, count] of resources) {
    if (name === 'gpu') untyped = Math.max(untyped, count);
    else if (name.startsWith('gpu:') && count > 0) {
      typed += count;
      kinds.add(name.slice('gpu:'.length));
    } else if (/^(?:shard|mps)(?::|$)/.test(name) && count > 0) share = true;
  }
  const count = Math.max(untyped, typed);
  // Where there are several kinds, GPUs without a type may be of yet another kind.
  const [kind] = kinds;
  return {
    has: count > 0 || share,
    isShared: share && count === 0 ? true : undefined,
    count: count > 0 ? count : undefined,
    name: kinds.size === 1 && kind !== undefined && typeName.test(kind) ? kind : undefined,
    kinds: kinds.size > 1 ? [...kinds].filter((one) => typeName.test(one)).join(', ') : undefined,
  };
}
