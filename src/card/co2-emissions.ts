import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { InputError } from '../diagnostics/diagnostic.js';
import { isSameValue } from '../diagnostics/yaml-values.js';
import { plainDecimal } from '../units/format.js';
import { applyEdits, type Edit, lineBreakAt, lineBreakBefore, lineEnd, newLineBreak } from './edits.js';
import { type FrontMatter, type NoFrontMatter, readFrontMatter } from './front-matter.js';
import { type Comments, commentBehind, commentsIn, commentsInList } from './key-comments.js';
import { messages } from './messages.js';
import { positionAt } from './position.js';
import { lastTextBlock } from './yaml-block.js';

/** The values of `co2_eq_emissions`, a key of the Hub's front matter. */
export interface Co2Emissions {
  /** gCO2e: the development total, location-based. */
  readonly grams: number;
  readonly source: string;
  readonly trainingType?: 'pre-training' | 'fine-tuning' | undefined;
  readonly geographicalLocation?: string | undefined;
  readonly hardwareUsed?: string | undefined;
}

export const co2Key = 'co2_eq_emissions';

/**
 * Significant digits of `emissions`: what the evidence can carry. Written as plain decimals, since the Hub's reader takes
 * the first digits that it finds: 1.2 from `1.2e7`.
 */
const digits = 3;

type Entry = readonly [key: string, value: string];

function entriesOf(emissions: Co2Emissions): readonly Entry[] {
  const { grams, source, trainingType, geographicalLocation, hardwareUsed } = emissions;
  const optional: readonly (readonly [string, string | undefined])[] = [
    ['source', source],
    ['training_type', trainingType],
    ['geographical_location', geographicalLocation],
    ['hardware_used', hardwareUsed],
  ];
  return [
    ['emissions', plainDecimal(grams, digits)],
    ...optional.flatMap(([key, text]): Entry[] => (text === undefined ? [] : [[key, scalar(text)]])),
  ];
}

/** A YAML scalar: plain where every reader reads the same text, else in double quotes as in JSON. */
function scalar(text: string): string {
  if (/^[A-Za-z][A-Za-z0-9 .,()+/-]*[A-Za-z0-9.)]$/.test(text) && !/^(?:yes|no|on|off|true|false|null|y|n)$/i.test(text)) return text;
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * The edits that put `co2_eq_emissions` into a card's front matter: the key's value if the key is there, else the key after
 * the last, else a whole front matter. Nothing else is touched: comments, order, quotes, line breaks.
 *
 * @throws {InputError} Where the key cannot be written without changing another.
 */
export function co2Edits(text: string, frontMatter: FrontMatter | NoFrontMatter, emissions: Co2Emissions): readonly Edit[] {
  const entries = entriesOf(emissions);
  if (!('yamlEnd' in frontMatter)) return [{ start: frontMatter.at, end: frontMatter.at, text: wholeBlock(text, entries) }];
  const edits = frontMatter.map?.flow === true ? flowEdits(frontMatter, entries) : blockEdits(text, frontMatter, entries);
  check(text, frontMatter, applyEdits(text, edits), emissions);
  return edits;
}

function wholeBlock(text: string, entries: readonly Entry[]): string {
  return ['---', `${co2Key}:`, ...nested(entries, ''), '---', '', ''].join(newLineBreak(text));
}

/** The lines of the value, with the comments that its keys have. Those of keys that are gone come last, on lines of their own. */
function nested(entries: readonly Entry[], indent: string, comments?: Comments): readonly string[] {
  const lines = entries.flatMap(([key, value]) => {
    const { above = [], behind } = comments?.of.get(key) ?? {};
    return [...above, `${indent}  ${key}: ${value}${behind === undefined ? '' : ` ${behind}`}`];
  });
  const orphans = [...(comments?.of ?? [])].filter(([key]) => !entries.some(([kept]) => kept === key));
  return [...lines, ...orphans.flatMap(([, { above, behind }]) => [...above, ...(behind === undefined ? [] : [`${indent}  ${behind}`])])];
}

function blockEdits(text: string, frontMatter: FrontMatter, entries: readonly Entry[]): readonly Edit[] {
  const { start, yamlEnd, map, lineBreak } = frontMatter;
  const pair = pairIn(map);
  const first = map === undefined ? undefined : rangeOf(map.items[0]?.key);
  const indent = first === undefined ? '' : blanksAtEnd(text.slice(start, start + first[0]));
  if (pair === undefined) {
    const lines = [`${indent}${co2Key}:`, ...nested(entries, indent)];
    const above = placeAboveText(text, frontMatter);
    if (above !== undefined) {
      const breakBefore = lineBreakBefore(text, above) ?? lineBreak;
      return [{ start: above, end: above, text: lines.map((line) => line + breakBefore).join('') }];
    }
    // Before the fence's own line break: a block of text that keeps its empty lines would else get one more.
    const isOnLine = yamlEnd > start && !/[\r\n]/.test(text.charAt(yamlEnd - 1));
    const own = lineBreakAt(text, yamlEnd) ?? lineBreak;
    return [{ start: yamlEnd, end: yamlEnd, text: lines.map((line) => (isOnLine ? own + line : line + own)).join('') }];
  }
  const colon = start + text.slice(start).indexOf(':', rangeOf(pair.key)?.[1] ?? 0) + 1;
  const keyLine = lineEnd(text, colon);
  const ownBreak = lineBreakAt(text, keyLine) ?? lineBreak;
  const value = rangeOf(pair.value);
  const from = value === undefined ? colon : start + value[0];
  const isBelow = from > keyLine;
  // Lines above the first key stay as they are where that key stays first.
  const isFirst = isMap(pair.value) && isScalar(pair.value.items[0]?.key) && pair.value.items[0].key.value === entries[0]?.[0];
  const begin = !isBelow ? from : isMap(pair.value) && !isFirst ? keyLine + ownBreak.length : beginOfLine(text, from);
  const until = Math.max(colon, value === undefined ? colon : trimmedEnd(text, start + value[1]));
  const comments = isMap(pair.value)
    ? commentsIn(text, start, pair.value, begin)
    : isSeq(pair.value)
      ? commentsInList(text, start, pair.value, `${indent}  `)
      : isBelow
        ? commentBehind(text, until)
        : undefined;
  const lines = nested(entries, indent, comments).join(ownBreak);
  // A value below its key: what is on the key's line and between the two stays.
  if (isBelow && until > keyLine) return [{ start: begin, end: Math.max(until, comments?.end ?? until), text: lines }];
  const end = lineEnd(text, until);
  return [
    { start: colon, end: until, text: '' },
    { start: end, end, text: ownBreak + lines },
  ];
}

