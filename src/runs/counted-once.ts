import { grouped, type LoggedSpan, machinesOf } from './logged-span.js';
import { cardsOf } from './machines.js';
import { sharesOnOneMachine } from './one-machine.js';
import { joined, type Overlap, overlapOf } from './overlap-readings.js';
import { clustersOf } from './spans.js';

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

function countedOnce(cluster: readonly LoggedSpan[], once: number, kind: Overlap['kind']): Overlap {
  const added = cluster.reduce((sum, { energy }) => sum + energy, 0);
  for (const [at, share] of sharesOnOneMachine(cluster).entries()) {
    const span = cluster[at];
    if (span !== undefined) Object.assign(span, { share, once });
  }
  return overlapOf(cluster, kind, added);
}
