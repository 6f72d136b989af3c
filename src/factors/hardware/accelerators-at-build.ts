import { type Accelerator, accelerator } from './accelerator.js';
import { withEmbodied } from './estimates/class-median.js';
import { huggingFaceDevices } from './rows/hugging-face.js';
import { acceleratorRows } from './rows/index.js';

/** Names under which the fallback blurs two sourced rows: its MI300 is the MI300X, not the MI300A. */
const blurred: readonly string[] = ['mi300'];

/**
 * The sourced rows first, then the fallback for families without a sourced row. Each row becomes factors with their estimates, which
 * is the same work in every run: the bundle holds the result.
 */
export function acceleratorTable(): readonly Accelerator[] {
  const sourced = acceleratorRows.map(accelerator);
  const known = new Set([...blurred, ...sourced.flatMap(({ family, aliases }) => [family, ...aliases])]);
  return withEmbodied([...sourced, ...huggingFaceDevices().filter(({ family }) => !known.has(family))]);
}
