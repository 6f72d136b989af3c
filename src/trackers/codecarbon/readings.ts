import { measuredEnergy } from '../measured.js';
import type { EnergyParts, RunRecord } from '../record.js';
import type { Row } from './rows.js';

/** What CodeCarbon read in a run: energies in kWh, without the PUE. */
export interface Readings extends Pick<RunRecord, 'energy' | 'boundary'> {
  readonly parts: EnergyParts;
  /** Components that the machine has and that were not read: CodeCarbon writes 0 for them. */
  readonly unread: readonly ('gpu' | 'cpu')[];
}

/** What a row, or the output, has of a run. */
type ReadRow = Pick<Row, 'seconds' | 'pue' | 'total' | 'gpu' | 'cpu' | 'ram' | 'unmeasuredSeconds'>;

/** Parts and the total are sums of the same samples. */
const tolerance = 1e-6;

/**
 * The energy of what was read. CodeCarbon writes 0 for a GPU without an energy counter, and for a processor whose power it can't find.
 * Memory it always estimates from its size, so that memory alone is no energy of a run.
 *
 * @param hasGpu Whether the row names a GPU.
 */
export function readingsOf({ seconds, pue, ...row }: ReadRow, hasGpu: boolean): Readings {
  const hours = (seconds - (row.unmeasuredSeconds ?? 0)) / 3600;
  const kWh = (value: number | undefined): number | undefined => (value === undefined ? undefined : measuredEnergy(value / pue, hours));
  const [total, ram] = [kWh(row.total), kWh(row.ram)];
  const [gpu, cpu] = [kWh(row.gpu), kWh(row.cpu ?? restOf(row))];
  // Where there is no GPU, its column has 0 too.
  const parts = { gpu: gpu === 0 ? undefined : gpu, cpu, ram };
  const isGpuUnread = hasGpu && gpu === undefined && (row.gpu !== undefined || row.cpu !== undefined || row.ram !== undefined);
  const isCpuUnread = cpu === undefined && (row.cpu !== undefined || row.ram !== undefined);
  const unread = [...(isGpuUnread ? (['gpu'] as const) : []), ...(isCpuUnread ? (['cpu'] as const) : [])];
  if (total === undefined) return { boundary: 'components', parts, unread };
  if (!isGpuUnread && !isCpuUnread) return { energy: total, boundary: 'components', parts, unread };
  if (isGpuUnread && !isCpuUnread) return { energy: total, boundary: 'processors', parts, unread };
  if (parts.gpu !== undefined) return { energy: parts.gpu, boundary: 'accelerator', parts: { gpu }, unread };
  return { boundary: 'components', parts, unread };
}

/** What the total holds beside GPU and memory, where the cell of the processor is empty. */
function restOf({ total, gpu, ram }: Pick<Row, 'total' | 'gpu' | 'ram'>): number | undefined {
  if (gpu === undefined && ram === undefined) return undefined;
  const rest = total - (gpu ?? 0) - (ram ?? 0);
  return rest > tolerance * total ? rest : undefined;
}
