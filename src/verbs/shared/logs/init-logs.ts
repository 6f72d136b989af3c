import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Logged } from '../../../init/draft.js';
import { kindGuess } from '../../../init/phase-kind.js';
import { scalar } from '../../../init/yaml-text.js';
import { isThere, placeOf, wayTo } from '../../../io/files.js';
import { createGroups, type Group, type Groups, type KindGuess, type Membership } from '../../../runs/groups.js';
import { createOverlaps } from '../../../runs/overlaps.js';
import type { FoundRun } from '../../../trackers/tracker.js';
import { forAll } from '../faults.js';
import { messages } from '../messages.js';
import { findingsOf, oddOf, withFindings } from './init-findings.js';
import { createDuplicates, type LogOptions, readLog } from './read-logs.js';

/** What `init` reads. */
export interface InitLogs {
  readonly read: readonly { readonly file: string; readonly tracker: string; readonly runs: number }[];
  readonly logged: Logged;
  readonly diagnostics: readonly Diagnostic[];
}

interface InitLogOptions extends LogOptions {
  /** The manifest, from whose folder on logs are named. */
  readonly out: string;
}

/**
 * The runs of all logs in groups that may be phases. A run that is in two logs counts in the first.
 *
 * @throws {InputError} With every fault of every log.
 */
export async function readInitLogs(files: readonly string[], options: InitLogOptions): Promise<InitLogs> {
  const groups = createGroups(createGuesses());
  const [duplicates, overlaps] = [createDuplicates(), createOverlaps()];
  const names = namesOf(files);
  const logs = await forAll(files, async (file) => {
    const log = names.get(file) ?? file;
    let runs = 0;
    const { tracker, diagnostics } = await readLog(file, options, (found) => {
      if (duplicates.has(found)) return;
      runs += 1;
      const phase = groups.take(found, log);
      overlaps.add({ found, log, phase, count: (run, isWork) => groups.count(phase, run, isWork) });
    });
    const found = [
      ...(duplicates.next() ? [messages.runInTwoLogs(log)] : []),
      ...((await isThere(`${file}.bak`)) ? [messages.backupBeside(log)] : []),
    ];
    return { file, tracker: tracker.title, runs, diagnostics: [...diagnostics, ...found.map((message) => ({ ...message, file }))] };
  });
  const ended = overlaps.end((phase) => groups.groupOf(phase as Membership));
  const list = groups.list();
  const read = logs.map(({ file, diagnostics }) => ({ log: names.get(file) ?? file, diagnostics }));
  const found = findingsOf(list, ended, new Map(files.map((file) => [names.get(file) ?? file, file])));
  return {
    read: logs.map(({ file, tracker, runs }) => ({ file, tracker, runs })),
    logged: {
      logs: files.map((file) => names.get(file) ?? file),
      groups: list,
      overlaps: ended.overlaps.filter(({ kind }) => kind === 'overlap'),
      fromOf: (group) => fromOf(group, groups, { names, options }),
      oddOf: oddOf(read, list, found),
    },
    diagnostics: withFindings(
      logs.flatMap(({ diagnostics }) => diagnostics),
      found.map(({ diagnostic }) => diagnostic),
    ),
  };
}

/** Names of logs by their paths. */
type Names = ReadonlyMap<string, string>;

/** The name of each file without its folders; those of one name with as many folders as tell them apart. */
function namesOf(files: readonly string[]): Names {
  const parts = new Map(files.map((file) => [file, file.replaceAll('\\', '/').split('/')]));
  const names = new Map<string, string>();
  for (let folders = 0; names.size < parts.size; folders++) {
    const nameOf = (own: readonly string[]): string => own.slice(-1 - folders).join('/');
    const counts = new Map<string, number>();
    for (const own of parts.values()) counts.set(nameOf(own), (counts.get(nameOf(own)) ?? 0) + 1);
    for (const [file, own] of parts)
      if (!names.has(file) && (counts.get(nameOf(own)) === 1 || folders >= own.length)) names.set(file, nameOf(own));
  }
  return new Map(files.map((file) => [file, names.get(file) ?? file]));
}

/** Guesses that are kept: a log has runs of few projects. */
const maxGuesses = 1000;

/** What was done by the names of a run: its project, its experiment, its log. Most runs have the names of the run before. */
function createGuesses(): (found: FoundRun, log: string) => KindGuess | undefined {
  const kept = new Map<string, KindGuess | undefined>();
  return ({ run: { project }, names = [] }, log) => {
    const key = JSON.stringify([project, names, log]);
    if (kept.has(key)) return kept.get(key);
    const guess = kindGuess([project, ...names, placeOf(log).name, log]);
    if (kept.size < maxGuesses) kept.set(key, guess);
    return guess;
  };
}

/** The `from` that reads the runs of a group and no others, by its logs, and by its project where others have runs in them. */
function fromOf(
  group: Group,
  groups: Groups,
  { names, options }: { readonly names: Names; readonly options: InitLogOptions },
): string | undefined {
  const [boundary] = group.sums.kinds('boundary');
  // A table's columns are named on the command line, for one file.
  if (boundary?.boundary === undefined || options.columns !== undefined) return undefined;
  const folder = options.out === '-' ? '.' : placeOf(options.out).folder;
  const logs = [...names].flatMap(([file, name]) => (group.logs.has(name) ? [scalar(wayTo(folder, file))] : []));
  const others = groups.list().filter((other) => other !== group && [...other.logs.keys()].some((log) => group.logs.has(log)));
  const project = boundary.project;
  const isApart = others.every(({ sums }) => project !== undefined && sums.kinds('project').every((run) => run.project !== project));
  if (!isApart || (others.length > 0 && group.sums.kinds('project').length !== 1)) return undefined;
  const list = logs.length === 1 ? (logs[0] ?? '') : `[${logs.join(', ')}]`;
  const more = [
    ...(options.format === undefined ? [] : [`format: ${options.format}`]),
    ...(options.energyPlugin === undefined ? [] : [`energy_plugin: ${options.energyPlugin}`]),
    ...(others.length === 0 ? [] : [`project: ${scalar(project ?? '')}`]),
  ];
  return more.length === 0 ? list : `{ logs: ${list}, ${more.join(', ')} }`;
}
