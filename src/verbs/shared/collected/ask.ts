import { InputError, MissingError } from '../../../diagnostics/diagnostic.js';
import { secondsSince } from '../../../io/clock.js';
import { HttpError } from '../../../io/http/http-error.js';
import type { KeptReplies } from '../../../io/http/kept-replies.js';
import type { Server } from '../../../io/http/server.js';
import { type Answered, type Reply, replyOf } from '../../../telemetry/prometheus/replies.js';
import { httpFault, serverMessages } from './server-messages.js';

/** Asks a server of time series. Answers that stay the same are kept until the collection is done. */
export interface Asker {
  /** Times are Unix seconds. */
  readonly at: (expression: string, time: number) => Promise<Asked>;
  readonly range: (expression: string, from: number, to: number, step: number) => Promise<Asked>;
  /** Any other question of the API: `/api/v1/series`. */
  readonly other: (path: string, parameters: Parameters<Server['ask']>[1]) => Promise<Reply>;
  /** What the server said beside its answers: of a store that is away, the answer is partial. */
  readonly warnings: ReadonlySet<string>;
  /** Values that came over the wire, for tests and for the curious. */
  readonly received: () => number;
}

/** Series, or that it was too much at once. */
export type Asked = { readonly series: readonly Answered[] } | { readonly tooMuch: string };

/**
 * @throws {InputError} Where the server refuses the query, or is none of Prometheus.
 * @throws {MissingError} Where it gives no answer, again and again.
 */
export function askerOf(server: Server, kept: KeptReplies, address: string): Asker {
  const warnings = new Set<string>();
  let values = 0;
  const other: Asker['other'] = async (path, parameters) => {
    const question = JSON.stringify([path, parameters]);
    const before = kept.read(question);
    const { status, text } = before === undefined ? await asked(server, path, parameters, address) : { status: 200, text: before };
    const reply = replyOf(status, text);
    if (before === undefined && isFinal(reply, parameters)) await kept.keep(question, text);
    if (reply.kind === 'not-the-api') throw new InputError([serverMessages.notTheApi(status, reply.beginning)]);
    if ('warnings' in reply) for (const warning of reply.warnings) warnings.add(warning);
    return reply;
  };
  const series = async (path: string, parameters: Parameters<Server['ask']>[1]): Promise<Asked> => {
    const reply = await other(path, parameters);
    if (reply.kind === 'too-much') return { tooMuch: reply.reason };
    if (reply.kind === 'refused') throw new InputError([serverMessages.refused(reply.reason)]);
    if (reply.kind !== 'series') throw new InputError([serverMessages.notTheApi(200, '')]);
    values += reply.series.reduce((sum, { points }) => sum + points.length, 0);
    return { series: reply.series };
  };
  return {
    other,
    warnings,
    received: () => values,
    at: (expression, time) =>
      series('/api/v1/query', [
        ['query', expression],
        ['time', seconds(time)],
      ]),
    range: (expression, from, to, step) =>
      series('/api/v1/query_range', [
        ['query', expression],
        ['start', seconds(from)],
        ['end', seconds(to)],
        ['step', seconds(step)],
      ]),
  };
}

/** Samples of a time before this many seconds are all there: scrapes that were sent on late are. */
const settledAfter = 900;

/** Whether the same question has the same answer later: the whole answer, of a time that is over. */
function isFinal(reply: Reply, parameters: Parameters<Server['ask']>[1]): boolean {
  if (!('warnings' in reply) || reply.warnings.length > 0) return false;
  const ends = parameters.flatMap(([name, value]) => (name === 'time' || name === 'end' ? [Number(value)] : []));
  return ends.length > 0 && ends.every((end) => secondsSince(end) > settledAfter);
}

/** To the millisecond, as the server has them. */
const seconds = (time: number): string => String(Math.round(time * 1000) / 1000);

async function asked(server: Server, path: string, parameters: Parameters<Server['ask']>[1], address: string) {
  try {
    return await server.ask(path, parameters);
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    const fault = httpFault(error.problem, address);
    throw 'remedy' in fault ? new MissingError(fault.message, fault.remedy) : new InputError([fault], { cause: error });
  }
}

/** The answer; where it was too much, the server can't do even this. */
export function answerOf(reply: Asked): readonly Answered[] {
  if ('tooMuch' in reply) throw new InputError([serverMessages.tooMuch(reply.tooMuch)]);
  return reply.series;
}
