import { gridQueries } from '../../../telemetry/prometheus/expressions.js';
import { gapsBetween, intervalsOf } from '../../../telemetry/prometheus/gaps.js';
import type { Sums, SumsInput } from './server-terms.js';

/** Begins and ends of gaps that are asked for, as a share of the samples: few values shall come over the wire. */
const maxShare = 0.002;

/**
 * The longest gap of each device with several, to a step of the grid. Of one gap the covered time says it.
 *
 * @returns Only devices whose gaps are found to be as many as were counted; none where asking would be too much.
 */
export async function longestGaps({ asker, fleet, plan, terms }: SumsInput, { devices }: Sums): Promise<ReadonlyMap<string, number>> {
  const all = [...devices.values()];
  const [gaps, samples] = [all.reduce((sum, { starts }) => sum + starts, 0), all.reduce((sum, one) => sum + one.samples, 0)];
  if (!all.some(({ starts }) => starts > 2) || (plan.chunks.length > 0 && 2 * gaps > maxShare * samples)) return new Map();
  const grid = gridQueries(terms);
  const edges = new Map<string, (readonly [number, number])[]>();
  for (const { from, to } of plan.chunks) {
    const reply = await asker.at(grid.deviceEdges(to - from), grid.at(to));
    if ('tooMuch' in reply) return new Map();
    for (const { labels, points } of reply.series) {
      const own = edges.get(fleet.keyOf(labels)) ?? [];
      own.push(...points.map(([time, value]) => [time - plan.longest, value] as const));
      edges.set(fleet.keyOf(labels), own);
    }
  }
  const found = new Map<string, number>();
  for (const [key, { starts, runs, covered }] of devices) {
    const atEnds = runs.reduce((sum, [from, to]) => sum + to - from, 0);
    const { from, to } = plan.inner;
    const inner = plan.chunks.length === 0 ? [] : intervalsOf(edges.get(key) ?? [], [from, to], covered > atEnds);
    const { count, longest } = gapsBetween([...runs, ...inner], plan.grid);
    if (starts > 2 && count === starts - 1) found.set(key, longest);
  }
  return found;
}
