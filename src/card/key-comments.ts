import { isCollection, isMap, isScalar, Lexer, type YAMLMap, type YAMLSeq } from 'yaml';
import { lineEnd } from './edits.js';

/** Comments of a key in a mapping. */
export interface KeyComments {
  /** Lines above the key as they are, blank ones too. */
  readonly above: readonly string[];
  /** Behind its value: `# grams`. */
  readonly behind: string | undefined;
}

export interface Comments {
  readonly of: ReadonlyMap<string, KeyComments>;
  /** Where the last comment ends that is on the line of the last value; else where that value ends. */
  readonly end: number;
}

/**
 * The comments in a mapping, by key. A comment belongs to the key whose value it follows on the line, else to the key below it.
 *
 * @param text The card.
 * @param start Offset of the YAML in it.
 * @param from Where the lines above the first key begin.
 */
export function commentsIn(text: string, start: number, map: YAMLMap, from: number): Comments {
  const of = new Map<string, { above: readonly string[]; behind: string | undefined }>();
  let at = from;
  let last: { above: readonly string[]; behind: string | undefined } | undefined;
  for (const { key, value } of map.items) {
    const [keyStart, keyEnd] = rangeOf(key) ?? [0, 0];
    const gap = text.slice(at, start + keyStart);
    // What is on the line of the value before, or of the opening brace.
    const isInLine = last !== undefined || map.flow === true;
    const sameLine = isInLine ? text.slice(at, Math.min(lineEnd(text, at), start + keyStart)) : '';
    if (last !== undefined) last.behind = joined(last.behind, commentIn(sameLine));
    const opening = last === undefined ? commentIn(sameLine) : undefined;
    const range = rangeOf(value);
    const valueStart = range === undefined ? keyEnd : range[0];
    last = {
      above: wholeLines(gap.slice(sameLine.length), isInLine),
      // Between a key and a value on the next line.
      behind: [
        opening,
        commentIn(text.slice(start + keyEnd, start + valueStart)),
        headerComment(text.slice(start + valueStart), value),
        range === undefined ? undefined : innerComments(text.slice(start + valueStart, start + endOf(value, range)), value),
      ].reduce(joined),
    };
    of.set(isScalar(key) ? String(key.value) : '', last);
    at = range === undefined ? start + keyEnd : start + keyEnd + text.slice(start + keyEnd, start + endOf(value, range)).trimEnd().length;
  }
  const close = map.flow === true ? start + (rangeOf(map)?.[1] ?? 0) : at;
  if (last !== undefined && close > at) last.behind = joined(last.behind, commentIn(text.slice(at, close)));
  const end = lineEnd(text, at);
  const rest = text.slice(at, end);
  // In braces, what follows on the line may be another key of the mapping around.
  if (last === undefined || map.flow === true || !/^(?::\s*)?(?:#|$)/.test(rest.trimStart())) return { of, end: at };
  last.behind = joined(last.behind, commentIn(rest));
  return { of, end };
}

/** The comment behind a value that is no mapping: it is of the number. */
export function commentBehind(text: string, end: number): Comments {
  const behind = commentIn(text.slice(end, lineEnd(text, end)));
  return { of: new Map([['emissions', { above: [], behind }]]), end: behind === undefined ? end : lineEnd(text, end) };
}

/** The comments in a list, which stay below what is written in its place, each on a line of its own. */
export function commentsInList(text: string, start: number, list: YAMLSeq, indent: string): Comments {
  const [from, to] = rangeOf(list) ?? [0, 0];
  const end = start + endOf(list, [from, to]);
  const behind = commentIn(text.slice(end, lineEnd(text, end)));
  const above = [...commentTokens(text.slice(start + from, end)), ...(behind === undefined ? [] : [behind])].map((line) => indent + line);
  return { of: new Map([['', { above, behind: undefined }]]), end: behind === undefined ? end : lineEnd(text, end) };
}

/** The comments in a value that is a list or a mapping, on one line. */
function innerComments(text: string, value: unknown): string | undefined {
  return isCollection(value) ? commentTokens(text).reduce<string | undefined>(joined, undefined) : undefined;
}

function commentTokens(yaml: string): readonly string[] {
  const found: string[] = [];
  let isText = false;
  for (const token of new Lexer().lex(yaml)) {
    if (!isText && token.startsWith('#')) found.push(token.trimEnd());
    // The lexer's sign for a text that follows, which may begin with `#` in quotes.
    isText = token === '\u001f';
  }
  return found;
}

/** The comment behind the sign of a block of text, `| # as in the paper`. */
function headerComment(text: string, value: unknown): string | undefined {
  if (!isScalar(value) || !String(value.type).startsWith('BLOCK')) return undefined;
  return commentIn(text.slice(0, lineEnd(text, 0)));
}

/** All comments in a stretch without values, on one line. */
function commentIn(gap: string): string | undefined {
  const comments = gap.split(/\r\n|\r|\n/).flatMap((line) => (line.includes('#') ? [line.slice(line.indexOf('#')).trimEnd()] : []));
  return comments.length === 0 ? undefined : comments.join(' ');
}

function joined(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || other === undefined ? (one ?? other) : `${one} ${other}`;
}

/** The lines of a gap that ends in front of a key. @param isBehind Whether the gap begins in a line that has a value. */
function wholeLines(gap: string, isBehind: boolean): readonly string[] {
  const lines = gap.split(/\r\n|\r|\n/);
  return lines.slice(isBehind ? 1 : 0, -1);
}

/** Start and end of a node; the end of a mapping is that of its last value. */
function rangeOf(node: unknown): readonly [number, number] | undefined {
  const range = node !== null && typeof node === 'object' && 'range' in node ? node.range : undefined;
  if (!Array.isArray(range)) return undefined;
  const [from, to] = range as [number, number];
  return [from, to];
}

function endOf(node: unknown, range: readonly [number, number]): number {
  if (!isCollection(node) || node.flow === true) return range[1];
  if (!isMap(node)) {
    const item = node.items.at(-1);
    const inner = rangeOf(item);
    return inner === undefined ? range[1] : endOf(item, inner);
  }
  const last = node.items.at(-1);
  const [value, key] = [rangeOf(last?.value), rangeOf(last?.key)];
  return value === undefined ? (key?.[1] ?? range[1]) : endOf(last?.value, value);
}
