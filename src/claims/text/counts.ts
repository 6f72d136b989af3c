import { isVendor } from './device-names.js';
import type { NamedDevice } from './devices.js';
import { numberOfWord, numberWords } from './number-words.js';

/** A number of devices in a text: `8 x A100`, `2 x 8 GPUs`. */
export interface DeviceCount {
  readonly index: number;
  readonly number: string;
  /** What the number is multiplied with, in `2 x 8`. */
  readonly times: number;
  /** With the words that say of what; absent where a product sign alone says so. */
  readonly printed?: string | undefined;
}

const counter =
  /(?<![\p{L}\p{N}.,]|\p{L}[-_])(?<number>\d{1,3}(?:,\d{3})+|\d{1,6})(?:\s*[x×*]\s*(?<more>\d{1,6})(?!\d|\s?GB))?\s*(?<sign>[x×*]\s*)?(?:\d{2,3}\s?GB\s+)?(?=[\p{L}])/gu;
const inWords = new RegExp(String.raw`(?<![\p{L}\p{N}-])(?<word>${numberWords})\s+(?=[\p{L}])`, 'giu');
/** `T4 x 2`, `A100 (x8)`; not `A100 x 40 hours`. */
const behind =
  /^(?:\s*[gG][pP][uU]s?)?\s*\(?\s*[x×*]\s?(?<number>\d{1,5})(?![\p{L}\p{N}.,]|\s?(?:[gG][pP][uU][\s-]*)?(?:hours?|hrs?|h|days?|weeks?|minutes?|W|kW|kWh|GB)(?![\p{L}\p{N}]))/u;
const noun = '(?:[gG][pP][uU]s?|TPUs?|tpus?|accelerators|chips|devices)(?![\\p{L}\\p{N}])';
const nounAfterVendors = new RegExp(`^(?<vendors>(?:\\p{L}+\\s+){0,4}?)${noun}`, 'u');
const nounAfterDevice = new RegExp(`^[-\\s\\w]{0,24}?${noun}`, 'u');
/** Hours of devices are no number of them. */
const hours = /^[\s-]*(?:\d+\s?GB\s+)?(?:GPU[\s-]*)?(?:hours?|hrs?|h\b|days?|-hours?)/u;

/** The numbers of devices that a text says. Where no name or noun follows, a product sign before a maker's name will do. */
export function countsIn(text: string, devices: readonly NamedDevice[]): readonly DeviceCount[] {
  const names = new Map(devices.map((device) => [device.index, device]));
  const numbers = outside(devices, [...text.matchAll(counter)]);
  const counts = [
    ...numbers.flatMap((match) => countOf(match, text, names) ?? []),
    ...[...text.matchAll(inWords)].flatMap((match) => countInWords(match, text, names) ?? []),
    ...devices.flatMap((device) => countBehind(device, text) ?? []),
  ];
  return counts.length > 0 ? counts : numbers.flatMap((match) => signed(match, text, names) ?? []);
}

/** Devices by where their name begins. */
type Names = ReadonlyMap<number, NamedDevice>;

/** Numbers that are no part of a device's name, as 4090 is. Both lists are in the order of the text. */
function outside(devices: readonly NamedDevice[], numbers: readonly RegExpExecArray[]): readonly RegExpExecArray[] {
  let next = 0;
  return numbers.filter(({ index }) => {
    while ((devices[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next += 1;
    return (devices[next]?.index ?? Number.POSITIVE_INFINITY) > index;
  });
}

function countOf(match: RegExpExecArray, text: string, names: Names): DeviceCount | undefined {
  const { number = '', more } = match.groups ?? {};
  const start = match.index + match[0].length;
  const end = endOf(text, start, names);
  if (end === undefined || hours.test(text.slice(end, end + 24))) return undefined;
  const printed = text.slice(match.index, end).trim();
  return { index: match.index, number, times: more === undefined ? 1 : Number(more), printed };
}

/** Words of a sentence about what a model needs, not about what it was trained on: `it fits on a single A100`. */
const needs =
  /\b(?:fits?|runs? on|can|could|inference|serv(?:e|es|ing)|deploy\w*|requires?|needs?|load(?:s|ed)?|(?:per|each|every) (?:node|machine|server|worker|host),?|than)\b[^.;]*$/i;

/** `two A100s`, `a single V100`, `eight GPUs`. */
function countInWords(match: RegExpExecArray, text: string, names: Names): DeviceCount | undefined {
  const number = numberOfWord(match.groups?.['word'] ?? '');
  const start = match.index + match[0].length;
  const end = endOf(text, start, names);
  if (number === undefined || end === undefined || hours.test(text.slice(end, end + 24))) return undefined;
  if (needs.test(text.slice(Math.max(0, match.index - 120), match.index))) return undefined;
  return { index: match.index, number: String(number), times: 1, printed: text.slice(match.index, end).trim() };
}

/** `T4 x 2`: the number behind the name, where none is before it. */
function countBehind(device: NamedDevice, text: string): DeviceCount | undefined {
  const match = behind.exec(text.slice(device.end, device.end + 40));
  const number = match?.groups?.['number'];
  if (match === null || number === undefined || /\d\s*[x×*]?\s*$/.test(text.slice(Math.max(0, device.index - 8), device.index)))
    return undefined;
  const end = device.end + match[0].length;
  return { index: end - number.length, number, times: 1, printed: text.slice(device.index, end).trim() };
}

/** Where the words end that say of what a number is. */
function endOf(text: string, start: number, names: Names): number | undefined {
  const device = names.get(start);
  const from = device?.end ?? start;
  const match = (device === undefined ? nounAfterVendors : nounAfterDevice).exec(text.slice(from, from + 80));
  const isOfDevices = match !== null && wordsIn(match.groups?.['vendors']).every(isVendor);
  return isOfDevices ? from + match[0].length : device?.end;
}

function wordsIn(text = ''): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function signed(match: RegExpExecArray, text: string, names: Names): DeviceCount | undefined {
  const { number = '', sign } = match.groups ?? {};
  const start = match.index + match[0].length;
  if (sign === undefined || sign.includes('*')) return undefined;
  const [word = ''] = wordsIn(text.slice(start, start + 24));
  return names.has(start) || isVendor(word) ? { index: match.index, number, times: 1 } : undefined;
}
