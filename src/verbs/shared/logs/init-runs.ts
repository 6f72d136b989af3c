import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Logged } from '../../../init/draft.js';
import { kindGuess } from '../../../init/phase-kind.js';
import { scalar } from '../../../init/yaml-text.js';
import { createGroups, type Group, type Groups, type KindGuess, type Membership } from '../../../runs/groups.js';
import { createOverlaps } from '../../../runs/overlaps.js';
import type { FoundRun } from '../../../trackers/tracker.js';
import { forAll } from '../faults.js';
import { messages } from '../messages.js';
import { findingsOf, oddOf, withFindings } from './init-findings.js';
import { createDuplicates, type LogOptions, type ReadLog } from './read-runs.js';

/** A log that is read for a new manifest. */
export interface InitLog {
  /** Its path, as diagnostics name it. */
  readonly file: string;
  /** Its name, as a person tells it from the others. */
  readonly log: string;
  /** The way to it from the folder of the manifest. */
  readonly way: string;
  readonly read: (onRun: (found: FoundRun) => void) => Promise<ReadLog>;
  /** Whether a backup is beside it. */
  readonly hasBackup: () => Promise<boolean>;
}

/** What `init` reads. */
export interface InitLogs {
  readonly read: readonly { readonly file: string; readonly tracker: string; readonly runs: number }[];
  readonly logged: Logged;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The runs of all logs in groups that may be phases. A run that is in two logs counts in the first.
 *
 * @throws {InputError} With every fault of every log.
 */
export async function readInitRuns(logs: readonly InitLog[], options: LogOptions): Promise<InitLogs> {
  const groups = createGroups(createGuesses());
  const [duplicates, overlaps] = [createDuplicates(), createOverlaps()];
  const read = await forAll(logs, async ({ file, log, read: readRunsOf, hasBackup }) => {
    let runs = 0;
    const { tracker, diagnostics } = await readRunsOf((found) => {
      if (duplicates.has(found)) return;
      runs += 1;
      const phase = groups.take(found, log);
      overlaps.add({ found, log, phase, count: (run, isWork) => groups.count(phase, run, isWork) });
    });
    const found = [
      ...(duplicates.next() ? [messages.runInTwoLogs(log)] : []),
      ...((await hasBackup()) ? [messages.backupBeside(log)] : []),
    ];
    return { file, log, tracker: tracker.title, runs, diagnostics: [...diagnostics, ...found.map((message) => ({ ...message, file }))] };
  });
  const ended = overlaps.end((phase) => groups.groupOf(phase as Membership));
  const list = groups.list();
  const found = findingsOf(list, ended, new Map(logs.map(({ file, log }) => [log, file])));
  return {
    read: read.map(({ file, tracker, runs }) => ({ file, tracker, runs })),
    logged: {
      logs: logs.map(({ log }) => log),
      groups: list,
      overlaps: ended.overlaps.filter(({ kind }) => kind === 'overlap'),
      fromOf: (group) => fromOf(group, groups, { logs, options }),
      oddOf: oddOf(read, list, found),
    },
    diagnostics: withFindings(
      read.flatMap(({ diagnostics }) => diagnostics),
      found.map(({ diagnostic }) => diagnostic),
    ),
  };
}

/** Guesses that are kept: a log has runs of few projects. */
const maxGuesses = 1000;

/** What was done by the names of a run: its project, its experiment, its log. Most runs have the names of the run before. */
function createGuesses(): (found: FoundRun, log: string) => KindGuess | undefined {
  const kept = new Map<string, KindGuess | undefined>();
  return ({ run: { project }, names = [] }, log) => {
    const key = JSON.stringify([project, names, log]);
    if (kept.has(key)) return kept.get(key);
    const guess = kindGuess([project, ...names, log.slice(log.lastIndexOf('/') + 1), log]);
    if (kept.size < maxGuesses) kept.set(key, guess);
    return guess;
  };
}

/** The `from` that reads the runs of a group and no others, by its logs, and by its project where others have runs in them. */
function fromOf(
  group: Group,
  groups: Groups,
  { logs: all, options }: { readonly logs: readonly InitLog[]; readonly options: LogOptions },
): string | undefined {
  const [boundary] = group.sums.kinds('boundary');
  // A table's columns are named on the command line, for one file.
  if (boundary?.boundary === undefined || options.columns !== undefined) return undefined;
  const logs = all.flatMap(({ log, way }) => (group.logs.has(log) ? [scalar(way)] : []));
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
