import type { RunAccelerator, RunPlace } from '../record.js';
import { cellOf, type TableRow } from '../texts/table.js';
import type { FoundProcessors } from '../tracker.js';

/** The machine of a run, and its place. */
export interface Machine {
  readonly accelerator?: RunAccelerator | undefined;
  readonly cpu?: FoundProcessors | undefined;
  /** Names of several GPU models, which can't be told apart. */
  readonly several?: string | undefined;
  readonly place: RunPlace;
}

const machineColumns = [
  ...['gpu_model', 'gpu_count', 'cpu_model', 'cpu_count'],
  ...['country_iso_code', 'country_name', 'country', 'region', 'on_cloud', 'cloud_provider', 'cloud_region'],
] as const;
type Cell = (column: string) => string | undefined;

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

function machineOf(cell: Cell): Machine {
  return { ...acceleratorOf(cell), cpu: processorOf(cell), place: placeOf(cell) };
}

/** From `2 x Tesla V100-SXM2-32GB`; on a Mac from the name alone. */
function acceleratorOf(cell: Cell): Pick<Machine, 'accelerator' | 'several'> {
  const text = cell('gpu_model');
  if (text === undefined) return {};
  const counts = [...text.matchAll(/(\d+) x /g)];
  if (counts.length > 1) return { several: text };
  const name = text.replace(/^\d+ x /, '').trim();
  const count = Number(cell('gpu_count') ?? counts[0]?.[1] ?? 1);
  return name === '' || !Number.isInteger(count) || count < 1 ? {} : { accelerator: { name, count } };
}

/** `cpu_count` is that of threads. */
function processorOf(cell: Cell): FoundProcessors | undefined {
  const [name, threads] = [cell('cpu_model'), Number(cell('cpu_count'))];
  if (name === undefined) return undefined;
  return { name, threads: Number.isInteger(threads) && threads > 0 ? threads : undefined };
}

function placeOf(cell: Cell): RunPlace {
  const [cloud, cloudRegion] = [cell('cloud_provider'), cell('cloud_region')];
  const isInCloud = cell('on_cloud') === 'Y' && cloud !== undefined && cloudRegion !== undefined;
  return {
    country: cell('country_iso_code')?.toUpperCase(),
    // The first versions had names alone, under `country`.
    countryName: cell('country_name') ?? cell('country'),
    region: cell('region'),
    cloud: isInCloud ? cloud : undefined,
    cloudRegion: isInCloud ? cloudRegion : undefined,
  };
}
