import type { Measure, Qualifier } from '../claim.js';
import { isConditional } from './conditional.js';
import { hiddenDevice } from './devices.js';
import type { LineWords } from './line-words.js';

/** The words around a value. */
interface Words {
  readonly label: string;
  /** Some forty characters on each side. */
  readonly near: string;
  readonly after: string;
  /** Both with the names of devices hidden. */
  readonly hiddenNear: string;
  readonly hiddenAfter: string;
  /** The value itself. */
  readonly own: string;
  /** More of the text before the value. */
  readonly before: string;
  /** The whole sentence; empty where the value has a label, so that a remark behind it is not about the value. */
  readonly sentence: string;
}

interface Rule {
  readonly is: Qualifier;
  /** All measures, where none is named. */
  readonly of?: readonly Measure[] | undefined;
  readonly when: (words: Words) => boolean;
}

const lead = String.raw`^[\s.]*(?:CO\S{1,4}\s*)?(?:emissions?\s*)?(?:\/\s*|per\s+|an?\s+|each\s+|every\s+)`;
const worker = `(?:GPU|TPU|accelerator|device|chip|${hiddenDevice})`;
const perWhat = new RegExp(
  String.raw`${lead}(?:[\d,]+\s*)?(?:node|${worker})?[\s-]*(?:hours?|hr|h|s|days?|d|weeks?|months?|years?|yr|requests?|quer(?:y|ies)|prompts?|tokens?|images?|inferences?|generations?|epochs?|steps?|(?:training )?runs?|folds?|seeds?|experiments?|trials?|models?|tasks?|person|capita|km|miles?|kg|samples?|1,?000|million)\b`,
  'i',
);
const perWorkerHour = new RegExp(String.raw`${lead}${worker}[\s-]*(?:hours?|hr|h)\b`, 'i');
/** Hours of one run of several. */
const eachRun =
  /\b(?:each|every|a single|one)\s+(?:\w+\s+)?(?:of\s+(?:the\s+)?(?:\w+\s+)?)?(?:runs?|folds?|seeds?|experiments?|trials?|models?|tasks?)\b[^.;\d]*$/i;
const amounts: readonly Measure[] = ['emissions', 'energy'];

