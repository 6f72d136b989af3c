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

/** Names of hosts that one list may stand for; a longer one is a mistake, and is compared as text. */
const maxHosts = 4096;

/**
 * The hosts of a list as Slurm writes it.
 *
 * @example hostsIn('gpu[01-03,7],login') //=> ['gpu01', 'gpu02', 'gpu03', 'gpu7', 'login']
 */
export function hostsIn(list: string): readonly string[] {
  const hosts = entriesOf(list).flatMap((entry) => {
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

/** The entries of a list, at the commas outside of brackets. */
function entriesOf(list: string): readonly string[] {
  const entries: string[] = [];
  let [from, isInside] = [0, false];
  for (let at = 0; at < list.length; at += 1) {
    if (list[at] === '[') isInside = true;
    else if (list[at] === ']') isInside = false;
    else if (list[at] === ',' && !isInside) {
      entries.push(list.slice(from, at));
      from = at + 1;
    }
  }
  return [...entries, list.slice(from)];
}
