import { InputError } from '../../diagnostics/diagnostic.js';
import type { Message } from '../../diagnostics/message.js';
import { type EnergyPlugin, energyPlugins, pluginBoundaries } from '../../manifest/energy-plugins.js';
import { messages } from '../messages.js';
import type { RunRecord } from '../record.js';

/** GPUs of an allocation. A share of one is some GPU, without a count. */
export interface Gpus {
  readonly has: boolean;
  readonly count?: number | undefined;
  readonly name?: string | undefined;
  /** Names of several kinds. */
  readonly kinds?: string | undefined;
}

/** A job, or a step of one, whichever way the accounting was printed. */
export interface Entry {
  readonly lines: readonly [first: number, last: number];
  readonly hours?: number | undefined;
  readonly joules?: number | undefined;
  readonly name?: string | undefined;
  /** `COMPLETED`; what stands behind the first word may be a user. */
  readonly state?: string | undefined;
  readonly started?: string | undefined;
  readonly ended?: string | undefined;
  /** Absent where the accounting does not list them. */
  readonly gpus?: Gpus | undefined;
}

/** A job or step that was listed. */
export interface Listed {
  /** Of the job. */
  readonly id: string;
  readonly isStep: boolean;
  readonly entry: Entry;
  /** All that the row says, to know it again by. */
  readonly row: string;
}

/** A job with the largest figures of its steps, which lie over one another. */
export interface Job {
  readonly lines: readonly [first: number, last: number];
  readonly entry?: Entry | undefined;
  readonly steps: { readonly joules?: number | undefined; readonly hours?: number | undefined };
}

/** @throws {InputError} Where no plugin has this name. */
export function pluginOf(name: string | undefined): EnergyPlugin | undefined {
  if (name === undefined) return undefined;
  // As `scontrol show config` has it: acct_gather_energy/ipmi.
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/^acct_gather_energy\//, '');
  const plugin = energyPlugins.find((known) => known === plain);
  if (plugin === undefined) throw new InputError([messages.slurmUnknownPlugin(name, energyPlugins)]);
  return plugin;
}

/** Joules above which a number stands for none: 2^64 less 1 or 2, as numbers or rounded. */
const noValue = 9e18;
/** The same of 32 bits, of older versions. */
const noValues32 = [4_294_967_294, 4_294_967_295];

/** An energy that was metered. 0 is what Slurm writes without a plugin. */
export function joulesOf(value: number | undefined): number | undefined {
  return value === undefined || value === 0 || value >= noValue || noValues32.includes(value) ? undefined : value;
}

const failed = /^(?:FAILED|CANCELLED|TIMEOUT|NODE_FAIL|OUT_OF_MEMORY|PREEMPTED|DEADLINE|BOOT_FAIL|REVOKED|REQUEUED)/;
const unended = /^(?:RUNNING|SUSPENDED|COMPLETING|STOPPED|RESIZING)/;

/** The run of a job; nothing where it never began. */
export function runOf(
  { entry, steps, lines }: Job,
  plugin: EnergyPlugin | undefined,
  tell: (sentence: Message) => void,
): RunRecord | undefined {
  const { name, state = '', started, ended, gpus } = entry ?? {};
  const hours = entry?.hours ?? steps.hours;
  const isOfSteps = entry?.joules === undefined && steps.joules !== undefined;
  const joules = entry?.joules ?? steps.joules;
  if ((hours === undefined || hours === 0) && joules === undefined) return undefined;
  if (failed.test(state)) tell(messages.slurmFailed());
  if (unended.test(state)) tell(messages.slurmRunning());
  if (gpus?.kinds !== undefined) tell(messages.severalModels(gpus.kinds));
  if (joules === undefined) tell(messages.slurmNoEnergy());
  const isTaken = joules !== undefined && isWhole(gpus, plugin, tell);
  if (isTaken && isOfSteps) tell(messages.slurmStepEnergy());
  if (isTaken) tell(messages.slurmShared());
  const energy = isTaken ? joules / 3.6e6 : undefined;
  const boundary = plugin === undefined || energy === undefined ? undefined : pluginBoundaries[plugin];
  const accelerator = acceleratorOf(gpus);
  return {
    tracker: 'slurm',
    lines,
    ...(name !== undefined && /^[\w .+-]{1,60}$/.test(name) && { project: name }),
    ...(started !== undefined && { started }),
    ...(ended !== undefined && { ended }),
    ...(hours !== undefined && hours > 0 && { hours }),
    ...(energy !== undefined && { energy }),
    ...(boundary !== undefined && { boundary }),
    parts: boundary === 'accelerator' && energy !== undefined ? { gpu: energy } : {},
    // Every plugin reads a sensor.
    isMeasured: energy !== undefined,
    ...(accelerator !== undefined && { accelerator }),
    place: {},
  };
}

/** Whether the energy holds what drew most of it; says so where it can't be known. */
function isWhole(gpus: Gpus | undefined, plugin: EnergyPlugin | undefined, tell: (sentence: Message) => void): boolean {
  if (plugin === undefined || plugin === 'rapl') {
    if (gpus === undefined) tell(messages.slurmUnknownGpus());
    else if (gpus.has) tell(plugin === 'rapl' ? messages.slurmRaplOfGpuJob() : messages.slurmGpuEnergy());
    else if (plugin === undefined) tell(messages.slurmUnknownBoundary());
    return gpus !== undefined && !gpus.has;
  }
  if (plugin === 'gpu' && gpus?.has === false) {
    tell(messages.slurmNoGpus());
    return false;
  }
  return true;
}

function acceleratorOf(gpus: Gpus | undefined): RunRecord['accelerator'] {
  if (gpus?.count === undefined && gpus?.name === undefined) return undefined;
  const { name, count } = gpus;
  return { ...(name !== undefined && { name }), ...(count !== undefined && { count }) };
}

/** Generic resources by name, `gpu`, `gpu:a100` or others: typed and untyped are the same cards, listed twice. */
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
  // Of another make than the rest, cards may be there that have no name.
  const names = [...kinds].filter((kind) => /^[\w.+-]{1,40}$/.test(kind));
  return {
    has: count > 0 || share,
    ...(count > 0 && { count }),
    ...(names.length === 1 && kinds.size === 1 && { name: names[0] as string }),
    ...(kinds.size > 1 && { kinds: names.join(', ') }),
  };
}
