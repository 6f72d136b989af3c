import { placeText } from '../runs/fields.js';
import type { Group } from '../runs/groups.js';
import { yearOf } from '../runs/sums.js';
import { trackers } from '../trackers/index.js';
import type { RunRecord } from '../trackers/record.js';
import { counted } from '../units/format.js';

/** What may tell groups of one project apart, in the order in which a person would say it. */
const differences: readonly ((run: RunRecord, group: Group) => string | undefined)[] = [
  ({ place }) => nonEmpty(placeText(place)),
  (run) => yearOf(run),
  ({ accelerator }) => accelerator?.name,
  ({ accelerator }) => (accelerator?.count === undefined ? undefined : counted(String(accelerator.count), 'accelerator')),
  ({ phase }, { guess }) => phase ?? guess?.kind,
  ({ alternative }) => alternative,
  ({ tracker }) => trackers[tracker].title,
  ({ boundary }) => boundary,
  (_, group) => stemOf(group),
];

/**
 * Names of phases, each once. A single phase needs none. Groups of one project take what tells them apart, each its own: `p, FRA` and
 * `p, DEU`.
 */
export function namesOf(groups: readonly Group[]): readonly (string | undefined)[] {
  const runs = groups.map(({ sums }) => sums.kinds('tool')[0]);
  if (groups.length < 2) return runs.map((run) => run?.name);
  let names = groups.map((group, n) => runs[n]?.project ?? stemOf(group) ?? '');
  for (const difference of differences) {
    const [before, values] = [names, groups.map((group) => group.sums.kinds('tool').map((run) => difference(run, group))[0])];
    names = before.map((name, n) => withDifference(name, n, before, values));
  }
  const taken = new Set<string>();
  return names.map((name, n) => {
    const run = runs[n];
    if (run?.name === undefined && isOnlyOfItsKind(run, runs)) return undefined;
    const stem = run?.name ?? (name === '' ? `runs ${n + 1}` : name);
    // A name that the log states is one of its kind of phase alone.
    const kind = run?.name === undefined ? '' : `${run.phase ?? ''} `;
    let own = stem;
    for (let copy = 2; taken.has(kind + own); copy++) own = `${stem} ${copy}`;
    taken.add(kind + own);
    return own;
  });
}

/** Whether the log states what was done, of no other run the same: that tells it apart. */
function isOnlyOfItsKind(run: RunRecord | undefined, runs: readonly (RunRecord | undefined)[]): boolean {
  return (
    run?.phase !== undefined &&
    run.project === undefined &&
    runs.every((other) => other === run || (other?.phase !== undefined && other.phase !== run.phase))
  );
}

/** A name that several groups have, with what is different in this one. */
function withDifference(name: string, n: number, names: readonly string[], values: readonly (string | undefined)[]): string {
  const same = values.filter((_, at) => names[at] === name);
  const own = values[n];
  if (own === undefined || new Set(same).size < 2) return name;
  return name === '' ? own : `${name}, ${own}`;
}

/** What the names of the logs begin with, without an ending and numbers: `train` of `train_0.csv` and `train_1.csv`. */
function stemOf({ logs }: Group): string | undefined {
  const [first = '', ...others] = [...logs.keys()].map((log) => log.replace(/\.[A-Za-z]+$/, ''));
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1;
  return nonEmpty(others.length === 0 ? first : lettersOf(first.slice(0, length)));
}

function nonEmpty(text: string): string | undefined {
  return text === '' ? undefined : text;
}

/** A text up to its last letter. */
function lettersOf(text: string): string {
  let end = text.length;
  while (end > 0 && /[\W_\d]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
