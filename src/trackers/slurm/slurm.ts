import { createLogReport, fatal, type LogReport } from '../log-report.js';
import { createSeenIds } from '../seen-ids.js';
import { rejoined } from '../texts/rejoined.js';
import type { LogItem, LogText, ReadOptions, Tracker } from '../tracker.js';
import { type Entry, type Job, type Listed, pluginOf, runOf } from './jobs.js';
import { entriesOfJson } from './json.js';
import { messages } from './messages.js';
import { cellsOf, entriesOfText, isFixedWidth } from './text.js';

/** Jobs whose steps may be listed between those of others. */
const maxActive = 2048;

/**
 * The accounting of Slurm, `sacct -P`, `-p` or `--json`: joules and hours of each job. Whether the energy includes GPUs
 * depends on the cluster's energy plugin, which the accounting does not name.
 */
export const slurm = {
  id: 'slurm',
  title: 'Slurm accounting',
  listsDies: true,
  recognises: (beginning) => {
    if (/^\uFEFF?\s*\{/.test(beginning)) return isJobs(beginning);
    const cells = cellsOf(beginning);
    return (cells.length > 1 && (cells.includes('JobID') || cells.includes('JobIDRaw'))) || isFixedWidth(beginning);
  },
  read,
} as const satisfies Tracker;

function isJobs(beginning: string): boolean {
  return /"jobs"\s*:\s*\[/.test(beginning) && /"(?:job_id|association|allocation_nodes|data_parser|[Ss]lurm)"\s*:/.test(beginning);
}

async function* read(text: LogText, { energyPlugin }: ReadOptions = {}): AsyncGenerator<LogItem> {
  const plugin = pluginOf(energyPlugin);
  const log = createLogReport();
  const jobs = createJobs(log);
  let runs = 0;
  const found = function* (ended: readonly EndedJob[]): Generator<LogItem> {
    for (const [id, job] of ended) {
      const run = runOf(job, plugin, log.at(job.lines[0]));
      if (run === undefined) continue;
      runs += 1;
      yield { run, id, machine: job.entry?.machine };
    }
  };
  const { isJson, pieces } = await formOf(text);
  for await (const listed of (isJson ? entriesOfJson : entriesOfText)(pieces, log)) {
    if (log.isFull()) break;
    yield* found(jobs.add(listed));
  }
  log.throwErrors();
  yield* found(jobs.rest());
  if (runs === 0) throw fatal(messages.noJobs());
  yield* log.remarks();
}

type EndedJob = readonly [id: string, job: Job];

interface Jobs {
  /** Adds a job or a step. Returns the jobs to which nothing more can belong. */
  readonly add: (listed: Listed) => readonly EndedJob[];
  readonly rest: () => readonly EndedJob[];
}

/** Joins jobs with their steps. */
function createJobs(log: LogReport): Jobs {
  const active = new Map<string, Job>();
  const [seenIds, seenRows] = [createSeenIds(), createSeenIds()];
  const end = (id: string, job: Job): EndedJob => {
    active.delete(id);
    return [id, job];
  };
  const add = ({ id, isStep, entry, row }: Listed): readonly EndedJob[] => {
    const report = log.at(entry.lines[0]);
    if (seenRows.has(row)) {
      if (!isStep) report(messages.twice());
      return [];
    }
    seenRows.add(row);
    const ended: EndedJob[] = [];
    const job = active.get(id);
    const hasEnded = job === undefined && seenIds.has(id);
    seenIds.add(id);
    if (isStep) {
      if (hasEnded) report(messages.stepsApart(maxActive));
      active.set(id, withStep(job, entry));
    } else {
      if (job?.entry !== undefined || hasEnded) report(messages.again());
      if (job?.entry !== undefined) ended.push(end(id, job));
      active.set(id, job === undefined || job.entry !== undefined ? { lines: entry.lines, entry, steps: {} } : withEntry(job, entry));
    }
    const [oldest] = active;
    if (active.size > maxActive && oldest !== undefined) ended.push(end(...oldest));
    return ended;
  };
  return { add, rest: () => [...active] };
}

/** Whether a text is JSON, by its first character, and the whole text. */
async function formOf(text: LogText): Promise<{ readonly isJson: boolean; readonly pieces: LogText }> {
  const rest = text[Symbol.asyncIterator]();
  let first = '';
  while (!/[^\uFEFF\s]/.test(first)) {
    const next = await rest.next();
    if (next.done === true) break;
    first += next.value;
    if (first.length > 100_000) throw fatal(messages.noJobs());
  }
  return { isJson: /^\uFEFF?\s*\{/.test(first), pieces: rejoined(first, rest) };
}

function withEntry({ steps, lines }: Job, entry: Entry): Job {
  return { entry, steps, lines: spanOf(lines, entry.lines) };
}

function withStep(job: Job | undefined, step: Entry): Job {
  return {
    entry: job?.entry,
    lines: spanOf(job?.lines ?? step.lines, step.lines),
    steps: { joules: larger(job?.steps.joules, step.joules), hours: larger(job?.steps.hours, step.hours) },
  };
}

function larger(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined ? other : other === undefined ? one : Math.max(one, other);
}

function spanOf(one: readonly [number, number], other: readonly [number, number]): readonly [number, number] {
  return [Math.min(one[0], other[0]), Math.max(one[1], other[1])];
}
