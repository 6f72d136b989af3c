import type { LookupStep } from '../../factor.js';
import { steps } from '../../steps.js';
import type { Accelerator } from '../accelerator.js';
import { families } from '../devices.js';
import { type NameRead, readCount, readName } from './read-name.js';
import { readSlice } from './read-slice.js';

/** The parts of a device's name in a text, with the rows of its family. */
export interface DeviceRead {
  readonly name: NameRead;
  readonly rows: readonly Accelerator[];
  readonly count?: number | undefined;
  readonly steps: readonly LookupStep[];
}

/** Reads the whole text as a name first, so that the 3090 of `3090 Ti` is no count; then without a number of devices before or behind it. */
export function readDevice(asked: string): DeviceRead | undefined {
  const whole = readFamily(asked) ?? readTpuSlice(asked);
  if (whole !== undefined) return whole;
  const counted = readCount(asked);
  const rest = counted && (readFamily(counted.rest) ?? readTpuSlice(counted.rest));
  return rest && { ...rest, count: counted.count * (rest.count ?? 1) };
}

/** Words that say whose a device is, so that a Tesla M4 is no Apple M4; and with what its key in the table begins. */
const makers: readonly (readonly [RegExp, vendor: string, prefix: string])[] = [
  [/\b(?:nvidia|tesla|geforce|quadro)\b/i, 'NVIDIA', 'tesla'],
  [/\bapple\b/i, 'Apple', ''],
];

function readFamily(text: string): DeviceRead | undefined {
  const name = readName(text);
  if (name === undefined) return undefined;
  const sloppy = readSloppyPlural(text, name);
  if (sloppy !== undefined) return sloppy;
  const { family } = name;
  const maker = makers.find(([pattern]) => pattern.test(text));
  for (const key of [
    ...(maker === undefined ? [] : [`${maker[2]}${family}`]),
    family,
    `rtx${family}`,
    `gtx${family}`,
    family.replace(/s$/, ''),
  ]) {
    const rows = families()
      .get(key)
      ?.filter(({ device: { vendor } }) => maker === undefined || vendor === maker[1]);
    if (rows !== undefined && rows.length > 0) return { name, rows, steps: [] };
  }
  return undefined;
}

/** `V100s` is the plural of V100, and `V100S` another card. The small letter is read as the plural, with a step that names the other. */
function readSloppyPlural(text: string, name: NameRead): DeviceRead | undefined {
  if (name.family !== 'v100s' || !/V100s\b/.test(text)) return undefined;
  const rows = families().get('v100');
  return rows === undefined
    ? undefined
    : {
        name: { ...name, family: 'v100', words: ['v100'] },
        rows,
        steps: [steps.pluralTaken('V100s', 'the plural of V100', 'the V100S PCIe (250 W)')],
      };
}

function readTpuSlice(text: string): DeviceRead | undefined {
  const read = readSlice(text);
  const rows = read && families().get(read.family);
  return rows && { name: { family: read.family, words: [read.family] }, rows, count: read.chips, steps: read.steps };
}
