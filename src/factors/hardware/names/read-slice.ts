import type { LookupStep } from '../../factor.js';
import { steps } from '../../steps.js';

export interface SliceRead {
  /** Family of the chip: `tpuv3`. */
  readonly family: string;
  readonly chips: number;
  readonly steps: readonly LookupStep[];
}

const slice = /^(?:google\s+)?(?:cloud\s+)?(?:tpu\W*)?(v[2-6](?:[ep]|i|\W?lite(?:pod)?)?)-(\d{1,6})$/i;

/**
 * `TPU v3-8`, `v4-128`, `v5litepod-16`: the number behind the dash counts TensorCores up to v4 and for v5p, two to a chip,
 * and chips for v5e and v6e.
 */
export function readSlice(text: string): SliceRead | undefined {
  const [, written, digits] = slice.exec(text.trim()) ?? [];
  if (written === undefined) return undefined;
  const generation = written.toLowerCase().replace(/\W?lite(?:pod)?$/, 'e');
  const family = `tpu${generation}`;
  const size = Number(digits);
  if (size < 1) return undefined;
  if (generation === 'v5e' || generation === 'v6e') return { family, chips: size, steps: [] };
  if (!/^v(?:[234]|5p)$/.test(generation) || size % 2 !== 0) return undefined;
  return { family, chips: size / 2, steps: [steps.coresCounted(text.trim(), size, size / 2)] };
}
