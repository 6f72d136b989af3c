import type { Accelerator, AcceleratorDraft } from '../accelerator.js';
import { type Build, embodiedByClass } from './embodied.js';

type Medians = ReadonlyMap<Build, number>;

/** Completes devices with an unknown die area with the median of their class. */
export function withEmbodied(drafts: readonly AcceleratorDraft[]): readonly Accelerator[] {
  const medians = mediansOf(drafts);
  return drafts.map(({ build, device, ...row }) => {
    const median = medians.get(build);
    const embodied = device.embodied ?? (median === undefined ? undefined : embodiedByClass(device.id, device.name, build, median));
    if (embodied === undefined) throw new Error(`no ${build} has an estimate from which ${device.name} could take its own`);
    return { ...row, device: { ...device, embodied } };
  });
}

/** Over the estimates from a die only, so that the published figures of one maker do not decide for a class. */
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
