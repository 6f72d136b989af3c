import { once } from '../once.js';
import type { Accelerator, AcceleratorDraft } from './accelerator.js';
import type { Device } from './device.js';
import { type Build, embodiedByClass } from './estimates/embodied.js';
import { amazonAccelerators } from './rows/amazon.js';
import { otherAccelerators } from './rows/amd-intel.js';
import { googleAccelerators } from './rows/google.js';
import { huggingFaceDevices } from './rows/hugging-face.js';
import { nvidiaAccelerators } from './rows/nvidia.js';
import { nvidiaCards } from './rows/nvidia-cards.js';

/** Names under which the fallback blurs two of our rows: its MI300 is the MI300X, not the MI300A. */
const blurred: readonly string[] = ['mi300'];

/** Our sourced rows first, then the fallback for families that we have no row of. */
export const accelerators = once((): readonly Accelerator[] => {
  const sourced = [...nvidiaAccelerators(), ...nvidiaCards(), ...otherAccelerators(), ...googleAccelerators(), ...amazonAccelerators()];
  const known = new Set([...blurred, ...sourced.flatMap(({ family, aliases }) => [family, ...aliases])]);
  const drafts = [...sourced, ...huggingFaceDevices().filter(({ family }) => !known.has(family))];
  const medians = mediansOf(drafts);
  return drafts.map((draft) => withEmbodied(draft, medians));
});

export const devices = once((): readonly Device[] => accelerators().map(({ device }) => device));

export const deviceById = once((): ReadonlyMap<string, Device> => new Map(devices().map((device) => [device.id, device])));

/** Rows by family and its other names, in table order. */
export const families = once((): ReadonlyMap<string, readonly Accelerator[]> => {
  const found = new Map<string, Accelerator[]>();
  for (const row of accelerators()) {
    for (const name of [row.family, ...row.aliases]) {
      const before = found.get(name);
      if (before === undefined) found.set(name, [row]);
      else before.push(row);
    }
  }
  return found;
});

type Medians = ReadonlyMap<Build, number>;

/** Of what was estimated from a die, so that published figures of one maker don't stand for a class. */
function mediansOf(drafts: readonly AcceleratorDraft[]): Medians {
  const medians = new Map<Build, number>();
  for (const build of ['module', 'card', 'chip'] as const) {
    const known = drafts.flatMap(({ build: own, device: { embodied } }) =>
      own === build && embodied?.range === 'embodied-estimate' ? [embodied.value] : [],
    );
    const median = known.sort((a, b) => a - b)[Math.floor(known.length / 2)];
    if (median !== undefined) medians.set(build, median);
  }
  return medians;
}

function withEmbodied({ build, device, ...row }: AcceleratorDraft, medians: Medians): Accelerator {
  const median = medians.get(build);
  const embodied = device.embodied ?? (median === undefined ? undefined : embodiedByClass(device.id, device.name, build, median));
  if (embodied === undefined) throw new Error(`no ${build} has an estimate from which ${device.name} could take its own`);
  return { ...row, device: { ...device, embodied } };
}
