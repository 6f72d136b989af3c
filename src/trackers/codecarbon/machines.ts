import type { LoggedProcessors } from '../../plausibility/processor-limit.js';
import type { MachineMarks } from '../machine-marks.js';
import type { RunAccelerator, RunPlace } from '../record.js';
import { hostMarks } from '../row-marks.js';
import { cellOf, type TableRow } from '../texts/table.js';

/** The machine of a run, and its place. */
export interface Machine {
  readonly accelerator?: RunAccelerator | undefined;
  readonly cpu?: LoggedProcessors | undefined;
  /** Names of several GPU models, which can't be told apart. */
  readonly several?: string | undefined;
  readonly place: RunPlace;
  readonly marks?: MachineMarks | undefined;
}

/** Columns that differ between machines. The size of the memory is not one: under Slurm it is that of the job. */
const traitColumns = ['os', 'cpu_model', 'gpu_count', 'gpu_model'] as const;
const machineColumns = [
  ...traitColumns,
  ...['cpu_count', 'longitude', 'latitude'],
  ...['country_iso_code', 'country_name', 'country', 'region', 'on_cloud', 'cloud_provider', 'cloud_region'],
] as const;
type Cell = (column: string) => string | undefined;

/** The machines of rows. Most rows have the same machine as the row before, and then give the same object. */
export function createMachines(): (row: TableRow) => Machine {
  let columns: readonly number[] = [];
  let table: TableRow['table'] | undefined;
  let last: readonly string[] = [];
  let machine: Machine = { place: {} };
  return (row) => {
    if (row.table !== table) {
      table = row.table;
      columns = machineColumns.flatMap((column) => row.table.columns.get(column) ?? []);
      last = [];
    }
    if (last.length > 0 && columns.every((at) => last[at] === row.cells[at])) return machine;
    last = row.cells;
    const cell: Cell = (column) => cellOf(row, column);
    machine = { ...machineOf(cell), marks: { ...hostMarks(row), ...marksOf(cell) } };
    return machine;
  };
}

function machineOf(cell: Cell): Machine {
  return { ...acceleratorOf(cell), cpu: processorOf(cell), place: placeOf(cell) };
}

/** From `2 x Tesla V100-SXM2-32GB`; on a Mac from the name alone. */
function acceleratorOf(cell: Cell): Pick<Machine, 'accelerator' | 'several'> {
  const text = cell('gpu_model') ?? '';
  const counts = [...text.matchAll(/(?<!\d)(\d{1,6}) x /g)];
  if (counts.length > 1) return { several: text };
  const name = text.replace(/^\d+ x /, '').trim();
  const count = Number(cell('gpu_count') ?? counts[0]?.[1] ?? (name === '' ? 0 : 1));
  return Number.isInteger(count) && count > 0 ? { accelerator: { name: name === '' ? undefined : name, count } } : {};
}

/** `cpu_count` is that of threads. */
function processorOf(cell: Cell): LoggedProcessors | undefined {
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

function marksOf(cell: Cell): MachineMarks {
  const coordinates = [Number(cell('latitude') ?? Number.NaN), Number(cell('longitude') ?? Number.NaN)] as const;
  return {
    traits: Object.fromEntries(
      traitColumns.flatMap((column) => {
        const text = cell(column);
        return text === undefined ? [] : [[column, text] as const];
      }),
    ),
    coordinates: coordinates.every(Number.isFinite) ? coordinates : undefined,
  };
}
