import { firstQueries, gridQueries } from '../../../telemetry/prometheus/expressions.js';
import type { Answered } from '../../../telemetry/prometheus/replies.js';
import { addRejected, addSteps, dividedBy, joined, type Sample } from '../../../telemetry/prometheus/samples.js';
import { type Asker, answerOf } from './ask.js';
import { keepHighest, type SumsInput, type WindowSum, type WritableSums, windowAt } from './server-terms.js';

/** The samples before and after the time that the server sums: all of them where there are few. */
export async function addEnds(input: SumsInput, sums: WritableSums): Promise<void> {
  const { plan, first, last } = input;
  const { from, to } = plan.inner;
  const { grid, longest } = plan;
  const always = { startsAfter: Number.NEGATIVE_INFINITY, startsUntil: Number.POSITIVE_INFINITY };
  if (plan.chunks.length === 0) return addRaw(input, sums, { read: [first, last], from: first, to: last, ...always });
  await addRaw(input, sums, { read: [first, from + longest], from: first, to: from, ...always, startsUntil: from - grid });
  await addRaw(input, sums, { read: [to - longest, last], from: to, to: last, ...always, startsAfter: to - grid });
}

interface RawExtent {
  /** The first and the last time of samples that are read. */
  readonly read: readonly [number, number];
  readonly from: number;
  readonly to: number;
  readonly startsAfter: number;
  readonly startsUntil: number;
}

async function addRaw(input: SumsInput, sums: WritableSums, { read: [begin, end], ...extent }: RawExtent): Promise<void> {
  const { asker, fleet, plan, terms, highest, first, last } = input;
  const series = await rawOf(asker, terms.series, begin, end);
  const byDevice = new Map<string, (readonly Sample[])[]>();
  for (const { labels, points } of series) byDevice.set(fleet.keyOf(labels), [...(byDevice.get(fleet.keyOf(labels)) ?? []), points]);
  const parts = new Map<number, WindowSum>();
  for (const [key, totals] of sums.devices) {
    const { samples, rejected } = joined(byDevice.get(key) ?? [], highest);
    const own = samples.filter(([time]) => time >= begin && time <= end);
    // Samples beyond are read for the steps at the ends; the server counts them.
    const isCounted = ([time]: Sample): boolean =>
      time >= begin && (time > extent.from || extent.from === first) && time <= Math.min(end, extent.to);
    const inside = own.filter(isCounted);
    totals.samples += inside.length;
    addRejected(rejected.filter(isCounted), sums.rejected);
    if (terms.kind === 'power') for (const [, value] of inside) keepHighest(totals, value);
    const [earliest, latest] = [own[0]?.[0], own.at(-1)?.[0]];
    if (extent.from === first && earliest !== undefined) totals.first = earliest;
    if (extent.to === last && latest !== undefined) totals.last = latest;
    const onPart = dividedBy(plan.part, (start, energy, covered) => {
      const part = windowAt(parts, start, plan.part);
      part.energy += energy;
      part.covered += covered;
    });
    const cut = {
      from: extent.from === first ? first : sampleAt(own, extent.from),
      to: extent.to === last ? last : sampleAt(own, extent.to),
    };
    addSteps(own, { ...extent, ...cut, longest: plan.longest, kind: terms.kind, idleBelow: terms.idleBelow }, totals, onPart);
  }
  for (const [start, { energy, covered }] of [...parts].sort(([a], [b]) => a - b)) {
    const sum = windowAt(sums.windows, start, plan.window);
    sum.energy += energy;
    sum.covered += covered;
    const inside = Math.min(last, start + plan.part) - Math.max(first, start);
    if (inside > 0) sum.peak = Math.max(sum.peak ?? 0, energy / inside);
  }
}

/**
 * Where the sum of the server begins for a device, or ends: at the last sample up to a grid time, since a step on the grid stands for the
 * step between two samples.
 */
function sampleAt(samples: readonly Sample[], time: number): number {
  return samples.findLast(([at]) => at <= time)?.[0] ?? time;
}

/** Samples as they are, both ends included. Where it is too much at once, in halves. */
async function rawOf(asker: Asker, text: string, begin: number, end: number): Promise<readonly Answered[]> {
  const reply = await asker.at(firstQueries(text).raw(end - begin + 0.001), end);
  if ('series' in reply || end - begin < 60) return answerOf(reply);
  const middle = Math.floor((begin + end) / 2);
  const halves = [...(await rawOf(asker, text, begin, middle)), ...(await rawOf(asker, text, middle + 0.001, end))];
  return halves;
}

/** Of devices that began later or ended earlier than the first and the last: the first and the last time that they are covered. */
export async function addFirstsAndLasts({ asker, fleet, plan, terms, last }: SumsInput, { devices }: WritableSums): Promise<void> {
  const grid = gridQueries(terms);
  const missing = (which: 'first' | 'last'): boolean =>
    [...devices.values()].some((totals) => totals[which] === undefined && totals.samples > 0);
  const shift = plan.longest;
  const fill = (series: readonly Answered[], which: 'first' | 'last', later: number): void => {
    for (const { labels, points } of series) {
      const totals = devices.get(fleet.keyOf(labels));
      const value = points[0]?.[1];
      if (totals !== undefined && totals[which] === undefined && value !== undefined) totals[which] = Math.min(last, value - shift + later);
    }
  };
  for (const { from, to } of plan.chunks) {
    if (!missing('first')) break;
    fill(answerOf(await asker.at(grid.deviceFirst(to - from), grid.at(to))), 'first', 0);
  }
  for (const { from, to } of [...plan.chunks].reverse()) {
    if (!missing('last')) break;
    fill(answerOf(await asker.at(grid.deviceLast(to - from), grid.at(to))), 'last', plan.grid);
  }
}
