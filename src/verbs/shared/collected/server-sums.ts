import { gridQueries, sampleQueries, type Terms } from '../../../telemetry/prometheus/expressions.js';
import { type Chunk, halvesOf } from '../../../telemetry/prometheus/plan.js';
import type { Answered } from '../../../telemetry/prometheus/replies.js';
import { type DeviceTotals, noneRejected, noTotals, type Rejected } from '../../../telemetry/prometheus/samples.js';
import { type Asked, answerOf } from './ask.js';
import { addEnds, addFirstsAndLasts } from './server-ends.js';
import { keepHighest, type Sums, type SumsInput, type WindowSum, type WritableSums, windowAt } from './server-terms.js';

/** Sums the time between in the server, and the samples at both ends here. */
export async function sumsOf(input: SumsInput): Promise<Sums> {
  const { fleet, plan } = input;
  const sums: WritableSums = {
    devices: new Map(fleet.devices.map(({ key }) => [key, noTotals()])),
    windows: new Map(),
    rejected: noneRejected(),
  };
  const all = plan.inner.to - plan.inner.from;
  const waiting = [...plan.chunks];
  for (let done = 0, chunk = waiting.shift(); chunk !== undefined; chunk = waiting.shift()) {
    const halves = await addChunk(input, sums, chunk);
    if (halves !== undefined) waiting.unshift(...halves);
    else done += chunk.to - chunk.from;
    input.onDone?.(done, all);
  }
  await addEnds(input, sums);
  await addFirstsAndLasts(input, sums);
  return sums;
}

/** Adds a chunk, or gives its halves where it was too much for the server. */
async function addChunk(input: SumsInput, sums: WritableSums, chunk: Chunk): Promise<readonly Chunk[] | undefined> {
  const halvesOr = (reply: { readonly tooMuch: string }): readonly Chunk[] => halvesOf(chunk) ?? never(reply);
  const plain = await answersOf(input, input.terms, chunk);
  if ('tooMuch' in plain) return halvesOr(plain);
  const isClean = !hasInvalid(plain, input.highest);
  const terms = { ...input.terms, below: input.highest };
  const answers = isClean ? plain : await answersOf(input, terms, chunk);
  if ('tooMuch' in answers) return halvesOr(answers);
  const rejected = isClean ? noneRejected() : await rejectedIn(input, terms, chunk);
  if ('tooMuch' in rejected) return halvesOr(rejected);
  for (const [reason, count] of Object.entries(rejected)) sums.rejected[reason as keyof Rejected] += count;
  addDevices(input, sums, answers);
  addWindows(input, sums, answers, chunk);
  return undefined;
}

/** How many samples of a chunk are not used, by reason. */
async function rejectedIn({ asker }: SumsInput, terms: Terms, { from, to }: Chunk): Promise<Rejected | { readonly tooMuch: string }> {
  const queries = sampleQueries(terms);
  const rejected = noneRejected();
  for (const reason of Object.keys(rejected) as readonly (keyof Rejected)[]) {
    const reply = await asker.at(queries[reason](to - from), to);
    if ('tooMuch' in reply) return reply;
    rejected[reason] = countOf(reply.series);
  }
  return rejected;
}

function never(reply: { readonly tooMuch: string }): never {
  answerOf(reply);
  throw new TypeError('An answer that is too much has no series');
}

type OfDevices = 'samples' | 'highest' | 'lowest' | 'resets' | 'energy' | 'covered' | 'idleEnergy' | 'idleCovered' | 'starts';
type Name = OfDevices | 'fleetEnergy' | 'fleetCovered' | 'fleetPeak';
type Answers = Readonly<Record<Name, readonly Answered[]>>;

