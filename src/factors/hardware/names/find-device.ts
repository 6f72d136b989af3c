import { nearestThree, unknown } from '../../candidates.js';
import type { Lookup, LookupStep } from '../../factor.js';
import { steps } from '../../steps.js';
import type { Accelerator } from '../accelerator.js';
import type { Device, DeviceMatch } from '../device.js';
import { accelerators, deviceById, families } from '../devices.js';
import type { InstanceMatch } from '../instance.js';
import { huggingFace } from '../rows/sources.js';
import { sliceOf } from '../share.js';
import { answerTo } from './answers.js';
import { asName } from './as-name.js';
import { findInstance, isInstanceName } from './find-instance.js';
import { readDevice } from './read-device.js';
import { type NameRead, readCount, readName } from './read-name.js';
import { asPeopleWrite } from './read-shape.js';
import { readShare, type ShareRead, shareOf } from './read-share.js';
import { hardwareSteps } from './steps.js';
import { isProcessor, readWithProcessors } from './with-processors.js';

/**
 * The device that a text names, by its own name or by a cloud's machine type. Where the text leaves open which variant it is, the first
 * of the table is taken, with a step that names the others; a text that contradicts every variant (`A100 64GB`) is unknown.
 *
 * @example findDevice('8 x NVIDIA A100-SXM4-40GB') // found: { device: a100-sxm4-40gb (400 W), count: 8 }, no steps
 * @example findDevice('A100 80GB') // found: a100-sxm4-80gb, and a step that says PCIe would be 300 W
 * @example findDevice('8 x A100 80GB, 2 x EPYC 7763') // found: { device: a100-sxm4-80gb, count: 8 }, and a step about the processors
 * @example findDevice('A100 MIG 1g.5gb') // found: a seventh of a100-sxm4-40gb (57 W), and a step that says so
 * @example findDevice('2 x p4d.24xlarge') // found: { device: a100-sxm4-40gb, count: 16, instance: { accelerators: 8, … } }
 */
export function findDevice(text: string): Lookup<DeviceMatch> {
  const name = asName(text);
  if (name === undefined) return { why: 'unknown', candidates: [] };
  const asked = asPeopleWrite(name);
  const lookup = findOne(asked);
  const parts = lookup.found === undefined ? readWithProcessors(asked) : undefined;
  const beside = parts && findOne(parts.accelerator);
  if (parts === undefined || beside?.found === undefined) return lookup;
  return { found: beside.found, steps: [...beside.steps, hardwareSteps.processorsBeside(parts.processors)] };
}

function findOne(asked: string): Lookup<DeviceMatch> {
  const machine = findInstance(asked);
  if (machine.found !== undefined) return inInstance(asked, machine.found);
  const share = readShare(asked);
  if (share !== undefined) return findShare(asked, share);
  const read = readDevice(asked);
  const counted = readCount(asked);
  const answer = read === undefined ? answerTo(counted?.rest ?? asked, counted?.count) : undefined;
  if (answer !== undefined) return { why: 'unknown', candidates: answer };
  if (read === undefined) return isInstanceName(asked) ? machine : unknown(() => (isProcessor(asked) ? [] : nearDevices(asked)));
  const [taken, ...others] = fitting(read.rows, read.name);
  if (taken === undefined)
    return unknown(() => nearestThree(bareName(asked), namesOf(read.rows.filter(({ meantBy }) => meantBy === undefined))));
  const bare = read.count === undefined ? asked : (counted?.rest ?? asked);
  const found = { device: taken.device, count: read.count, ...(others.length > 0 && { open: bare.trim() }) };
  return { found, steps: [...read.steps, ...variantSteps(asked, taken, others)] };
}

/** A slice of a card. The rest of its name says which card; where it leaves that open, the memory of the slice does. */
function findShare(asked: string, share: ShareRead): Lookup<DeviceMatch> {
  const read = readDevice(share.card);
  const cards = read === undefined ? [] : fitting(read.rows, read.name);
  const found = shareOf(share, cards);
  if (found === undefined)
    return unknown(() => (cards.length > 0 ? cards.slice(0, 3).map(({ device }) => device.name) : nearDevices(share.card)));
  const { card, part } = found;
  const device = part === 1 ? card.device : sliceOf(card.device, { ...share, part });
  return { found: { device, count: read?.count }, steps: [hardwareSteps.partOfCard(asked, card.device.name, part)] };
}

