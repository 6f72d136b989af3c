import { accelerators, type Device, devicesNamed, findDevice, readName } from '../../factors/hardware/index.js';
import { once } from '../../factors/once.js';
import { powerLimitOf } from '../../plausibility/power-limit.js';
import type { DeviceClaim } from '../claim.js';
import { goesOnAsDevice, isOfOtherThing } from './after-names.js';
import { deviceNames, deviceSuffixes, isVendor, variantPattern } from './device-names.js';

/** A device's name in a text. */
export interface NamedDevice {
  readonly index: number;
  /** Behind its last character. */
  readonly end: number;
  readonly text: string;
}

/** What a name means, wherever it is written. */
export type DeviceRead = Omit<DeviceClaim, 'at' | 'scopes'>;

/**
 * The device names of a text, from left to right; words that only look like one are left out. One pass over its words.
 *
 * @param isOfHardware The text is labelled as a device, so that a short name needs no more words around it.
 */
export function namedDevices(text: string, isOfHardware = false): readonly NamedDevice[] {
  const words = [...text.matchAll(/[\p{L}\p{N}]+\+?/gu)].map((match) => ({ word: match[0], index: match.index }));
  const found: NamedDevice[] = [];
  for (let at = 0; at < words.length; ) {
    const length = lengthOfName(words, at, text);
    const named = length === 0 ? undefined : nameAt(words, at, length, text);
    if (named !== undefined) found.push(named);
    at += Math.max(1, length);
  }
  const isOfWork = found.length > 0 && (isOfHardware || ofWork.test(text));
  return found.filter((named) => isDevice(named, text, { isOfWork, isOfHardware }));
}

interface Word {
  readonly word: string;
  readonly index: number;
}

/** How many words from this one on are a name of the table: the longest; 0 where none is. */
function lengthOfName(words: readonly Word[], at: number, text: string): number {
  const { names, starts } = deviceNames();
  let joined = '';
  let length = 0;
  for (let next = at; next < words.length; next += 1) {
    const { word, index } = words[next] as Word;
    const before = words[next - 1];
    if (next > at && (before === undefined || !/^[\s_-]$/.test(text.slice(before.index + before.word.length, index)))) break;
    // `A100 x8` is eight of them.
    if (next > at && /^x\d+$/i.test(word)) break;
    joined += word.toLowerCase();
    if (names.has(joined) || names.has(singular(joined))) length = next - at + 1;
    if (!starts.has(joined)) break;
  }
  return length;
}

/** `a100s`, `a100x8` and `a100+` are of `a100`. */
function singular(word: string): string {
  return word.replace(/(?:s|x\d+|\+)$/, '');
}

/** The name with its maker before it, and its form and memory behind. */
function nameAt(words: readonly Word[], at: number, length: number, text: string): NamedDevice | undefined {
  let first = at;
  while (first > 0 && at - first < 3 && isVendor(words[first - 1]?.word ?? '') && isJoined(words, first, text)) first -= 1;
  const { word: last = '', index: lastIndex = 0 } = words[at + length - 1] ?? {};
  const index = words[first]?.index ?? 0;
  const bare = lastIndex + last.replace(/(?:(?<=\d)x\d+|\+)$/, '').length;
  if (/^[.,]\d/.test(text.slice(bare, bare + 2))) return undefined;
  const variant = variantPattern();
  variant.lastIndex = bare;
  const end = bare + (variant.exec(text)?.[0].length ?? 0);
  return { index, end, text: text.slice(index, end) };
}

function isJoined(words: readonly Word[], at: number, text: string): boolean {
  const before = words[at - 1];
  return before !== undefined && /^[\s-]{1,3}$/.test(text.slice(before.index + before.word.length, words[at]?.index));
}

/** Replaces each letter of a device's name where names are hidden from an expression. */
const hidden = '\ue000';
/** A hidden name. */
export const hiddenDevice = `${hidden}+`;

/** The text with its device names hidden, each letter in its place, so that one short expression finds units of any device: `A100 hours`. */
export function withoutDeviceNames(text: string, devices: readonly NamedDevice[] = namedDevices(text)): string {
  let [shown, from] = ['', 0];
  for (const { index, end } of devices) {
    shown += text.slice(from, index) + hidden.repeat(end - index);
    from = end;
  }
  return shown + text.slice(from);
}

