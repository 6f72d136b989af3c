import type { RunRecord } from '../trackers/record.js';
import { createSums, type Sums, yearOf } from './sums.js';

/** Groups of runs, each of one project, machine, place and year. Each becomes a phase. */
export interface Groups {
  readonly add: (run: RunRecord) => void;
  readonly list: () => readonly Sums[];
}

/** Phases in a manifest that a person would still read. */
const maxGroups = 50;

/** Where there are too many groups, nearly every run has a project of its own, and runs are grouped without their projects. */
export function createGroups(): Groups {
  const [byProject, others] = [new Map<string, Sums>(), new Map<string, Sums>()];
  return {
    add: (run) => {
      const { phase, project, place, accelerator, boundary, pue, version, alternative } = run;
      const key = JSON.stringify([phase, place, accelerator, boundary, pue, version, alternative, yearOf(run)]);
      add(others, key, run);
      if (byProject.size <= maxGroups) add(byProject, `${key} ${project ?? ''}`, run);
    },
    list: () => [...(byProject.size <= maxGroups ? byProject : others).values()],
  };
}

function add(groups: Map<string, Sums>, key: string, run: RunRecord): void {
  const group = groups.get(key) ?? createSums();
  groups.set(key, group);
  group.add(run);
}