const rules: readonly Rule[] = [
  { is: 'range', when: ({ near }) => /[\d.]\s*(?:–|—|-|−|to)\s*$/.test(near) || /(?:interval|range|between)\s[^;]*$/i.test(near) },
  { is: 'range', when: ({ after }) => /^\s*(?:\p{L}+\s*)?(?:–|—)\s*\d/u.test(after) },
  {
    is: 'rate',
    when: ({ hiddenAfter, label }) =>
      perWhat.test(hiddenAfter) || /\b(?:rate|per (?:request|query|token|hour|day|image|prompt))\b/i.test(label),
  },
  {
    is: 'rate',
    when: ({ near }) =>
      /\b(?:each|every|per|one|a single)\s+(?:\w+\s+)?(?:steps?|requests?|quer(?:y|ies)|images?|tokens?|epochs?|prompts?|inferences?|generations?)\b[^.;\d]*$/i.test(
        near,
      ) ||
      /\b(?:requests|queries|images|tokens|prompts|inferences|generations)\s+(?:emit|draw|use|consume|cause|need|take)\w*\s*$/i.test(near),
  },
  { is: 'rate', of: ['hours'], when: ({ near }) => eachRun.test(near) },
  // `1 million requests in 90 days`: the period of a service, and not for how long the device beside it worked.
  { is: 'comparison', of: ['hours'], when: ({ near }) => /\b(?:requests?|queries|prompts|tokens|images)\b[^.;\d]*\bin\s*$/i.test(near) },
  { is: 'conditional', when: isConditional },
  {
    is: 'cumulative',
    of: ['hours'],
    when: ({ label, near, after }) =>
      /\bhours of comput/i.test(label) || /\bcumulative\b[^.;\d]*$/i.test(near) || /^\s*of comput(?:ation|ing|e)\b/i.test(after),
  },
  { is: 'hourly', when: ({ hiddenAfter }) => perWorkerHour.test(hiddenAfter) },
  { is: 'market', of: ['emissions'], when: isMarket },
  { is: 'location', of: ['emissions'], when: ({ label, before, after }) => /location[- ]based/i.test(`${label} ${before} ${after}`) },
  {
    is: 'offset',
    of: amounts,
    when: ({ label, near, after }) =>
      /\boffset(?:s|ting)?\b|\bcredits\b|carbon credit/i.test(`${label} ${near} ${withoutShare(after).slice(0, 30)}`),
  },
  {
    is: 'comparison',
    of: amounts,
    when: ({ near, after }) =>
      /(?:equivalent|equal|compar(?:ed|able)|same as|as much as|corresponds?)\b[^.;]*$/i.test(near) ||
      /^[^.;]{0,30}\b(?:cars?|km|miles|driv\w+|flights?|household|passenger|americans?|europeans?|humans?)\b/i.test(after),
  },
  { is: 'embodied', of: ['emissions'], when: ({ label, near }) => /embodied|manufactur|\bmaking (?:an?|the)\b/i.test(`${label} ${near}`) },
  { is: 'total', when: ({ label, near }) => /\b(?:total|overall|altogether|in all|sum)\b/i.test(`${label} ${near}`) },
  {
    is: 'wall',
    of: ['hours'],
    when: ({ label, near, own, after }) =>
      /wall|elapsed|clock|duration/i.test(`${label} ${near} ${own}`) ||
      /^\s*(?:\(?wall|on\s+\d|using\s+\d|with\s+\d|of wall)/i.test(after) ||
      /(?<!%\s*)\bfor\s*(?:about|around|roughly|approximately|~)?\s*$/i.test(near),
  },
  {
    is: 'cluster',
    of: ['power'],
    when: ({ label, hiddenNear: near, hiddenAfter: after }) =>
      /\b(?:nodes?|server|cluster|facility|infrastructure|rack|host|system|machine|total|idle|all)\b/i.test(
        `${label} ${near} ${after.slice(0, 40)}`,
      ) && !/\b(?:tdp|thermal design power)\b[^.;\d]{0,12}$/i.test(near),
  },
  {
    is: 'device',
    of: ['power'],
    when: ({ label, near, after }) =>
      /\btdp\b|\brated\b|thermal design|\beach\b|\bper[- ](?:gpu|tpu|device|accelerator|card|chip)|\/\s*gpu/i.test(
        `${label} ${near} ${after.slice(0, 40)}`,
      ),
  },
  {
    is: 'average',
    of: ['power'],
    when: ({ label, near, after }) => /\baverage|\bmean\b|\bavg\b/i.test(`${label} ${near} ${after.slice(0, 40)}`),
  },
  { is: 'cpu', when: ({ label, near }) => /\bcpu/i.test(`${label} ${near}`) },
  { is: 'gpu', when: ({ label, near }) => /\bgpu/i.test(`${label} ${near}`) },
];

/** What the label and the words around a value say of it. */
export function qualifiersOf({ text, hidden, label }: LineWords, { measure, index, end }: ValueInLine): ReadonlySet<Qualifier> {
  const words: Words = {
    sentence: label === undefined ? text : '',
    label: label?.text ?? '',
    near: text.slice(Math.max(0, index - 40), index),
    before: text.slice(Math.max(0, index - 120), index),
    own: text.slice(index, end),
    after: text.slice(end, end + 80),
    hiddenNear: hidden.slice(Math.max(0, index - 40), index),
    hiddenAfter: hidden.slice(end, end + 80),
  };
  return new Set(rules.filter(({ of, when }) => (of === undefined || of.includes(measure)) && when(words)).map(({ is }) => is));
}

/** A value's measure, and where it begins and ends in its line. */
interface ValueInLine {
  readonly measure: Measure;
  readonly index: number;
  readonly end: number;
}

/** `of which 0 percents were directly offset` is about the offsets, and the value before it is in full. */
function withoutShare(after: string): string {
  return after.replace(/^\s*,?\s*of which\b.*$/is, '');
}

/** Of the two words, the one that is nearer before the value; a label says it alone. */
function isMarket({ label, before, after }: Words): boolean {
  const market = /market[- ]based/gi;
  const location = /location[- ]based/gi;
  if (/market[- ]based/i.test(label)) return !/location[- ]based/i.test(label);
  if (!/market[- ]based/i.test(`${before} ${after}`)) return false;
  if (!/location[- ]based/i.test(`${label} ${before} ${after}`)) return true;
  return lastOf(before, market) > lastOf(before, location);
}

function lastOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}
