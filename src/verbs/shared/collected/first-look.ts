import { InputError } from '../../../diagnostics/diagnostic.js';
import { nearest } from '../../../diagnostics/nearest.js';
import type { Labels } from '../../../telemetry/prometheus/devices.js';
import { firstQueries } from '../../../telemetry/prometheus/expressions.js';
import { knownMetrics } from '../../../telemetry/prometheus/metrics.js';
import type { Answered } from '../../../telemetry/prometheus/replies.js';
import type { Selector } from '../../../telemetry/prometheus/selector.js';
import { type Asker, answerOf } from './ask.js';
import { serverMessages } from './server-messages.js';

/** Unix seconds, both ends included. */
export interface Time {
  readonly start: number;
  readonly end: number;
}

/** What a first look finds: how many samples, from when to when, how far apart. */
export interface FirstLook {
  readonly samples: number;
  readonly first: number;
  readonly last: number;
  /** The median; absent where no device has two samples. */
  readonly interval: number | undefined;
}

const looks = 100;

/** The labels of all series that have samples in the time. */
export async function seriesOf(asker: Asker, selector: Selector, time: Time): Promise<readonly Labels[]> {
  const reply = await asker.other('/api/v1/series', [['match[]', selector.text], ...limitsOf(time)]);
  if (reply.kind === 'refused' || reply.kind === 'too-much') throw new InputError([serverMessages.refused(reply.reason)]);
  const labels = reply.kind === 'labels' ? reply.labels : [];
  if (labels.length > 0) return labels;
  const names = await metricNames(asker);
  if (names.includes(selector.metric)) throw new InputError([serverMessages.noSeries(selector.metric)]);
  throw new InputError([serverMessages.unknownMetric(selector.metric, nearestMetrics(selector.metric, names))]);
}

/** Names of metrics that are known, of which the server has samples in the time. */
export async function knownMetricsOf(asker: Asker, time: Time): Promise<readonly string[]> {
  const names = await metricNames(asker, time);
  return names.filter((name) => Object.hasOwn(knownMetrics, name));
}

async function metricNames(asker: Asker, time?: Time): Promise<readonly string[]> {
  const reply = await asker.other('/api/v1/label/__name__/values', time === undefined ? [] : limitsOf(time));
  return reply.kind === 'words' ? reply.words : [];
}

const limitsOf = ({ start, end }: Time) => [['start', String(start)] as const, ['end', String(end)] as const];

/** The names that a slip explains; else those of power and energy, which whoever asks for a metric of power may mean. */
function nearestMetrics(name: string, names: readonly string[]): readonly string[] {
  const near = nearest(name, names, 3);
  if (near.length > 0) return near;
  const known = names.filter((one) => Object.hasOwn(knownMetrics, one));
  return [...known, ...names.filter((one) => /power|watt|joule|energy/i.test(one) && !known.includes(one))].slice(0, 5);
}

/** Counts samples in windows of the time, then looks for the first and the last sample, and for the time between two. */
export async function firstLook(asker: Asker, selector: Selector, series: number, { start, end }: Time): Promise<FirstLook | undefined> {
  const queries = firstQueries(selector.text);
  const window = Math.max(60, Math.ceil(((end - start) / looks) * 1000) / 1000);
  const until = start + Math.ceil((end - start) / window) * window;
  const all = countsOf(await looked(asker, queries.all(window), start + window, until, window));
  const most = countsOf(await looked(asker, queries.most(window), start + window, until, window));
  const [begin, finish] = [all[0], all.at(-1)];
  const densest = [...most].sort((a, b) => b.count - a.count || a.end - b.end)[0];
  if (begin === undefined || finish === undefined || densest === undefined) return undefined;
  const search = { asker, text: selector.text, enough: 4 * series + 50, start, end };
  const first = await edgeOf(search, { from: begin.end - window, to: begin.end, count: begin.count }, 'first');
  const last = await edgeOf(search, { from: finish.end - window, to: finish.end, count: finish.count }, 'last');
  if (first === undefined || last === undefined) return undefined;
  const samples = all.reduce((sum, { count }) => sum + count, 0);
  const wanted = Math.min(25, Math.max(4, 1000 / series));
  const range = Math.min(window, (window / densest.count) * wanted);
  const interval = await intervalIn(asker, queries.raw, Math.max(range, window < 120 ? window : 0), densest.end, until, until - start);
  return { samples, first, last, interval };
}

/** The usual time between two samples. Where a range has none of two, it is widened on both sides: samples may be hours apart. */
async function intervalIn(
  asker: Asker,
  raw: (seconds: number) => string,
  range: number,
  at: number,
  until: number,
  all: number,
): Promise<number | undefined> {
  const found = medianStep(answerOf(await asker.at(raw(range), at)));
  return found !== undefined || range >= 2 * all ? found : intervalIn(asker, raw, 4 * range, Math.min(until, at + 2 * range), until, all);
}

/** A query over a range, in halves where it is too much at once. */
async function looked(asker: Asker, expression: string, from: number, to: number, step: number): Promise<readonly Answered[]> {
  const reply = await asker.range(expression, from, to, step);
  const count = Math.floor((to - from) / step);
  if ('series' in reply || count < 1) return answerOf(reply);
  const middle = from + Math.floor(count / 2) * step;
  return [...(await looked(asker, expression, from, middle, step)), ...(await looked(asker, expression, middle + step, to, step))];
}

interface Count {
  readonly end: number;
  readonly count: number;
}

function countsOf(series: readonly Answered[]): readonly Count[] {
  return series.flatMap(({ points }) => points.map(([end, count]) => ({ end, count }))).filter(({ count }) => count > 0);
}

interface Search extends Time {
  readonly asker: Asker;
  readonly text: string;
  /** So few samples are read as they are. */
  readonly enough: number;
}

/** The first or the last sample in a window that has some, by ever shorter windows. */
async function edgeOf(
  search: Search,
  found: { from: number; to: number; count: number },
  which: 'first' | 'last',
): Promise<number | undefined> {
  const { asker, text, enough, start, end } = search;
  const queries = firstQueries(text);
  let { from, to, count } = found;
  while (count > enough && to - from > 1) {
    const step = Math.max(0.25, Math.ceil(((to - from) / 20) * 1000) / 1000);
    const counts = countsOf(answerOf(await asker.range(queries.all(step), from + step, to + step, step)));
    const next = which === 'first' ? counts[0] : counts.at(-1);
    if (next === undefined) break;
    [from, to, count] = [next.end - step, next.end, next.count];
  }
  const raw = answerOf(await asker.at(queries.raw(to - from), to));
  const times = raw.flatMap(({ points }) => points.map(([time]) => time)).filter((time) => time >= start && time <= end);
  if (times.length === 0) return which === 'first' ? Math.max(start, from) : Math.min(end, to);
  return times.reduce((a, b) => (which === 'first' ? Math.min(a, b) : Math.max(a, b)));
}

function medianStep(series: readonly Answered[]): number | undefined {
  const steps = series
    .flatMap(({ points }) => points.slice(1).map(([time], nth) => time - (points[nth]?.[0] ?? time)))
    .filter((step) => step > 0);
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)];
}
