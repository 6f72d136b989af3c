import type { FactorSource } from '../factor.js';
import { once } from '../once.js';
import { type Accelerator, accelerator } from './accelerator.js';
import { huggingFaceGroups } from './hugging-face-data.js';
import { familyOf } from './read-name.js';

const source: FactorSource = {
  id: 'huggingface-tasks',
  title: 'huggingface.js, @huggingface/tasks 0.21.54: SKUS',
  url: 'https://github.com/huggingface/huggingface.js/tree/main/packages/tasks',
  year: 2026,
  licence: 'MIT',
};

const unsourced = 'The table names no source of its own, and gives one figure for all variants of a name, the highest.';

/** The fallback: consumer cards, workstation cards and laptops' chips. Always behind our own sourced rows. */
export const huggingFaceDevices = once((): readonly Accelerator[] =>
  huggingFaceGroups.flatMap(({ vendor, wholeChip, rows }) =>
    rows.map(([name, watts, memories, year]) => {
      const [memoryGB, ...more] = memories;
      return accelerator({
        family: familyOf(name),
        name: `${vendor} ${name}`,
        vendor,
        ...(memoryGB === undefined || more.length > 0 ? {} : { memoryGB }),
        memories,
        watts,
        kind: wholeChip ? 'rated power of the whole chip, highest variant' : 'rated power, highest variant',
        boundary: wholeChip ? 'components' : 'accelerator',
        note: `${unsourced} Released ${year}.`,
        source,
      });
    }),
  ),
);

export function isFromHuggingFace({ device }: Accelerator): boolean {
  return device.power.source === source;
}
