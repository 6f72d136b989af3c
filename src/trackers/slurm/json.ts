import type { Report } from '../../diagnostics/report.js';
import { fatal, type LogReport } from '../log-report.js';
import { hostsIn } from '../machine-marks.js';
import { messages as shared } from '../messages.js';
import { utcText } from '../texts/epoch-time.js';
import { itemLines, numberIn, own, readJson, wholeText } from '../texts/json-text.js';
import type { LogText } from '../tracker.js';
import { type Entry, type Gpus, gpusIn, isNoValue, joulesOf, type Listed } from './jobs.js';

/** The jobs of `sacct --json`, each followed by its steps. */
export async function* entriesOfJson(text: LogText, log: LogReport): AsyncGenerator<Listed> {
  const whole = await wholeText(text);
  const jobs = own(readJson(whole), 'jobs');
  if (!Array.isArray(jobs)) throw fatal(shared.wrongShape('jobs', 'a list'));
  const lines = itemLines(whole, 'jobs');
  for (const [at, job] of jobs.entries()) {
    const range = lines[at] ?? [1, 1];
    const report = log.at(range[0]);
    const id = idOf(job, report);
    if (id === undefined) continue;
    const entry = entryOf(job, range, report);
    const row = JSON.stringify({ ...entry, id, lines: [] });
    yield { id, isStep: false, entry, row };
    const steps = listOf(own(job, 'steps'), 'steps', report);
    for (const [n, step] of steps.entries()) {
      const joules = energyOf(step, report);
      if (joules !== undefined) yield { id, isStep: true, entry: { lines: range, joules }, row: `${n} ${row}` };
    }
  }
}

/** `123`, `123_4` for a task of an array, or `123+1` for a component of a heterogeneous job. */
function idOf(job: unknown, report: Report): string | undefined {
  const number = numberOf(own(job, 'job_id'), 'job_id', report);
  if (number === undefined) {
    report(shared.wrongShape('job_id', 'the number of each job'));
    return undefined;
  }
  const [array, het] = [own(job, 'array'), own(job, 'het')];
  const ignore = (): void => undefined;
  const [arrayJob, task] = [numberOf(own(array, 'job_id'), 'job_id', ignore), numberOf(own(array, 'task_id'), 'task_id', ignore)];
  const [hetJob, part] = [numberOf(own(het, 'job_id'), 'job_id', ignore), numberOf(own(het, 'job_offset'), 'job_offset', ignore)];
  if (arrayJob !== undefined && arrayJob > 0 && task !== undefined) return `${arrayJob}_${task}`;
  return hetJob !== undefined && hetJob > 0 && part !== undefined ? `${hetJob}+${part}` : String(number);
}

function entryOf(job: unknown, lines: readonly [number, number], report: Report): Entry {
  const time = own(job, 'time');
  if (own(time, 'elapsed') === undefined)
    report(shared.wrongShape('time.elapsed', 'the elapsed seconds of each job, as `sacct --json` writes them'));
  const seconds = numberOf(own(time, 'elapsed'), 'time.elapsed', report);
  const [name, nodes] = [own(job, 'name'), own(job, 'nodes')];
  const clock = (key: string): string | undefined => {
    const epoch = numberOf(own(time, key), `time.${key}`, report);
    // 0 is a time that has not come yet.
    if (epoch === undefined || epoch === 0 || isNoValue(epoch)) return undefined;
    const text = utcText(epoch);
    if (text === undefined) report(shared.badTime(String(epoch)));
    return text;
  };
  const allocated = own(own(job, 'tres'), 'allocated');
  return {
    lines,
    hours: seconds === undefined ? undefined : seconds / 3600,
    name: typeof name === 'string' ? name : undefined,
    state: stateOf(own(job, 'state')),
    started: clock('start'),
    ended: clock('end'),
    machine: { isUtc: true, hosts: typeof nodes === 'string' ? hostsIn(nodes) : undefined },
    submitted: clock('submission'),
    nodes: nodesOf(allocated),
    gpus: allocated === undefined ? undefined : gpusOf(listOf(allocated, 'tres.allocated', report), report),
  };
}

function nodesOf(allocated: unknown): number | undefined {
  const item = Array.isArray(allocated) ? allocated.find((one) => own(one, 'type') === 'node') : undefined;
  const count = numberOf(own(item, 'count'), 'tres.allocated.count', () => undefined);
  return count !== undefined && count > 0 ? count : undefined;
}

/** The state is a name or a list of names, under `current` in newer versions. */
function stateOf(state: unknown): string | undefined {
  const current = own(state, 'current') ?? state;
  const first: unknown = Array.isArray(current) ? current[0] : current;
  return typeof first === 'string' ? first : undefined;
}

function gpusOf(allocated: readonly unknown[], report: Report): Gpus {
  return gpusIn(
    allocated.flatMap((item) => {
      const name = own(item, 'name');
      if (own(item, 'type') !== 'gres' || typeof name !== 'string' || !/^(?:gpu|shard|mps)(?::|$)/.test(name)) return [];
      const count = numberOf(own(item, 'count'), 'tres.allocated.count', report);
      return count === undefined ? [] : [[name, count] as const];
    }),
  );
}

/** Joules of a step, from its statistics or from the resources that it consumed. */
function energyOf(step: unknown, report: Report): number | undefined {
  const stated = own(own(own(step, 'statistics'), 'energy'), 'consumed');
  const joules = joulesOf(numberOf(stated, 'statistics.energy.consumed', report));
  if (joules !== undefined) return joules;
  const total = own(own(own(step, 'tres'), 'consumed'), 'total');
  const item = listOf(total, 'tres.consumed.total', report).find((one) => own(one, 'type') === 'energy');
  return joulesOf(numberOf(own(item, 'count'), 'tres.consumed.total.count', report));
}

function listOf(value: unknown, name: string, report: Report): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value !== undefined) report(shared.wrongShape(name, 'a list'));
  return [];
}

/** A number, plain or as { set, infinite, number }. Older versions write -1 or -2 for no value. */
function numberOf(value: unknown, name: string, report: Report): number | undefined {
  if (own(value, 'set') === false || own(value, 'infinite') === true) return undefined;
  const number = own(value, 'number') ?? value;
  return number === -1 || number === -2 ? undefined : numberIn(number, name, report);
}
