import type { DeviceUse } from '../device.js';
import { readCount } from './read-name.js';

/** A processor that a text names. Its rating is for the manifest to give. */
export interface Processor {
  readonly name: string;
  readonly use: DeviceUse | undefined;
  readonly count: number | undefined;
  /** Memory that is named beside it, as written: `256 GB`. */
  readonly memory: string | undefined;
}

/** Families of processors by what they are made for; the first that fits. */
const families: readonly (readonly [RegExp, DeviceUse | undefined])[] = [
  [
    /\b(?:EPYC|Xeon|Opteron|Graviton\d?|Altra|AmpereOne|Kunpeng|A64FX|ThunderX\d?|POWER\s?\d+|Grace CPU|Axion|Cobalt 100)\b/i,
    'data-centre',
  ],
  [/\bThreadripper\b/i, 'workstation'],
  [/\b(?:Ryzen|Core (?:i[3579]|Ultra|[3579])|i[3579]-\d{3,5}\w*|Pentium|Celeron|Athlon|Snapdragon)\b/i, 'consumer'],
  [/^(?:(?:intel|amd|arm|x86)\W)?\s*(?:CPUs?|processors?|CPU cores?|cores)$/i, undefined],
];

/** `2 x AMD EPYC 7763, 256 GB` */
const memoryBeside = /,\s*(\d{1,6} ?[GT]i?B)(?: (?:RAM|memory))?\s*$/i;

/**
 * The processor that a text names, with the number of them if it has one. What the tables know as an accelerator, such as
 * `Apple M3 Max`, has to be looked up there first.
 *
 * @example processorNamed('2 x AMD EPYC 7763')?.name //=> 'AMD EPYC 7763'
 */
export function processorNamed(text: string): Processor | undefined {
  const { 1: memory } = memoryBeside.exec(text) ?? [];
  const alone = text.replace(memoryBeside, '');
  const counted = readCount(alone);
  const name = (counted?.rest ?? alone).trim();
  const family = families.find(([pattern]) => pattern.test(name));
  return family && { name, use: family[1], count: counted?.count, memory };
}
