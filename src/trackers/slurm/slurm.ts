import { type Diagnostic, InputError } from '../../diagnostics/diagnostic.js';
import type { Message } from '../../diagnostics/message.js';
import { messages } from '../messages.js';
import { createSeenIds } from '../seen-ids.js';
import { createTally } from '../tally.js';
import type { Finding, LogText, ReadOptions, Tracker } from '../tracker.js';
import { type Entry, type Job, pluginOf, runOf } from './jobs.js';
import { entriesOfJson } from './json.js';
import { cellsOf, entriesOfText, isFixedWidth } from './text.js';

const mostFaults = 20;

/** Jobs whose steps may stand among those of others. */
const mostActive = 2048;

/**
 * The accounting of Slurm, `sacct -P`, `-p` or `--json`: joules and hours of each job. Whether GPUs are in the energy
 * depends on the cluster's energy plugin, which the accounting does not name.
 */
export const slurm = {
  id: 'slurm',
  title: 'Slurm accounting',
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

async function* read(text: LogText, { energyPlugin }: ReadOptions = {}): AsyncGenerator<Finding> {
  const plugin = pluginOf(energyPlugin);
  const odd = createTally();
  const faults: Diagnostic[] = [];
  const tell = (sentence: Message, line: number): void => {
    if (sentence.severity === 'error') faults.push({ ...sentence, line, column: 1 });
    else odd.tell(sentence, line);
  };
  const active = new Map<string, Job>();
  const [seenIds, seenRows] = [createSeenIds(), createSeenIds()];
  let runs = 0;
  const found = (id: string, job: Job): readonly Finding[] => {
    active.delete(id);
    const run = runOf(job, plugin, (sentence) => tell(sentence, job.lines[0]));
    if (run === undefined) return [];
    runs += 1;
    return [{ run, id }];
  };
  const { isJson, pieces } = await formOf(text);
  for await (const { id, isStep, entry, row } of (isJson ? entriesOfJson : entriesOfText)(pieces, tell)) {
    if (faults.length >= mostFaults) break;
    if (seenRows.has(row)) {
      if (!isStep) tell(messages.slurmTwice(), entry.lines[0]);
      continue;
    }
    seenRows.add(row);
    const job = active.get(id);
    if (isStep) {
      if (job === undefined && seenIds.has(id)) tell(messages.slurmApart(mostActive), entry.lines[0]);
      seenIds.add(id);
      active.set(id, withStep(job, entry));
    } else {
      if (job?.entry !== undefined || (job === undefined && seenIds.has(id))) tell(messages.slurmAgain(), entry.lines[0]);
      seenIds.add(id);
      if (job?.entry !== undefined) yield* found(id, job);
      active.set(id, job === undefined || job.entry !== undefined ? { lines: entry.lines, entry, steps: {} } : withEntry(job, entry));
    }
    const [oldest] = active;
    if (active.size > mostActive && oldest !== undefined) yield* found(...oldest);
  }
  if (faults.length > 0) throw new InputError(faults.slice(0, mostFaults));
  for (const [id, job] of [...active]) yield* found(id, job);
  if (runs === 0) throw new InputError([{ ...messages.slurmNoJobs(), line: 1, column: 1 }]);
  for (const diagnostic of odd.diagnostics()) yield { diagnostic };
}

/** Whether a text is JSON, by its first character, and all of the text. */
async function formOf(text: LogText): Promise<{ readonly isJson: boolean; readonly pieces: LogText }> {
  const rest = text[Symbol.asyncIterator]();
  let first = '';
  while (!/[^\uFEFF\s]/.test(first)) {
    const next = await rest.next();
    if (next.done === true) break;
    first += next.value;
    if (first.length > 100_000) throw new InputError([{ ...messages.slurmNoJobs(), line: 1, column: 1 }]);
  }
  const pieces = {
    async *[Symbol.asyncIterator]() {
      yield first;
      yield* { [Symbol.asyncIterator]: () => rest };
    },
  };
  return { isJson: /^\uFEFF?\s*\{/.test(first), pieces };
}

function withEntry({ steps, lines }: Job, entry: Entry): Job {
  return { entry, steps, lines: spanOf(lines, entry.lines) };
}

function withStep(job: Job | undefined, step: Entry): Job {
  const joules = larger(job?.steps.joules, step.joules);
  const hours = larger(job?.steps.hours, step.hours);
  return {
    ...(job?.entry !== undefined && { entry: job.entry }),
    lines: spanOf(job?.lines ?? step.lines, step.lines),
    steps: { ...(joules !== undefined && { joules }), ...(hours !== undefined && { hours }) },
  };
}

function larger(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined ? other : other === undefined ? one : Math.max(one, other);
}

function spanOf(one: readonly [number, number], other: readonly [number, number]): readonly [number, number] {
  return [Math.min(one[0], other[0]), Math.max(one[1], other[1])];
}
