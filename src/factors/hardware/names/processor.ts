import type { DeviceUse } from '../device.js';
import { coresOf, isProcessorName, isServerModel } from '../processors.js';
import { asName } from './as-name.js';
import { readCount } from './read-name.js';

/** A processor that a text names. */
export interface Processor {
  readonly name: string;
  readonly use: DeviceUse | undefined;
  /** Processors; of cores, as many as have that number of cores. */
  readonly count: number | undefined;
  /** Cores that the text counts, in place of processors. */
  readonly cores?: { readonly used: number; readonly perProcessor: number; readonly isDefault?: true | undefined } | undefined;
  /** Memory that is named beside it, as written: `256 GB`. */
  readonly memory: string | undefined;
}

/** Families of processors by what they are made for; the first that fits. */
const families: readonly (readonly [RegExp, DeviceUse | undefined])[] = [
  [
    /\b(?:EPYC|Xeon|Opteron|Itanium|Graviton\d?|Altra|AmpereOne|Kunpeng|A64FX|ThunderX\d?|POWER\s?\d+|Grace CPU|Axion|Cobalt 100)\b/i,
    'data-centre',
  ],
  [/\bThreadripper\b/i, 'workstation'],
  [/\b(?:Ryzen|Core (?:i[3579]|Ultra|[3579])|i[3579]-\d{3,5}\w*|Pentium|Celeron|Athlon|Snapdragon)\b/i, 'consumer'],
  [/^(?:(?:intel|amd|arm|x86|server)\W)?\s*(?:CPUs?|processors?|CPU cores?|cores)$/i, undefined],
];

/** `2 x AMD EPYC 7763, 256 GB` */
const memoryBeside = /[,;+]\s*(\d{1,6} ?[GT]i?B)(?: (?:of )?(?:RAM|memory))?\s*$/i;
/** `64 EPYC cores`, `64 x EPYC 7763 cores`, `16 CPU cores`, `8 vCPUs`: a vCPU is one of the two threads of a core. */
const coresBefore = /^(\d{1,6})(?:\s*[x×*]\s+|\s+)(.*?)\s*\b(cores?|v-?cpus?|threads?)$/i;
/** `16 cores of an AMD EPYC 7763` */
const coresOfOne = /^(\d{1,6})\s*(?:[x×*]\s+)?(cores?|v-?cpus?|threads?)(?:\s+(?:of|on)\s+(?:an?\s+)?|\s*[,;]\s*)(.+)$/i;
/** `EPYC 7763, 16 cores` */
const coresBehind = /^(.+?)[,;(]\s*(\d{1,6})\s*(cores?|v-?cpus?|threads?)\)?$/i;
/** `2 x EPYC 7763, 64 cores`: processors are counted, and the cores describe them. */
const describedAfter =
  /^(\d{1,6}\s*(?:[x×*]\s*|\s).*?[a-z].*?\d\w*\+?)(?:\s*[,;(]\s*|\s+)\d{1,4}[\s-]*(?:cores?|v-?cpus?|threads?)(?:\s+each)?\)?$/i;

/**
 * The processor that a text names, with the number of them if it has one, or with a number of cores. What the tables know as an
 * accelerator, such as `Apple M3 Max`, has to be looked up there first.
 *
 * @example processorNamed('2 x AMD EPYC 7763')?.name //=> 'AMD EPYC 7763'
 * @example processorNamed('32 x EPYC 7763 cores')?.count //=> 0.5
 */
export function processorNamed(text: string): Processor | undefined {
  const written = asName(text);
  if (written === undefined) return undefined;
  const { 1: memory } = memoryBeside.exec(written) ?? [];
  const alone = written.replace(memoryBeside, '').trim().replace(describedAfter, '$1');
  return ofCores(alone, memory) ?? ofProcessors(alone, memory);
}

function ofCores(text: string, memory: string | undefined): Processor | undefined {
  const written = coresIn(text);
  const use = written && useOf(written.name);
  if (written === undefined || use === undefined) return undefined;
  const { name, unit } = written;
  const used = written.count / (/^core/i.test(unit) ? 1 : 2);
  const { cores: perProcessor, isDefault } = coresOf(name);
  return { name, ...use, count: used / perProcessor, cores: { used, perProcessor, isDefault }, memory };
}

/** A number of cores in a text, with the processor whose they are. */
function coresIn(text: string): { readonly count: number; readonly name: string; readonly unit: string } | undefined {
  const of = coresOfOne.exec(text);
  const before = coresBefore.exec(text);
  const behind = coresBehind.exec(text);
  const [digits, name, unit] =
    of !== null ? [of[1], of[3], of[2]] : before !== null ? before.slice(1) : [behind?.[2], behind?.[1], behind?.[3]];
  if (digits === undefined || unit === undefined) return undefined;
  return { count: Number(digits), name: name === undefined || name.trim() === '' ? 'CPU' : name.trim(), unit };
}

function ofProcessors(text: string, memory: string | undefined): Processor | undefined {
  const whole = useOf(text);
  // The X of a `Xeon X5660` is no sign.
  const counted = isProcessorName(text) ? undefined : readCount(text);
  const ofCount = counted && useOf(counted.rest.trim());
  if (counted !== undefined && ofCount !== undefined) return { name: counted.rest.trim(), ...ofCount, count: counted.count, memory };
  return whole && { name: text, ...whole, count: undefined, memory };
}

/** What a processor is made for; undefined where the text names none. */
function useOf(name: string): { readonly use: DeviceUse | undefined } | undefined {
  const family = families.find(([pattern]) => pattern.test(name));
  if (family !== undefined) return { use: family[1] };
  return isProcessorName(name) ? { use: isServerModel(name) ? 'data-centre' : 'consumer' } : undefined;
}
