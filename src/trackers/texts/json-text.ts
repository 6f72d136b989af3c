import type { Report } from '../../diagnostics/report.js';
import { fatal } from '../log-report.js';
import { messages } from '../messages.js';
import type { LogText } from '../tracker.js';

/** Characters of a text that can only be read whole. */
const maxText = 20_000_000;

/** A number of characters as text: `8 MB`. */
const megabytes = (characters: number): string => `${Math.round(characters / 1e6)} MB`;

/**
 * All of a text, for formats that can't be read in parts.
 *
 * @throws {InputError} Where it is longer than any such file should be.
 */
export async function wholeText(text: LogText, max = maxText): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of text) {
    length += piece.length;
    if (length > max) throw fatal(messages.tooLarge(megabytes(max)));
    pieces.push(piece);
  }
  return pieces.join('').replace(/^\uFEFF/, '');
}

/**
 * The value of a JSON text.
 *
 * @throws {InputError} With the line, where it can be told. The text is never quoted, since it may be private.
 */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw fatal(messages.notJson(), lineAt(text, faultIn(text, error instanceof Error ? error.message : '')));
  }
}

/** Where the fault is by the parser's message: at a position, in the text that it quotes, or at the end. */
function faultIn(text: string, message: string): number {
  const position = / at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const around = /, (?:\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message)?.[1];
  if (around === undefined || around === '') return text.length;
  const at = text.indexOf(around);
  return at < 0 || text.includes(around, at + 1) ? 0 : at + Math.floor(around.length / 2);
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** First and last line of each object in the list under a key of a JSON text. The text must be valid. */
export function itemLines(text: string, key: string): readonly (readonly [first: number, last: number])[] {
  let items: (readonly [number, number])[] = [];
  let [line, depth, first, name, isIn] = [1, 0, 1, '', false];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') line += 1;
    else if (character === '"') {
      const start = at + 1;
      for (at = start; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at += 1;
      if (depth === 1) name = text.slice(start, at);
    } else if (character === '{' || character === '[') {
      depth += 1;
      if (depth === 2) {
        isIn = name === key;
        // Of a duplicate key, JSON.parse takes the last.
        if (isIn) items = [];
      }
      if (depth === 3) first = line;
    } else if (character === '}' || character === ']') {
      if (depth === 3 && isIn) items.push([first, line]);
      depth -= 1;
    }
  }
  return items;
}

/** The value under a key of an object. `undefined` for null, and for what an object inherits. */
export function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key] ?? undefined;
}

const numeric = /^\s*[+-]?\d+(?:\.\d*)?(?:e[+-]?\d+)?\s*$/i;

/** A number that is 0 or greater. A number in quotes is reported and read, and an empty text is no value; everything else is reported. */
export function numberIn(written: unknown, name: string, report: Report): number | undefined {
  if (written === undefined || written === null || (typeof written === 'string' && written.trim() === '')) return undefined;
  const isQuoted = typeof written === 'string' && numeric.test(written);
  const value = isQuoted ? Number(written) : written;
  if (isQuoted) report(messages.quotedNumber(name));
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  if (typeof value === 'number') report(value < 0 ? messages.negative(name, value) : messages.notANumber(name, String(value)));
  else if (typeof value === 'string') report(messages.figureAsText(name, value));
  else report(messages.wrongShape(name, 'a number'));
  return undefined;
}
