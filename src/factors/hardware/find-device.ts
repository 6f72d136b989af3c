import { nearestThree } from '../candidates.js';
import type { Lookup, LookupStep } from '../factor.js';
import { steps } from '../steps.js';
import type { Accelerator } from './accelerator.js';
import type { DeviceMatch } from './device.js';
import { accelerators, families } from './devices.js';
import { isFromHuggingFace } from './hugging-face.js';
import { type NameRead, readCount, readName } from './read-name.js';

interface Read {
  readonly name: NameRead;
  readonly rows: readonly Accelerator[];
  readonly count?: number;
  readonly steps: readonly LookupStep[];
}

/**
 * The device that a log or a person means. What the text leaves open is decided by the order of the table, and said in
 * a step with what the alternatives would give; what contradicts every variant (`A100 64GB`) is unknown, never bent.
 *
 * @example findDevice('8 x NVIDIA A100-SXM4-40GB') // found: { device: a100-sxm4-40gb (400 W), count: 8 }, no steps
 * @example findDevice('A100 80GB') // found: a100-sxm4-80gb, and a step that says PCIe would be 300 W
 */
export function findDevice(text: string): Lookup<DeviceMatch> {
  const asked = text.trim();
  const read = reading(asked);
  if (read === undefined) return { why: 'unknown', candidates: nearestThree(bareName(asked), namesOf(accelerators())) };
  const [taken, ...others] = fitting(read.rows, read.name);
  if (taken === undefined) return { why: 'unknown', candidates: nearestThree(bareName(asked), namesOf(read.rows)) };
  const found = { device: taken.device, ...(read.count === undefined ? {} : { count: read.count }) };
  return { found, steps: [...read.steps, ...variantSteps(asked, taken, others)] };
}

/** The whole text as a name first, so that `3090 Ti` is no count; then without a number of devices around it. */
function reading(asked: string): Read | undefined {
  const whole = readFamily(asked);
  if (whole !== undefined) return whole;
  const counted = readCount(asked);
  if (counted === undefined) return readSlice(asked);
  const rest = readFamily(counted.rest);
  return rest === undefined ? undefined : { ...rest, count: counted.count };
}

function readFamily(text: string): Read | undefined {
  const name = readName(text);
  if (name === undefined) return undefined;
  const sloppy = readSloppyPlural(text, name);
  if (sloppy !== undefined) return sloppy;
  const { family } = name;
  for (const key of [family, `rtx${family}`, `gtx${family}`, family.replace(/s$/, '')]) {
    const rows = families().get(key);
    if (rows !== undefined) return { name, rows, steps: [] };
  }
  return undefined;
}

/** `V100s` is many a V100, `V100S` is another card. By the letter's case it is the plural; the step says what else it could be. */
function readSloppyPlural(text: string, name: NameRead): Read | undefined {
  if (name.family !== 'v100s' || !/V100s\b/.test(text)) return undefined;
  const rows = families().get('v100');
  return rows === undefined
    ? undefined
    : { name: { ...name, family: 'v100' }, rows, steps: [steps.pluralTaken('V100s', 'the plural of V100', 'the V100S PCIe (250 W)')] };
}

/** `TPU v3-8`: for v2 to v4 the number behind the dash counts TensorCores, of which a chip has two. */
function readSlice(asked: string): Read | undefined {
  const [, generation, digits] = /^(.*tpu\W*v[234])-(\d{1,6})$/is.exec(asked) ?? [];
  const rest = generation === undefined ? undefined : readFamily(generation);
  const cores = Number(digits);
  if (rest === undefined || !(cores >= 2) || cores % 2 !== 0) return undefined;
  return { ...rest, count: cores / 2, steps: [steps.coresCounted(asked, cores, cores / 2)] };
}

function fitting(rows: readonly Accelerator[], name: NameRead): readonly Accelerator[] {
  const { form, memoryGB, memoryType } = name;
  const fits = rows.filter(({ device, memories }) => {
    const formFits = form === undefined || device.formFactor === undefined || device.formFactor.toLowerCase().startsWith(form);
    return formFits && (memoryGB === undefined || memories.length === 0 || memories.includes(memoryGB));
  });
  if (memoryType === undefined) return fits;
  return fits.filter((row) => row.memoryType === undefined || row.memoryType === memoryType);
}

/** A step only where the choice moves a figure: V100 SXM2 16GB and 32GB draw the same. */
function variantSteps(asked: string, taken: Accelerator, others: readonly Accelerator[]): readonly LookupStep[] {
  const { device } = taken;
  if (isFromHuggingFace(taken)) return taken.memories.length > 1 ? [steps.highestVariant(asked, device.name, device.power)] : [];
  const different = others.filter(
    (other) => other.device.power.value !== device.power.value || other.device.embodied?.value !== device.embodied?.value,
  );
  if (different.length === 0) return [];
  return [
    steps.variantTaken(
      asked,
      device.name,
      device.power,
      different.map(({ device: { name, power } }) => `${name} (${power.value} ${power.unit})`),
    ),
  ];
}

function bareName(asked: string): string {
  const rest = readCount(asked)?.rest ?? asked;
  const family = readName(rest)?.family;
  return family === undefined || family === '' ? rest : family;
}

/** One offer a family where several are in question, so that three candidates are three products. */
function* namesOf(rows: readonly Accelerator[]): Generator<{ offer: string; words: readonly string[] }> {
  const oneFamily = new Set(rows.map(({ family }) => family)).size === 1;
  const seen = new Set<string>();
  for (const { device, family } of rows) {
    if (!oneFamily && seen.has(family)) continue;
    seen.add(family);
    yield { offer: device.name, words: oneFamily ? [device.name] : [family, device.name] };
  }
}
