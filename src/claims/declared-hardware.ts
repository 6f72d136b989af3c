import { readName } from '../factors/hardware/index.js';
import type { ClaimedValue, DeviceClaim, LabelledText } from './claim.js';
import { isPlain } from './companions.js';
import { readDeviceName } from './text/devices.js';

export interface DeclaredHardware {
  /** As the card writes it. */
  readonly name: string;
  readonly count?: number | undefined;
  /** The factor tables have it. */
  readonly isKnown: boolean;
  /** The answer says no more than this. */
  readonly isWhole: boolean;
}

/**
 * The one kind of device that a card names in an answer, else in the sentences below the heading, and how many. Several kinds are none.
 */
export function hardwareIn(
  answers: readonly LabelledText[],
  counts: readonly LabelledText[],
  devices: readonly DeviceClaim[],
  values: readonly ClaimedValue[],
): DeclaredHardware | undefined {
  const stated = onlyCount(counts.flatMap((answer) => answer.values));
  for (const answer of answers) {
    const found = ofAnswer(answer);
    if (found !== undefined) return { ...found, count: found.count ?? stated };
  }
  if (answers.length > 0) return undefined;
  const name = onlyName(devices.map((device) => device.name));
  return name === undefined ? undefined : { name, count: stated ?? onlyCount(values), isKnown: true, isWhole: true };
}

function ofAnswer({ text, values, devices }: LabelledText): DeclaredHardware | undefined {
  const count = onlyCount(values);
  const names = devices.map((device) => device.text);
  const name = onlyName(names);
  if (name !== undefined) return { name: spelt(withMemory(name, text)), count, isKnown: true, isWhole: isWholeOf(text, names) };
  return names.length > 1 ? undefined : asWritten(text, count);
}

/** `A100 (80GB`, as a name in a text can end. */
function spelt(name: string): string {
  return name.replace(/\s*[(,_]\s*/g, ' ').trim();
}

/** Whether an answer holds no other word or number than names, counts, makers, memory and nouns of devices. */
function isWholeOf(text: string, names: readonly string[]): boolean {
  let rest = text;
  for (const name of names) rest = rest.replace(name, ' ');
  return !/[\p{L}\p{N}]/u.test(
    rest
      .replace(/(?<![\p{L}\p{N}-])(?:\d{1,3}(?:,\d{3})+|\d+)\s*(?:[x×*](?![\p{L}])\s*)?(?![\p{L}\p{N}])/giu, ' ')
      .replace(
        /(?<![\p{L}\p{N}-])(?:x\s*\d+|\d+\s?(?:x|×|GB|GiB|G)|x|gpus?|tpus?|cards?|chips?|accelerators?|vram|memory|ram|nvidia|amd|intel|google|tesla|geforce|a|an|single|one|two|three|four|five|six|seven|eight|tdp|of|with)(?![\p{L}\p{N}-])/giu,
        ' ',
      ),
  );
}

/** One device, however exactly each place names it. */
function onlyName(names: readonly string[]): string | undefined {
  const read = names.flatMap((name) => readDeviceName(name) ?? []);
  const closest = read.toSorted((a, b) => a.high - a.low - (b.high - b.low) || b.name.length - a.name.length)[0];
  if (closest === undefined) return undefined;
  const families = new Set(read.map(({ name, title }) => readName(name)?.family.replace(/s$/, '') ?? title));
  const fits = read.every(({ low, high }) => low <= closest.low && high >= closest.high);
  return fits && families.size === 1 ? closest.name.trim() : undefined;
}

/** `500 32GB Nvidia V100 GPUs`: the memory before the name is a part of it. */
function withMemory(name: string, text: string): string {
  const before = text.slice(0, text.indexOf(name));
  const memory = /(\d{2,3})\s?GB\s*$/i.exec(before)?.[1];
  const named = memory === undefined || /\d\s?GB/i.test(name) ? name : `${name} ${memory}GB`;
  return readDeviceName(named) === undefined ? name : named;
}

function onlyCount(values: readonly ClaimedValue[]): number | undefined {
  const counts = new Set(values.filter((claim) => claim.measure === 'accelerators' && isPlain(claim)).map(({ value }) => value));
  const [count] = counts;
  return counts.size === 1 && count !== undefined && count > 0 ? count : undefined;
}

/** A device that running text isn't read for, such as a processor or one that the tables lack: `2 x AMD EPYC 7763`. Sentences are not used. */
function asWritten(text: string, counted: number | undefined): DeclaredHardware | undefined {
  const [, count, name] = /^(?:(\d{1,5})\s*(?:[x×*]\s*|\s))?([\w][\w .+/-]{1,59}?)(?:\s+GPUs?)?$/i.exec(text.trim()) ?? [];
  if (name === undefined || /\b(?:and|or)\b/i.test(name)) return undefined;
  const number = count === undefined || Number(count) === 0 ? counted : Number(count);
  return { name, count: number, isKnown: readDeviceName(name) !== undefined, isWhole: true };
}
