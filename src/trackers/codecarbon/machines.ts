import type { RunPlace } from '../record.js';
import { cellOf, type TableRow } from '../texts/table.js';

/** The machine of a run, and its place. */
export interface Machine {
  readonly accelerator?: { readonly name?: string | undefined; readonly count: number } | undefined;
  /** Names of several GPU models, which can't be told apart. */
  readonly several?: string | undefined;
  readonly processor?: string | undefined;
  readonly place: RunPlace;
}

const machineColumns = [
  'cpu_model',
  'gpu_model',
  'gpu_count',
  'country_iso_code',
  'region',
  'on_cloud',
  'cloud_provider',
  'cloud_region',
] as const;
type Cell = (column: (typeof machineColumns)[number]) => string | undefined;

/** The machines of rows. Most rows have the same machine as the row before, and then give the same object. */
export function createMachines(): (row: TableRow) => Machine {
  let columns: readonly number[] | undefined;
  let last: readonly string[] = [];
  let machine: Machine = { place: {} };
  return (row) => {
    columns ??= machineColumns.flatMap((column) => row.table.columns.get(column) ?? []);
    if (last.length > 0 && columns.every((at) => last[at] === row.cells[at])) return machine;
    last = row.cells;
    machine = machineOf((column) => cellOf(row, column));
    return machine;
  };
}

/** From `2 x Tesla V100-SXM2-32GB`; on a Mac from the name alone. */
function machineOf(cell: Cell): Machine {
  const common = { place: placeOf(cell), processor: cell('cpu_model') };
  const text = cell('gpu_model') ?? '';
  const counts = [...text.matchAll(/(\d+) x /g)];
  if (counts.length > 1) return { ...common, several: text };
  const name = text.replace(/^\d+ x /, '').trim();
  const count = Number(cell('gpu_count') ?? counts[0]?.[1] ?? (name === '' ? 0 : 1));
  return Number.isInteger(count) && count > 0 ? { ...common, accelerator: { name: name === '' ? undefined : name, count } } : common;
}

function placeOf(cell: Cell): RunPlace {
  const [cloud, cloudRegion] = [cell('cloud_provider'), cell('cloud_region')];
  const isInCloud = cell('on_cloud') === 'Y' && cloud !== undefined && cloudRegion !== undefined;
  return {
    country: cell('country_iso_code')?.toUpperCase(),
    region: cell('region'),
    cloud: isInCloud ? cloud : undefined,
    cloudRegion: isInCloud ? cloudRegion : undefined,
  };
}