/** Words of a text about computing. */
const ofWork =
  /\b(?:[GTX]PUs?|gpus?|accelerators?|chips?|cards?|nodes?|servers?|cluster|cloud|colab|kaggle|hardware|train\w*|fine-?tun\w*|inference|hours?|hrs?|k?Wh|MWh|k?W|watts?|TDP)\b/i;
/** `RTX 4090 Ti`, which the table lacks, is no RTX 4090. */
function isOtherDevice(after: string): boolean {
  return deviceSuffixes().has(/^[\s-]?([A-Za-z]+)(?![\p{L}\p{N}])/u.exec(after)?.[1] ?? '');
}

/** Words before a short name that number something: `Table A2`, `model M1`; not `GPU model T4`. */
const numbered =
  /(?<!\b(?:[GTX]PU|card|chip|device|accelerator|hardware)[\s-])\b(?:fig(?:ure|s)?|tab(?:le)?|appendix|sec(?:tion)?|eq(?:uation)?|models?|layers?|split|subset|dataset|corpus|benchmark|loss|stage|phase|step|task|experiment|run|version)[.\s]\s*$/i;

/** Letters and one or two digits, as many other things are called too. */
const shortName = /^[a-z]{1,2}\d{1,2}[a-z]?$/;
const digitsFirst = /^\d/;
/** The same with three digits: `P100`, `A100`. */
const code = /^[a-z]{1,2}\d{1,3}[a-z]?$/;

interface Around {
  readonly isOfWork: boolean;
  readonly isOfHardware: boolean;
}

function isDevice({ index, end, text: name }: NamedDevice, text: string, { isOfWork, isOfHardware }: Around): boolean {
  const after = text.slice(end, end + 32);
  if (isOtherDevice(after)) return false;
  const read = readName(name);
  const family = read?.family.replace(/s$/, '') ?? '';
  const isShort = shortName.test(family);
  const bare = name
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '')
    .replace(/s$/, '');
  // A number alone in a cell is a device only beside a label that says so.
  const isSaidInFull = bare !== family || (name.trim() === text.trim() && (isOfHardware || !digitsFirst.test(family)));
  if (isSaidInFull) return true;
  if (code.test(family) && isOfOtherThing(after, isOfHardware)) return false;
  if (!isShort && !digitsFirst.test(family)) return true;
  // `M1` alone is a processor of Apple's only beside its maker or the word chip; so is a number alone.
  if (digitsFirst.test(family) || wholeChips().has(family)) return /^[\s-](?:chips?|GPUs?|processors?|SoCs?)\b/i.test(after);
  return isOfWork && (isOfHardware || goesOnAsDevice(after)) && !numbered.test(text.slice(Math.max(0, index - 32), index));
}

/** Families whose every device is a whole processor with its memory. */
const wholeChips = once((): ReadonlySet<string> => {
  const others = new Set(accelerators().flatMap(({ device, family }) => (device.powerBoundary === 'accelerator' ? [family] : [])));
  return new Set(accelerators().flatMap(({ family }) => (others.has(family) ? [] : [family])));
});

/** What names were found to mean: a card repeats them. */
const known = new Map<string, DeviceRead | undefined>();

/** The device that a name means, with the power of every variant that it leaves open. */
export function readDeviceName(name: string): DeviceRead | undefined {
  if (name.length > 120) return undefined;
  if (!known.has(name)) known.set(name, lookUp(name));
  return known.get(name);
}

function lookUp(name: string): DeviceRead | undefined {
  const asked = name.replace(/[\s(,_-]+$/, '');
  const { found } = findDevice(asked);
  if (found === undefined) return undefined;
  const variants = [found.device, ...devicesNamed(asked)];
  const limit = powerLimitOf(variants);
  if (limit === undefined) return undefined;
  return {
    name,
    title: found.device.name,
    low: Math.min(...variants.map((device) => lowOf(device))),
    high: Math.max(...variants.map((device) => highOf(device))),
    limit,
    boundary: found.device.powerBoundary,
    isRated: variants.every(({ observed }) => observed !== true),
  };
}

/** An estimate counts with its spread. */
function lowOf({ power, estimated }: Device): number {
  return estimated === true ? (power.low ?? power.value) : power.value;
}

function highOf({ power, estimated }: Device): number {
  return estimated === true ? (power.high ?? power.value) : power.value;
}
