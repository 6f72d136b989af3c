import { InputError } from '../../diagnostics/diagnostic.js';
import type { Message } from '../../diagnostics/message.js';
import { messages } from '../messages.js';
import { utcText } from '../texts/epoch-time.js';
import { figureOf, itemLines, own, readJson, wholeText } from '../texts/json-text.js';
import type { LogText } from '../tracker.js';
import { type Entry, type Gpus, gpusIn, joulesOf, type Listed } from './jobs.js';

type Tell = (sentence: Message) => void;

/** The jobs of `sacct --json`, each with its steps behind it. */
export async function* entriesOfJson(text: LogText, tell: (sentence: Message, line: number) => void): AsyncGenerator<Listed> {
  const whole = await wholeText(text);
  const jobs = own(readJson(whole), 'jobs');
  if (!Array.isArray(jobs)) throw new InputError([{ ...messages.wrongShape('jobs', 'a list'), line: 1, column: 1 }]);
  const lines = itemLines(whole, 'jobs');
  for (const [at, job] of jobs.entries()) {
    const range = lines[at] ?? [1, 1];
    const tellHere: Tell = (sentence) => tell(sentence, range[0]);
    const id = idOf(job, tellHere);
    if (id === undefined) continue;
    const entry = entryOf(job, range, tellHere);
    const row = JSON.stringify({ ...entry, id, lines: [] });
    yield { id, isStep: false, entry, row };
    const steps = listOf(own(job, 'steps'), 'steps', tellHere);
    for (const [n, step] of steps.entries()) {
      const joules = energyOf(step, tellHere);
      if (joules !== undefined) yield { id, isStep: true, entry: { lines: range, joules }, row: `${n} ${row}` };
    }
  }
}

/** `123`, or `123_4` of an array, `123+1` of a job of several parts. */
function idOf(job: unknown, tell: Tell): string | undefined {
  const number = amountOf(own(job, 'job_id'), 'job_id', tell);
  if (number === undefined) {
    tell(messages.wrongShape('job_id', 'the number of each job'));
    return undefined;
  }
  const [array, het] = [own(job, 'array'), own(job, 'het')];
  const ignore = (): void => undefined;
  const [arrayJob, task] = [amountOf(own(array, 'job_id'), 'job_id', ignore), amountOf(own(array, 'task_id'), 'task_id', ignore)];
  const [hetJob, part] = [amountOf(own(het, 'job_id'), 'job_id', ignore), amountOf(own(het, 'job_offset'), 'job_offset', ignore)];
  if (arrayJob !== undefined && arrayJob > 0 && task !== undefined) return `${arrayJob}_${task}`;
  return hetJob !== undefined && hetJob > 0 && part !== undefined ? `${hetJob}+${part}` : String(number);
}

function entryOf(job: unknown, lines: readonly [number, number], tell: Tell): Entry {
  const time = own(job, 'time');
  if (own(time, 'elapsed') === undefined)
    tell(messages.wrongShape('time.elapsed', 'the seconds that each job took, as `sacct --json` writes them'));
  const seconds = amountOf(own(time, 'elapsed'), 'time.elapsed', tell);
  const name = own(job, 'name');
  const state = stateOf(own(job, 'state'));
  const clock = (key: string): string | undefined => {
    const epoch = amountOf(own(time, key), `time.${key}`, tell);
    // 0 is what has not come yet.
    return epoch === undefined || epoch === 0 ? undefined : utcText(epoch);
  };
  const [started, ended] = [clock('start'), clock('end')];
  const allocated = own(own(job, 'tres'), 'allocated');
  const gpus = allocated === undefined ? undefined : gpusOf(listOf(allocated, 'tres.allocated', tell), tell);
  return {
    lines,
    ...(seconds !== undefined && { hours: seconds / 3600 }),
    ...(typeof name === 'string' && { name }),
    ...(state !== undefined && { state }),
    ...(started !== undefined && { started }),
    ...(ended !== undefined && { ended }),
    ...(gpus !== undefined && { gpus }),
  };
}

/** A list of names, or one, under `current` or alone, by version. */
function stateOf(state: unknown): string | undefined {
  const current = own(state, 'current') ?? state;
  const first: unknown = Array.isArray(current) ? current[0] : current;
  return typeof first === 'string' ? first : undefined;
}

function gpusOf(allocated: readonly unknown[], tell: Tell): Gpus {
  return gpusIn(
    allocated.flatMap((item) => {
      const name = own(item, 'name');
      if (own(item, 'type') !== 'gres' || typeof name !== 'string' || !/^(?:gpu|shard|mps)(?::|$)/.test(name)) return [];
      const count = amountOf(own(item, 'count'), 'tres.allocated.count', tell);
      return count === undefined ? [] : [[name, count] as const];
    }),
  );
}

/** Joules of a step, from its statistics or from what it consumed of all resources. */
function energyOf(step: unknown, tell: Tell): number | undefined {
  const stated = own(own(own(step, 'statistics'), 'energy'), 'consumed');
  const joules = joulesOf(amountOf(stated, 'statistics.energy.consumed', tell));
  if (joules !== undefined) return joules;
  const total = own(own(own(step, 'tres'), 'consumed'), 'total');
  const item = listOf(total, 'tres.consumed.total', tell).find((one) => own(one, 'type') === 'energy');
  return joulesOf(amountOf(own(item, 'count'), 'tres.consumed.total.count', tell));
}

function listOf(value: unknown, name: string, tell: Tell): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value !== undefined) tell(messages.wrongShape(name, 'a list'));
  return [];
}

/** A number, bare or as { set, infinite, number }. Less than 0 is what older parsers make of "no value". */
function amountOf(value: unknown, name: string, tell: Tell): number | undefined {
  if (own(value, 'set') === false || own(value, 'infinite') === true) return undefined;
  const number = own(value, 'number') ?? value;
  return number === -1 || number === -2 ? undefined : figureOf(number, name, tell);
}
