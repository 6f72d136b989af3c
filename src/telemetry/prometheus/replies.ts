import type { Labels } from './devices.js';

/** A series of an answer, its points by time. */
export interface Answered {
  readonly labels: Labels;
  readonly points: readonly (readonly [seconds: number, value: number])[];
}

/** What a server answered, or why that is no answer. */
export type Reply =
  | { readonly kind: 'series'; readonly series: readonly Answered[]; readonly warnings: readonly string[] }
  | { readonly kind: 'labels'; readonly labels: readonly Labels[]; readonly warnings: readonly string[] }
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly warnings: readonly string[] }
  /** The server could not do as much at once; half of it may work. */
  | { readonly kind: 'too-much'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly type: string }
  /** No answer of this API: another program, or a page of a proxy. */
  | { readonly kind: 'not-the-api'; readonly status: number; readonly beginning: string };

/**
 * What servers say of a query that is too large: Prometheus (samples, points of a series, time), Thanos and Mimir (series, chunks, samples,
 * bytes, length of the range), VictoriaMetrics (`-search.max…`).
 */
const tooMuch =
  /too many (?:samples|points|chunks|series)|maximum (?:resolution|number|length)|timed? ?out|context deadline|max(?:imum)? (?:number of|query|estimated)|exceed(?:s|ed)? (?:the )?(?:maximum|limit|max)|limit (?:is )?exceeded|-search\.max|err-mimir-max|memory (?:consumption )?limit|would load too/i;

/** Reads an answer of the HTTP API of Prometheus, version 1. */
export function replyOf(status: number, text: string): Reply {
  const value = parsed(text);
  if (!isObject(value) || (value['status'] !== 'success' && value['status'] !== 'error')) {
    return { kind: 'not-the-api', status, beginning: text.replace(/\s+/g, ' ').trim().slice(0, 80) };
  }
  if (value['status'] === 'error' || status >= 400) {
    const reason = typeof value['error'] === 'string' ? value['error'] : `status ${status}`;
    const type = typeof value['errorType'] === 'string' ? value['errorType'] : '';
    return type === 'timeout' || tooMuch.test(reason) ? { kind: 'too-much', reason } : { kind: 'refused', reason, type };
  }
  // VictoriaMetrics says of a part of its storage that is away that the answer is partial.
  const partial = value['isPartial'] === true ? ['The response is partial'] : [];
  const warnings = [...wordsOf(value['warnings']), ...partial];
  const { data } = value;
  if (Array.isArray(data)) {
    if (data.every((one) => typeof one === 'string')) return { kind: 'words', words: data, warnings };
    return { kind: 'labels', labels: data.map(labelsOf), warnings };
  }
  if (!isObject(data) || !Array.isArray(data['result'])) return { kind: 'not-the-api', status, beginning: text.slice(0, 80) };
  return { kind: 'series', series: data['result'].flatMap(answered), warnings };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const wordsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);

function labelsOf(value: unknown): Labels {
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
    : {};
}

function answered(value: unknown): readonly Answered[] {
  if (!isObject(value)) return [];
  const pairs = Array.isArray(value['values']) ? value['values'] : [value['value']];
  return [{ labels: labelsOf(value['metric']), points: pairs.flatMap(pointOf) }];
}

/** Values are texts, so that `NaN` and `+Inf` have a place in JSON. */
function pointOf(pair: unknown): readonly (readonly [number, number])[] {
  if (!Array.isArray(pair) || typeof pair[0] !== 'number' || typeof pair[1] !== 'string') return [];
  const value = pair[1] === '+Inf' ? Number.POSITIVE_INFINITY : pair[1] === '-Inf' ? Number.NEGATIVE_INFINITY : Number(pair[1]);
  return [[pair[0], value]];
}
