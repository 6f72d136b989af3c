import type { RunRecord } from '../trackers/record.js';
import { type ExactSum, exactSum } from '../units/exact-sum.js';

const figures = {
  /** kWh without PUE. */
  energy: (run) => run.energy,
  /** kWh with the PUE that the tool was told. */
  facility: (run) => withPue(run),
  /** kWh that a sensor read. */
  measured: (run) => (run.isMeasured ? run.energy : undefined),
  hours: (run) => run.hours,
  acceleratorHours: ({ acceleratorHours, accelerator, hours }) =>
    acceleratorHours ?? (accelerator?.count === undefined || hours === undefined ? undefined : accelerator.count * hours),
  gpu: ({ parts }) => parts.gpu,
  cpu: ({ parts }) => parts.cpu,
  ram: ({ parts }) => parts.ram,
  /** kgCO2e of the tools' own totals, and the kWh that they are of. */
  reported: (run) => run.reported,
  reportedEnergy: (run) => (run.reported === undefined ? undefined : withPue(run)),
  embodied: (run) => run.embodied,
  flops: (run) => run.flops,
  requests: (run) => run.requests,
} as const satisfies Readonly<Record<string, (run: RunRecord) => number | undefined>>;

const kinds = {
  place: ({ place }) => place,
  boundary: ({ boundary }) => boundary ?? 'unknown',
  accelerator: ({ accelerator }) => accelerator,
  count: ({ accelerator }) => accelerator?.count,
  year: (run) => yearOf(run),
  tool: ({ tracker, version }) => (version === undefined ? tracker : `${tracker} ${version}`),
  alternative: ({ alternative }) => alternative,
  project: ({ project }) => project,
  intensity: ({ intensity }) => intensity,
  pue: ({ pue }) => pue ?? 1,
} as const satisfies Readonly<Record<string, (run: RunRecord) => unknown>>;

export type FigureId = keyof typeof figures;
export type KindId = keyof typeof kinds;
const figureIds = Object.keys(figures) as readonly FigureId[];
const kindIds = Object.keys(kinds) as readonly KindId[];

/** Kinds that are kept apart; of more, the rest is one. */
const mostKinds = 100;

/** What runs come to together; memory does not grow with their number. */
export interface Sums {
  readonly runs: number;
  readonly lines: readonly [first: number, last: number];
  /** Nothing where no run has the figure. */
  readonly figure: (id: FigureId) => number | undefined;
  /** Whether each run has the figure. */
  readonly isWhole: (id: FigureId) => boolean;
  /** A run of each kind that there is, the one with the most energy first. */
  readonly kinds: (id: KindId) => readonly RunRecord[];
  readonly add: (run: RunRecord) => void;
}

export function createSums(): Sums {
  let runs = 0;
  const lines: [number, number] = [Infinity, 0];
  const sums = Object.fromEntries(Object.keys(figures).map((id) => [id, exactSum()])) as Record<FigureId, ExactSum>;
  const found = Object.fromEntries(Object.keys(kinds).map((id) => [id, createKinds()])) as Record<KindId, Kinds>;
  return {
    get runs() {
      return runs;
    },
    lines,
    figure: (id) => (sums[id].count === 0 ? undefined : sums[id].value),
    isWhole: (id) => sums[id].count === runs,
    kinds: (id) => found[id].list(),
    add: (run) => {
      runs += 1;
      lines[0] = Math.min(lines[0], run.lines[0]);
      lines[1] = Math.max(lines[1], run.lines[1]);
      for (const id of figureIds) sums[id].add(figures[id](run));
      for (const id of kindIds) found[id].add(kinds[id](run), run);
    },
  };
}

interface Kind {
  readonly run: RunRecord;
  weight: number;
}

interface Kinds {
  readonly add: (what: unknown, run: RunRecord) => void;
  readonly list: () => readonly RunRecord[];
}

function createKinds(): Kinds {
  const kinds = new Map<string, Kind>();
  let last: unknown;
  let lastKind: Kind | undefined;
  return {
    add: (what, run) => {
      if (what === undefined) return;
      const weight = run.energy ?? run.hours ?? 0;
      // Most runs are as the one before.
      if (what !== last || lastKind === undefined) {
        const key = typeof what === 'object' ? JSON.stringify(what) : String(what);
        if (key === '{}') return;
        lastKind = kinds.get(key) ?? (kinds.size < mostKinds ? { run, weight: 0 } : undefined);
        if (lastKind === undefined) return;
        last = what;
        kinds.set(key, lastKind);
      }
      lastKind.weight += weight;
    },
    list: () => [...kinds.values()].sort((a, b) => b.weight - a.weight).map(({ run }) => run),
  };
}

function withPue({ energy, pue = 1 }: RunRecord): number | undefined {
  return energy === undefined ? undefined : energy * pue;
}

/** The year in which a run began, else that in which it ended. */
export function yearOf({ started, ended }: RunRecord): string | undefined {
  return (started ?? ended)?.slice(0, 4);
}
