import { grouped, type LoggedSpan, machinesOf, type Taken } from './logged-span.js';
import { cardsOf, groupsOfMachines, type Machine } from './machines.js';
import { sharesOnOneMachine } from './one-machine.js';
import { joined, type Overlap, overlapOf } from './overlap-readings.js';
import { clustersOf, joinedTimes, tolerance } from './spans.js';

/** Counts runs once of which the manifest says that those at the same time are of one machine. */
export function countOnce(spans: readonly LoggedSpan[]): readonly Overlap[] {
  const asked = spans.filter(({ sameMachine }) => sameMachine === true);
  const clusters = machinesOf(asked).flatMap(clustersOf);
  return joined(clusters.map((cluster, n) => countedOnce(cluster, 2 * n, 'counted-once')));
}

/** Counts recordings of the same cards once, whatever the manifest says: a card is in one machine. */
export function countCardsOnce(spans: readonly LoggedSpan[]): readonly Overlap[] {
  const cards = spans.filter(({ held, once }) => held !== undefined && once === undefined);
  const clusters = grouped(cards, ({ machine }) => cardsOf(machine)).flatMap(clustersOf);
  return joined(clusters.map((cluster, n) => countedOnce(cluster, 2 * n + 1, 'same-card')));
}

/** A run without an energy, and when it took place. */
export interface UnreadRun {
  readonly taken: Taken;
  readonly start: number;
  readonly end: number;
  readonly machine: Machine;
}

/** The runs in whose whole time their machine was measured, of which the manifest says that those at the same time are of one machine. */
export function measuredMeanwhile(unread: readonly UnreadRun[], spans: readonly LoggedSpan[]): ReadonlySet<UnreadRun> {
  const asked = spans.filter(({ sameMachine }) => sameMachine === true).sort((a, b) => a.start - b.start);
  const groups = groupsOfMachines([...asked, ...unread].map(({ machine }) => machine));
  const groupOf = ({ machine }: { readonly machine: Machine }): number | undefined => groups.get(machine);
  const times = new Map(grouped(asked, groupOf).map((own) => [own[0] && groupOf(own[0]), joinedTimes(own)]));
  const measured = new Set<UnreadRun>();
  for (const runs of grouped(unread, groupOf)) {
    const [first] = runs;
    const machine = (first && times.get(groupOf(first))) ?? [];
    let at = 0;
    for (const run of runs.toSorted((a, b) => a.start - b.start)) {
      // The last time that has begun.
      while ((machine[at + 1]?.start ?? Infinity) <= run.start + tolerance) at += 1;
      const time = machine[at];
      if (time !== undefined && time.start <= run.start + tolerance && time.end >= run.end - tolerance) measured.add(run);
    }
  }
  return measured;
}

function countedOnce(cluster: readonly LoggedSpan[], once: number, kind: Overlap['kind']): Overlap {
  const added = cluster.reduce((sum, { energy }) => sum + energy, 0);
  for (const [at, share] of sharesOnOneMachine(cluster).entries()) {
    const span = cluster[at];
    if (span !== undefined) Object.assign(span, { share, once });
  }
  return overlapOf(cluster, kind, added);
}