/**
 * Every device that a name can mean: one where the name is exact, else each form and memory size that it leaves open. Empty
 * where the name is unknown.
 *
 * @example devicesNamed('A100 80GB').map(({ id }) => id) //=> ['a100-sxm4-80gb', 'a100-pcie-80gb']
 */
export function devicesNamed(text: string): readonly Device[] {
  const name = asName(text);
  if (name === undefined) return [];
  const asked = asPeopleWrite(name);
  const machine = findInstance(asked).found;
  const held = machine === undefined ? undefined : deviceById().get(machine.instance.device);
  if (held !== undefined) return [held];
  if (readShare(asked) !== undefined) {
    const lookup = findOne(asked);
    return lookup.found === undefined ? [] : [lookup.found.device];
  }
  const read = readDevice(asked);
  return read === undefined ? [] : fitting(read.rows, read.name).map(({ device }) => device);
}

function inInstance(asked: string, { instance, count }: InstanceMatch): Lookup<DeviceMatch> {
  const { name, cloud, accelerators: held, perServer, chips, source } = instance;
  const device = deviceById().get(instance.device);
  if (device === undefined) throw new Error(`${name} names no device of the table: ${instance.device}`);
  const found = {
    device,
    count: count === undefined ? undefined : count * held,
    instance: { name, cloud, accelerators: held, perServer, source },
  };
  return { found, steps: chips === undefined ? [] : [hardwareSteps.chipsOnBoards(asked, chips, held)] };
}

function fitting(rows: readonly Accelerator[], name: NameRead): readonly Accelerator[] {
  const { form, memoryGB, memoryType } = name;
  const fits = rows.filter(({ device, memories, meantBy }) => {
    if (meantBy === 'memory' && memoryGB === undefined) return false;
    if (meantBy === 'form' && form !== device.formFactor?.toLowerCase()) return false;
    const formFits = form === undefined || device.formFactor === undefined || device.formFactor.toLowerCase().startsWith(form);
    return formFits && (memoryGB === undefined || memories.length === 0 || memories.includes(memoryGB));
  });
  if (memoryType === undefined) return fits;
  return fits.filter((row) => row.memoryType === undefined || row.memoryType === memoryType);
}

/** A step only where the choice changes a figure: V100 SXM2 16GB and 32GB have the same power. */
function variantSteps(asked: string, taken: Accelerator, others: readonly Accelerator[]): readonly LookupStep[] {
  const { device } = taken;
  if (device.power.source.id === huggingFace.id)
    return taken.memories.length > 1 ? [steps.highestVariant(asked, device.name, device.power)] : [];
  const different = others.filter((other) => other.device.power.value !== device.power.value || differAsPublished(other.device, device));
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

/** Whether published embodied emissions differ. Estimates do, too, but only by the memory, which the step names already. */
function differAsPublished({ embodied: one }: Device, { embodied: other }: Device): boolean {
  const estimated = one.range === 'embodied-estimate' || other.range === 'embodied-estimate';
  return !estimated && one.value !== other.value;
}

function bareName(asked: string): string {
  const rest = (readCount(asked)?.rest ?? asked).replace(/\bMIG\b.*/i, '');
  const family = readName(rest)?.family;
  if (family === undefined || family === '') return rest;
  // Behind a digit, the letter O is a slip for a zero.
  return family.replaceAll(/(?<=\do*)o/g, '0');
}

/** Devices near to a text; where none is, those whose name is among its words: `MacBook Air M2`, `Colab T4`. */
function nearDevices(asked: string): readonly string[] {
  const near = nearestThree(bareName(asked), namesOf(accelerators()));
  return near.length > 0 ? near : namedAmong(readName(readCount(asked)?.rest ?? asked)?.words ?? []);
}

/** The devices of the longest run of words that is the name of a family. */
function namedAmong(words: readonly string[]): readonly string[] {
  for (let length = Math.min(3, words.length); length > 0; length -= 1)
    for (let at = 0; at + length <= words.length; at += 1) {
      const rows = families().get(words.slice(at, at + length).join(''));
      if (rows !== undefined) return rows.slice(0, 3).map(({ device }) => device.name);
    }
  return [];
}

/** One candidate a family where there are several families, so that three candidates are three products. */
function* namesOf(rows: readonly Accelerator[]): Generator<{ offer: string; words: readonly string[] }> {
  const oneFamily = new Set(rows.map(({ family }) => family)).size === 1;
  const seen = new Set<string>();
  for (const { device, family } of rows) {
    if (!oneFamily && seen.has(family)) continue;
    seen.add(family);
    yield { offer: device.name, words: oneFamily ? [device.name] : [family, device.name] };
  }
}