async function answersOf(
  { asker, plan }: SumsInput,
  terms: Terms,
  { from, to, window }: Chunk,
): Promise<Answers | { readonly tooMuch: string }> {
  const [grid, samples, span] = [gridQueries(terms), sampleQueries(terms), to - from];
  const none = async (): Promise<Asked> => ({ series: [] });
  const asked: Readonly<Record<Name, () => Promise<Asked>>> = {
    samples: () => asker.at(samples.samples(span), to),
    highest: () => asker.at(samples.highest(span), to),
    lowest: () => asker.at(samples.lowest(span), to),
    resets: terms.kind === 'energy' ? () => asker.at(samples.resets(span), to) : none,
    energy: () => asker.at(grid.deviceEnergy(span), grid.at(to)),
    covered: () => asker.at(grid.deviceCovered(span), grid.at(to)),
    idleEnergy: terms.idleBelow === undefined ? none : () => asker.at(grid.deviceIdleEnergy(span), grid.at(to)),
    idleCovered: terms.idleBelow === undefined ? none : () => asker.at(grid.deviceIdleCovered(span), grid.at(to)),
    starts: () => asker.at(grid.deviceStarts(span), grid.at(to)),
    fleetEnergy: () => asker.range(grid.fleetEnergy(window), grid.at(from + window), grid.at(to), window),
    fleetCovered: () => asker.range(grid.fleetCovered(window), grid.at(from + window), grid.at(to), window),
    fleetPeak: () => asker.range(samples.fleetPeak(window, plan.part), from + window, to, window),
  };
  const answers: Partial<Record<Name, readonly Answered[]>> = {};
  for (const [name, ask] of Object.entries(asked)) {
    const reply = await ask();
    if ('tooMuch' in reply) return reply;
    answers[name as Name] = reply.series;
  }
  return answers as Answers;
}

const valuesOf = (series: readonly Answered[]): readonly number[] => series.flatMap(({ points }) => points.map(([, value]) => value));
const countOf = (series: readonly Answered[]): number => valuesOf(series).reduce((sum, value) => sum + value, 0);

/** A query over samples that are no measurement gives no energy, or one that is far too high. */
function hasInvalid({ highest, lowest, energy, fleetEnergy }: Answers, limit: number): boolean {
  return (
    valuesOf(highest).some((value) => !(value < limit)) ||
    valuesOf(lowest).some((value) => !(value >= 0)) ||
    [...valuesOf(energy), ...valuesOf(fleetEnergy)].some((value) => !Number.isFinite(value))
  );
}

function addDevices({ fleet, plan, terms }: SumsInput, { devices }: WritableSums, answers: Answers): void {
  const each = (series: readonly Answered[], add: (totals: DeviceTotals, value: number) => void): void => {
    for (const { labels, points } of series) {
      const totals = devices.get(fleet.keyOf(labels));
      if (totals !== undefined) for (const [, value] of points) add(totals, value);
    }
  };
  const scale = terms.kind === 'power' ? plan.grid : 1;
  each(answers.energy, (totals, value) => {
    totals.joules += value * scale;
  });
  each(answers.covered, (totals, value) => {
    totals.covered += value * plan.grid;
  });
  each(answers.idleEnergy, (totals, value) => {
    totals.idleJoules += value * scale;
  });
  each(answers.idleCovered, (totals, value) => {
    totals.idleCovered += value * plan.grid;
  });
  each(answers.samples, (totals, value) => {
    totals.samples += value;
  });
  each(answers.starts, (totals, value) => {
    totals.starts += value;
  });
  each(answers.resets, (totals, value) => {
    totals.resets += value;
  });
  if (terms.kind === 'power') each(answers.highest, keepHighest);
}

function addWindows({ plan, terms }: SumsInput, { windows }: WritableSums, answers: Answers, { window }: Chunk): void {
  const grid = gridQueries(terms);
  const each = (series: readonly Answered[], shift: number, add: (sum: WindowSum, value: number) => void): void => {
    for (const { points } of series) {
      for (const [time, value] of points)
        add(windowAt(windows, Math.round((time - shift - window) / plan.grid) * plan.grid, plan.window), value);
    }
  };
  const scale = terms.kind === 'power' ? plan.grid : 1;
  each(answers.fleetEnergy, grid.at(0), (sum, value) => {
    sum.energy += value * scale;
  });
  each(answers.fleetCovered, grid.at(0), (sum, value) => {
    sum.covered += value * plan.grid;
  });
  each(answers.fleetPeak, 0, (sum, value) => {
    sum.peak = Math.max(sum.peak ?? 0, terms.kind === 'power' ? value : value / plan.part);
  });
}
