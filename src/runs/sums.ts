import type { RunPower, RunRecord } from '../trackers/record.js';
import { type ExactSum, exactSum } from '../units/exact-sum.js';

const values = {
  /** kWh without PUE. */
  energy: (run) => run.energy,
  /** kWh with the PUE of the tool. */
  facility: (run) => withPue(run),
  /** kWh that were read from a sensor. */
  measured: (run) => (run.isMeasured ? run.energy : undefined),
  hours: (run) => run.hours,
  acceleratorHours: (run) => acceleratorHoursOf(run),
  /** Wall-clock hours without energy, of runs that have none, or of a part of a run. */
  unmetered: ({ energy, hours, unread }) => (energy === undefined ? hours : unread?.hours),
  /** The same in hours of accelerators. */
  unmeteredAcceleratorHours: (run) => (run.energy === undefined ? acceleratorHoursOf(run) : run.unread?.acceleratorHours),
  gpu: ({ parts }) => parts.gpu,
  cpu: ({ parts }) => parts.cpu,
  ram: ({ parts }) => parts.ram,
  /** kgCO2e of the tools' own totals, and the kWh to which they belong. */
  reported: (run) => run.reported,
  reportedEnergy: (run) => (run.reported === undefined ? undefined : withPue(run)),
  host: ({ whole }) => whole?.host,
  idleEnergy: ({ whole }) => whole?.idle,
  overhead: ({ whole }) => whole?.overhead,
  /** kWh by which each of them may be off. */
  hostError: ({ accuracy, whole }) => times(accuracy, whole?.host),
  idleEnergyError: ({ accuracy, whole }) => times(accuracy, whole?.idle),
  overheadError: ({ accuracy, whole }) => times(accuracy, whole?.overhead),
  embodied: (run) => run.embodied,
  flops: (run) => run.flops,
  requests: (run) => run.requests,
  /** Litres of on-site water, and the kWh to which they belong. */
  water: ({ wue, energy }) => (wue === undefined || energy === undefined ? undefined : wue * energy),
  waterEnergy: ({ wue, energy }) => (wue === undefined ? undefined : energy),
  /** Ends of the intervals that logs state, of the energy (kWh) and of the embodied emissions (kgCO2e). */
  energyLow: ({ stated }) => stated?.energy?.low,
  energyHigh: ({ stated }) => stated?.energy?.high,
  embodiedLow: ({ stated }) => stated?.embodied?.low,
  embodiedHigh: ({ stated }) => stated?.embodied?.high,
  /** kWh by which the energies may be off, as their authors state it. */
  error: ({ accuracy, energy }) => times(accuracy, energy),
} as const satisfies Readonly<Record<string, (run: RunRecord) => number | undefined>>;

const kinds = {
  place: ({ place }) => place,
  // A run without energy adds nothing that its boundary could differ in.
  boundary: ({ energy, boundary }) => (energy === undefined ? undefined : (boundary ?? 'unknown')),
  accelerator: ({ accelerator }) => accelerator,
  count: ({ accelerator }) => accelerator?.count,
  year: (run) => yearOf(run),
  tool: ({ tracker, version }) => (version === undefined ? tracker : `${tracker} ${version}`),
  alternative: ({ alternative }) => alternative,
  project: ({ project }) => project,
  intensity: ({ intensity }) => intensity,
  idle: ({ idle }) => idle,
  whole: ({ whole }) => whole && [whole.basis, whole.counted, whole.bases],
  basis: ({ stated }) => stated?.basis,
  embodiedBasis: ({ stated }) => stated?.embodiedBasis,
  nodes: ({ nodes }) => nodes,
  pue: ({ pue }) => pue ?? 1,
  unread: ({ unread }) => unread?.what,
  unreadCards: ({ unreadCards }) => unreadCards,
  processor: ({ processor }) => processor,
  idleCards: ({ idleCards }) => idleCards,
} as const satisfies Readonly<Record<string, (run: RunRecord) => unknown>>;

export type ValueId = keyof typeof values;
export type KindId = keyof typeof kinds;
const valueIds = Object.keys(values) as readonly ValueId[];
const kindIds = Object.keys(kinds) as readonly KindId[];

/** Kinds that are kept. Further ones are ignored. */
const maxKinds = 100;

/** The sums of runs. Memory does not grow with the number of runs. */
export interface Sums {
  readonly runs: number;
  readonly lines: readonly [first: number, last: number];
  /** The sum over all runs; `undefined` where no run has the value. */
  readonly total: (id: ValueId) => number | undefined;
  /** Runs that have the value. */
  readonly count: (id: ValueId) => number;
  /** Whether every run has the value. */
  readonly isWhole: (id: ValueId) => boolean;
  /** One run of each kind, that of the kind with the most energy first. */
  readonly kinds: (id: KindId) => readonly RunRecord[];
  /** Power over time of the runs that have it. */
  readonly powers: readonly RunPower[];
  /** @param isWork Whether only what was done is added: its time and energy are those of another run. */
  readonly add: (run: RunRecord, isWork?: boolean) => void;
}

/** What was done in a run, whatever else was running on its machine. */
const workIds = ['requests', 'flops'] as const satisfies readonly ValueId[];

export function createSums(): Sums {
  let runs = 0;
  const lines: [number, number] = [Infinity, 0];
  const sums = Object.fromEntries(Object.keys(values).map((id) => [id, exactSum()])) as Record<ValueId, ExactSum>;
  const powers: RunPower[] = [];
  const found = Object.fromEntries(Object.keys(kinds).map((id) => [id, createKinds()])) as Record<KindId, Kinds>;
  return {
    get runs() {
      return runs;
    },
    lines,
    powers,
    total: (id) => (sums[id].count === 0 ? undefined : sums[id].value),
    count: (id) => sums[id].count,
    isWhole: (id) => sums[id].count === runs,
    kinds: (id) => found[id].list(),
    add: (run, isWork = false) => {
      if (isWork) {
        for (const id of workIds) sums[id].add(values[id](run));
        return;
      }
      runs += 1;
      lines[0] = Math.min(lines[0], run.lines[0]);
      lines[1] = Math.max(lines[1], run.lines[1]);
      for (const id of valueIds) sums[id].add(values[id](run));
      for (const id of kindIds) found[id].add(kinds[id](run), run);
      if (run.power !== undefined) powers.push(run.power);
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
      // Most runs are of the same kind as the run before.
      if (what !== last || lastKind === undefined) {
        const key = typeof what === 'object' ? JSON.stringify(what) : String(what);
        if (key === '{}') return;
        lastKind = kinds.get(key) ?? (kinds.size < maxKinds ? { run, weight: 0 } : undefined);
        if (lastKind === undefined) return;
        last = what;
        kinds.set(key, lastKind);
      }
      lastKind.weight += weight;
    },
    list: () => [...kinds.values()].sort((a, b) => b.weight - a.weight).map(({ run }) => run),
  };
}

function acceleratorHoursOf({ acceleratorHours, accelerator, hours }: RunRecord): number | undefined {
  return acceleratorHours ?? (accelerator?.count === undefined || hours === undefined ? undefined : accelerator.count * hours);
}

function withPue({ energy, pue = 1 }: RunRecord): number | undefined {
  return energy === undefined ? undefined : energy * pue;
}

/** The year in which a run began, else the year in which it ended, or that of its submission. */
export function yearOf({ started, ended, dated }: RunRecord): string | undefined {
  return (started ?? ended ?? dated)?.slice(0, 4);
}

function times(share: number | undefined, value: number | undefined): number | undefined {
  return share === undefined || value === undefined ? undefined : share * value;
}