/**
 * Above the last key, where its text runs to the fence: PyYAML reads no line break at the end of such a text, and a key
 * behind it would add one. Nothing where the text has none anyway (`|-`), or ends before.
 */
function placeAboveText(text: string, { start, yamlEnd, map }: FrontMatter): number | undefined {
  const block = rangeOf(lastTextBlock(map));
  const key = rangeOf(map?.items.at(-1)?.key);
  if (block === undefined || key === undefined || /[\r\n]/.test(text.charAt(yamlEnd - 1)) || start + block[1] < yamlEnd) return undefined;
  if (/^[|>]\d?-/.test(text.slice(start + block[0], start + block[0] + 3))) return undefined;
  // With the comments that stand directly above the key.
  const before = rangeOf(map?.items.at(-2)?.value) ?? rangeOf(map?.items.at(-2)?.key);
  const floor = before === undefined ? start : start + before[1];
  let place = beginOfLine(text, start + key[0]);
  while (place > floor) {
    const line = beginOfLine(text, place - (lineBreakBefore(text, place)?.length ?? 1));
    if (line < floor || !/^[ ]*#/.test(text.slice(line, place))) break;
    place = line;
  }
  return place;
}

/** A mapping in braces, as JSON has it. */
function flowEdits({ start, map }: FrontMatter, entries: readonly Entry[]): readonly Edit[] {
  const value = `{ ${entries.map(([key, text]) => `"${key}": ${text.startsWith('"') || key === 'emissions' ? text : JSON.stringify(text)}`).join(', ')} }`;
  const pair = pairIn(map);
  const old = rangeOf(pair?.value);
  if (old !== undefined) return [{ start: start + old[0], end: start + old[1], text: value }];
  const last = map?.items.at(-1);
  const behind = rangeOf(last?.value) ?? rangeOf(last?.key);
  const at = start + (behind?.[1] ?? (rangeOf(map)?.[0] ?? 0) + 1);
  return [{ start: at, end: at, text: `${behind === undefined ? ' ' : ', '}"${co2Key}": ${value}${behind === undefined ? ' ' : ''}` }];
}

function pairIn(map: YAMLMap | undefined): Pair | undefined {
  return map?.items.find(({ key }) => isScalar(key) && key.value === co2Key);
}

/** Start, end of the value, and end with what belongs to it; offsets in the YAML. */
function rangeOf(node: unknown): readonly [number, number, number] | undefined {
  const range = node !== null && typeof node === 'object' && 'range' in node ? node.range : undefined;
  if (!Array.isArray(range)) return undefined;
  const [from, to, all] = range as [number, number, number];
  // A mapping's range takes in the line break behind it, and comments below.
  return isMap(node) && !node.flow ? [from, lastValueEnd(node) ?? to, all] : [from, to, all];
}

function lastValueEnd(map: YAMLMap): number | undefined {
  const last = map.items.at(-1);
  return (rangeOf(last?.value) ?? rangeOf(last?.key))?.[1];
}

function trimmedEnd(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

function beginOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

/** Reads the result as the Hub does, and refuses it unless this key is as meant and all others are as before. */
function check(before: string, { start, map, values }: FrontMatter, after: string, { grams }: Co2Emissions): void {
  const key = rangeOf(pairIn(map)?.key);
  const refusal = (): InputError =>
    new InputError([{ ...messages.frontMatterTangled(co2Key), ...positionAt(before, start + (key?.[0] ?? 0)) }]);
  let now: Readonly<Record<string, unknown>>;
  try {
    const read = readFrontMatter(after);
    if (!('yamlEnd' in read)) throw refusal();
    now = read.values;
  } catch (error) {
    throw error instanceof InputError ? refusal() : error;
  }
  const { [co2Key]: written, ...others } = now;
  const { [co2Key]: _, ...othersBefore } = values;
  const emissions = written !== null && typeof written === 'object' && 'emissions' in written ? written.emissions : undefined;
  if (emissions !== Number(plainDecimal(grams, digits)) || !isSameValue(others, othersBefore)) throw refusal();
}

function blanksAtEnd(text: string): string {
  let from = text.length;
  while (text[from - 1] === ' ') from -= 1;
  return text.slice(from);
}
