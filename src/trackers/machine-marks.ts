import type { TableRow } from './texts/table.js';

/**
 * What a log says of the machine of a run. It tells apart runs of different machines, and recognises one card in two logs. It is
 * compared in memory and is never published: it has names of hosts, ids of cards and coordinates.
 */
export interface MachineMarks {
  /** Names of hosts. A run on several nodes has several. */
  readonly hosts?: readonly string[] | undefined;
  /** Ids of the cards whose power was read. A `uuid` is of one card in the world, an index or a bus address of one in its machine. */
  readonly cards?: { readonly kind: 'uuid' | 'place'; readonly ids: readonly string[] } | undefined;
  /** What the tool writes of the machine, by column: operating system, processor, GPUs. */
  readonly traits?: Readonly<Record<string, string>> | undefined;
  /** Degrees of latitude and longitude. */
  readonly coordinates?: readonly [latitude: number, longitude: number] | undefined;
  /** Whether the times of the run are UTC; else they are local. */
  readonly isUtc?: boolean | undefined;
}

/** Columns that people and tools name the machine in. */
const hostColumn = /^(?:host|host_?name|node|node_?name|node_?list|machine|machine_?(?:name|id)|server|instance_?id)$/i;

/** The machine that a row of a table names, where a column has its name. */
export function hostMarks(row: TableRow): MachineMarks | undefined {
  for (const [column, at] of row.table.columns) {
    const host = hostColumn.test(column) ? row.cells[at]?.trim() : undefined;
    if (host !== undefined && host !== '') return { hosts: hostsIn(host) };
  }
  return undefined;
}

/** Names of hosts that one list may stand for; a longer one is a mistake, and is compared as text. */
const maxHosts = 4096;

/**
 * The hosts of a list as Slurm writes it.
 *
 * @example hostsIn('gpu[01-03,7],login') //=> ['gpu01', 'gpu02', 'gpu03', 'gpu7', 'login']
 */
export function hostsIn(list: string): readonly string[] {
  const hosts = list.split(/,(?![^[]*\])/).flatMap((entry) => {
    const [, before = '', ranges, after = ''] = /^([^[]*)\[([\d,-]+)\](.*)$/.exec(entry.trim()) ?? [];
    if (ranges === undefined) return entry.trim() === '' ? [] : [entry.trim()];
    return ranges.split(',').flatMap((range) => numbersIn(range).map((number) => `${before}${number}${after}`));
  });
  return hosts.length > maxHosts ? [list] : hosts;
}

/** Numbers of `01-03`, with their zeros. */
function numbersIn(range: string): readonly string[] {
  const [first = '', last = first] = range.split('-');
  const count = Number(last) - Number(first) + 1;
  if (!(count >= 1 && count <= maxHosts)) return [range];
  return Array.from({ length: count }, (_, n) => String(Number(first) + n).padStart(first.length, '0'));
}
