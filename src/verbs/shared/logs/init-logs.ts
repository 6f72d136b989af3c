import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Message } from '../../../diagnostics/message.js';
import type { Logged } from '../../../init/draft.js';
import type { OddLine } from '../../../init/odd-lines.js';
import { kindGuess } from '../../../init/phase-kind.js';
import { scalar } from '../../../init/yaml-text.js';
import { isThere, placeOf, wayTo } from '../../../io/files.js';
import { fieldsOf } from '../../../runs/fields.js';
import { createGroups, type Group, type Groups, type KindGuess, type Membership } from '../../../runs/groups.js';
import { impliedPowerFinding } from '../../../runs/implied-power.js';
import { overlapMessage } from '../../../runs/messages.js';
import { createOverlaps, type EndedOverlaps } from '../../../runs/overlaps.js';
import type { FoundRun } from '../../../trackers/tracker.js';
import { forAll } from '../faults.js';
import { messages } from '../messages.js';
import { createDuplicates, known, type LogOptions, readLog } from './read-logs.js';

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
      overlaps.add({ found, log, phase, count: (run) => groups.count(phase, run) });
    });
    const found = [
      ...(duplicates.next() ? [messages.runInTwoLogs(log)] : []),
      ...((await isThere(`${file}.bak`)) ? [messages.backupBeside(log)] : []),
    ];
    return { file, tracker: tracker.title, runs, diagnostics: [...diagnostics, ...found.map((message) => ({ ...message, file }))] };
  });
  const ended = overlaps.end((phase) => groups.groupOf(phase as Membership));
  return {
    read: logs.map(({ file, tracker, runs }) => ({ file, tracker, runs })),
    logged: {
      logs: files.map((file) => names.get(file) ?? file),
      groups: groups.list(),
      overlaps: ended.overlaps.filter(({ kind }) => kind === 'overlap'),
      fromOf: (group) => fromOf(group, groups, { names, options }),
      oddOf: oddOf(logs, groups.list(), names),
    },
    diagnostics: withFindings(
      logs.flatMap(({ diagnostics }) => diagnostics),
      findingsOf(groups.list(), ended, names),
    ),
  };
}

/** What is odd about each log, for the first group with runs around its line; for one about the log as a whole the first of its groups. */
function oddOf(
  logs: readonly { readonly file: string; readonly diagnostics: readonly Diagnostic[] }[],
  groups: readonly Group[],
  names: Names,
): Logged['oddOf'] {
  const found = new Map<Group, OddLine[]>();
  for (const { file, diagnostics } of logs) {
    const log = names.get(file) ?? file;
    const own = groups.filter((group) => group.logs.has(log));
    for (const diagnostic of diagnostics) {
      const { line } = diagnostic;
      const around = own.find(({ logs: lines }) => {
        const [first, last] = lines.get(log) ?? [Infinity, 0];
        return line !== undefined && line >= first && line <= last;
      });
      const owner = around ?? own[0];
      if (owner !== undefined) found.set(owner, [...(found.get(owner) ?? []), { log, diagnostic }]);
    }
  }
  return (group) => found.get(group) ?? [];
}

/** What is odd about the power of a group is odd about one of its runs, and reported of that. */
function withFindings(ofLogs: readonly Diagnostic[], findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const isReported = ({ id, file }: Diagnostic): boolean => ofLogs.some((other) => other.id === id && other.file === file);
  // What is not counted comes first.
  return [...findings.filter((finding) => finding.line !== undefined || !isReported(finding)), ...ofLogs];
}

/** What is odd about the runs of all logs together, each with the first log that it is about. */
function findingsOf(groups: readonly Group[], { overlaps, tooMany }: EndedOverlaps, names: Names): readonly Diagnostic[] {
  const fileOf = (logs: ReadonlyMap<string, unknown>): string | undefined => [...names].find(([, name]) => logs.has(name))?.[0];
  const all = new Map(groups.flatMap(({ logs }) => [...logs]));
  const countries = [...new Set(groups.flatMap(({ sums }) => sums.kinds('place').flatMap(({ place }) => place.country ?? [])))];
  const several = countries.length > 1 ? [messages.severalCountries(countries)] : [];
  const ofGroups = groups.flatMap(({ sums, logs }) => {
    const fields = fieldsOf(sums, '', known);
    const implied = impliedPowerFinding(sums, fields, known);
    // An unknown device is asked for in the draft.
    const found = [...fields.diagnostics.filter(({ id }) => id !== 'unknown-device'), ...(implied === undefined ? [] : [implied])];
    return found.map((finding) => ({ ...finding, file: fileOf(logs) }));
  });
  const whole: readonly Message[] = [...several, ...(tooMany === undefined ? [] : [tooMany])];
  return [
    ...ofGroups,
    ...whole.map((message) => ({ ...message, file: fileOf(all) })),
    ...overlaps.map((overlap) => ({
      ...overlapMessage(overlap),
      file: fileOf(overlap.logs),
      line: overlap.lines[1] ?? overlap.lines[0],
      column: 1,
    })),
  ];
}

/** Names of logs by their paths. */
type Names = ReadonlyMap<string, string>;

/** The name of each file without its folders; those of one name with as many folders as tell them apart. */
function namesOf(files: readonly string[]): Names {
  const parts = new Map(files.map((file) => [file, file.replaceAll('\\', '/').split('/')]));
  const nameOf = (file: string, folders: number): string => (parts.get(file) ?? []).slice(-1 - folders).join('/');
  return new Map(
    files.map((file) => {
      let folders = 0;
      const isShared = (): boolean => files.some((other) => other !== file && nameOf(other, folders) === nameOf(file, folders));
      while (folders < (parts.get(file)?.length ?? 0) && isShared()) folders += 1;
      return [file, nameOf(file, folders)];
    }),
  );
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
