import type { RunRecord } from '../trackers/record.js';
import { createSums, type Sums, yearOf } from './sums.js';

/** Runs of one project, on one machine, in one place and year: a phase to be. */
export interface Groups {
  readonly add: (run: RunRecord) => void;
  readonly list: () => readonly Sums[];
}

/** More phases than anybody would read. */
const mostGroups = 50;

/** Groups of runs. Where there are too many, each run has a project of its own, and projects are no group. */
export function createGroups(): Groups {
  const [byProject, others] = [new Map<string, Sums>(), new Map<string, Sums>()];
  return {
    add: (run) => {
      const { phase, project, place, accelerator, boundary, pue, version, alternative } = run;
      const key = JSON.stringify([phase, place, accelerator, boundary, pue, version, alternative, yearOf(run)]);
      add(others, key, run);
      if (byProject.size <= mostGroups) add(byProject, `${key} ${project ?? ''}`, run);
    },
    list: () => [...(byProject.size <= mostGroups ? byProject : others).values()],
  };
}

function add(groups: Map<string, Sums>, key: string, run: RunRecord): void {
  const group = groups.get(key) ?? createSums();
  groups.set(key, group);
  group.add(run);
}
