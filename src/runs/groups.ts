import type { PhaseKind } from '../assessment/assessment.js';
import type { RunRecord } from '../trackers/record.js';
import type { FoundRun } from '../trackers/tracker.js';
import { createSums, type Sums, yearOf } from './sums.js';

/** What was done, as a name suggests. */
export interface KindGuess {
  readonly kind: PhaseKind;
  readonly name: string;
}

/** Runs of one project, machine, place and year, read by one tool. They become a phase. */
export interface Group {
  readonly sums: Sums;
  /** Runs that were found, also those that are counted within others. */
  readonly runs: number;
  /** First and last line of its runs, by the name of the log. */
  readonly logs: ReadonlyMap<string, readonly [first: number, last: number]>;
  /** What the names of its first run suggest. */
  readonly guess: KindGuess | undefined;
}

/** The groups to which a run may belong. */
export interface Membership {
  readonly byProject: GrowingGroup | undefined;
  readonly other: GrowingGroup;
}

/** A group to which runs are added. */
export interface GrowingGroup extends Group {
  runs: number;
  readonly logs: Map<string, [first: number, last: number]>;
}

/** The groups of the runs of all logs. */
export interface Groups {
  /** Takes a run into its groups, which do not count it yet. */
  readonly take: (found: FoundRun, log: string) => Membership;
  /** Counts a run, or a part of it; or its work alone, as sums do. */
  readonly count: (membership: Membership, run: RunRecord, isWork?: boolean) => void;
  /** The group that a run ended up in. */
  readonly groupOf: (membership: Membership) => Group;
  readonly list: () => readonly Group[];
}

/** Phases in a manifest that a person would still read. */
const maxGroups = 50;

/**
 * Groups by project, machine, place, year, tool and what was done. Where there are too many groups, nearly every run has a project of
 * its own, and runs are grouped without their projects.
 *
 * @param guessOf What the names of a run suggest was done.
 */
export function createGroups(guessOf: (found: FoundRun, log: string) => KindGuess | undefined): Groups {
  const [byProject, others] = [new Map<string, GrowingGroup>(), new Map<string, GrowingGroup>()];
  const isByProject = (): boolean => byProject.size <= maxGroups;
  return {
    take: (found, log) => {
      const { run } = found;
      const guess = run.phase === undefined ? guessOf(found, log) : undefined;
      const { phase = guess?.kind, name, tracker, project, place, accelerator, boundary, pue, alternative } = run;
      const key = JSON.stringify([phase, name, tracker, place, accelerator, boundary, pue, alternative, yearOf(run)]);
      const group = isByProject() ? groupIn(byProject, `${key} ${project ?? ''}`, guess) : undefined;
      const other = groupIn(others, key, guess);
      for (const one of group === undefined ? [other] : [group, other]) take(one, run, log);
      return { byProject: group, other };
    },
    count: ({ byProject: group, other }, run, isWork) => {
      if (isByProject()) group?.sums.add(run, isWork);
      other.sums.add(run, isWork);
    },
    groupOf: ({ byProject: group, other }) => (isByProject() ? (group ?? other) : other),
    // All runs of a group can be readings that another group counts.
    list: () => [...(isByProject() ? byProject : others).values()].filter(({ sums }) => sums.runs > 0),
  };
}

function groupIn(groups: Map<string, GrowingGroup>, key: string, guess: KindGuess | undefined): GrowingGroup {
  const group = groups.get(key) ?? { sums: createSums(), runs: 0, logs: new Map(), guess };
  groups.set(key, group);
  return group;
}

function take(group: GrowingGroup, { lines: [first, last] }: RunRecord, log: string): void {
  group.runs += 1;
  const lines = group.logs.get(log);
  if (lines === undefined) group.logs.set(log, [first, last]);
  else group.logs.set(log, [Math.min(lines[0], first), Math.max(lines[1], last)]);
}
