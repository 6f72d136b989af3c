/** Which series are meant: the name of a metric, and conditions on labels as the person wrote them. */
export interface Selector {
  readonly metric: string;
  /** `job="train",gpu=~"0|1"`; empty where there are none. */
  readonly matchers: string;
  /** As it is put into queries. */
  readonly text: string;
}

/** One condition on a label, with the three ways to quote of PromQL. */
const matcher = /[a-zA-Z_][a-zA-Z0-9_]*\s*(?:=~|!~|!=|=)\s*(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`)/y;

/**
 * Reads a selector of series, such as `DCGM_FI_DEV_POWER_USAGE{job="train"}`.
 *
 * @returns Nothing for an expression: a function, a sum or a range would be integrated twice, or not at all.
 * @example selectorOf('DCGM_FI_DEV_POWER_USAGE { job = "train", }')?.text //=> 'DCGM_FI_DEV_POWER_USAGE{job="train"}'
 * @example selectorOf('rate(power[5m])') //=> undefined
 */
export function selectorOf(text: string): Selector | undefined {
  const word = text.trim();
  const metric = /^[a-zA-Z_:][a-zA-Z0-9_:]*/.exec(word)?.[0];
  if (metric === undefined) return undefined;
  const rest = word.slice(metric.length).trim();
  if (rest === '') return { metric, matchers: '', text: metric };
  const matchers = matchersOf(rest);
  if (matchers === undefined) return undefined;
  const joined = matchers.join(',');
  return { metric, matchers: joined, text: joined === '' ? metric : `${metric}{${joined}}` };
}

/**
 * A selector with one condition more, unless it has one on this label.
 *
 * @example narrowed({ metric: 'm', matchers: 'zone="dram"', text: 'm{zone="dram"}' }, 'zone', 'zone!="core"').text //=> 'm{zone="dram"}'
 */
export function narrowed(selector: Selector, label: string, condition: string): Selector {
  const { metric, matchers } = selector;
  if (new RegExp(`(?:^|,)${label}(?:=|!)`).test(matchers)) return selector;
  const joined = matchers === '' ? condition : `${matchers},${condition}`;
  return { metric, matchers: joined, text: `${metric}{${joined}}` };
}

/** Labels whose values name no machine, person or project: jobs of scrapes, numbers and models of devices, zones and modes of energy. */
const harmless: readonly string[] = [
  ...['job', 'gpu', 'gpu_id', 'index', 'minor_number', 'package', 'socket', 'GPU_I_ID', 'GPU_I_PROFILE'],
  ...['modelName', 'model_name', 'gpu_name', 'zone', 'rapl_zone', 'mode', 'source', 'type', 'unit'],
];

/**
 * A selector as it may be published: with the values of labels that are known to name no machine, person or project. All others are `…`.
 *
 * @example publicText({ metric: 'm', matchers: 'job="a",Hostname=~"gpu-1|gpu-2"', text: '…' }) //=> 'm{job="a",Hostname=~"…"}'
 */
export function publicText({ metric, matchers, text }: Selector): string {
  if (matchers === '') return text;
  const conditions = matchersOf(`{${matchers}}`) ?? [];
  const shown = conditions.map((condition) => {
    const [, label = '', operator = ''] = /^([a-zA-Z0-9_]+)(=~|!~|!=|=)/.exec(condition) ?? [];
    return harmless.includes(label) ? condition : `${label}${operator}"…"`;
  });
  return `${metric}{${shown.join(',')}}`;
}

function matchersOf(text: string): readonly string[] | undefined {
  if (!text.startsWith('{') || !text.endsWith('}')) return undefined;
  const inside = text.slice(1, -1);
  const found: string[] = [];
  let at = 0;
  const skip = (): void => {
    while (/\s/.test(inside.charAt(at))) at++;
  };
  for (skip(); at < inside.length; skip()) {
    matcher.lastIndex = at;
    const [one] = matcher.exec(inside) ?? [];
    if (one === undefined) return undefined;
    // Blanks around the operator go, those inside of quotation marks stay.
    found.push(one.replace(/^([a-zA-Z0-9_]+)\s*(=~|!~|!=|=)\s*/, '$1$2'));
    at += one.length;
    skip();
    if (at >= inside.length) break;
    if (inside.charAt(at) !== ',') return undefined;
    at++;
  }
  return found;
}
