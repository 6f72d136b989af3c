import { grouped } from '../units/format.js';

/** Characters of a text that repeat one pattern, more than any that a person or a tool writes. */
const maxRepeated = 8192;
/** Characters that are looked at in each stretch of the text: the longest pattern that is found is a quarter of them. */
const window = 2048;
/** A run longer than the limit has a whole window that begins at a multiple of this. */
const stride = maxRepeated - window;
/** Characters of a pattern that a sentence quotes. */
const maxQuoted = 20;
/** Words with single blanks between them: a text, which no parser needs long for. */
const words = /^(?! $)[\p{L}\p{N}]*(?: [\p{L}\p{N}]+)* ?$/u;

export interface Repetition {
  readonly start: number;
  readonly end: number;
  readonly pattern: string;
  /** As a sentence has it: `The text "[" is repeated 20,000 times.` */
  readonly sentence: string;
}

/**
 * The first run of one pattern that is longer than any in a text that means something, whether brackets, lines or blanks.
 * A parser of YAML needs a hundred times as long for some of them as for words.
 *
 * @example repetitionIn('['.repeat(20000))?.sentence //=> 'The text "[" is repeated 20,000 times.'
 * @example repetitionIn('- a\n'.repeat(2000)) //=> undefined
 */
export function repetitionIn(text: string): Repetition | undefined {
  for (let at = 0; at + window <= text.length; at += stride) {
    const period = periodOf(text.slice(at, at + window));
    if (period > window / 4) continue;
    let [start, end] = [at, at + window];
    while (start > 0 && text[start - 1] === text[start - 1 + period]) start -= 1;
    while (end < text.length && text[end] === text[end - period]) end += 1;
    if (end - start > maxRepeated && !words.test(text.slice(start, start + period))) return repetitionOf(text, start, end, period);
  }
  return undefined;
}

function repetitionOf(text: string, start: number, end: number, period: number): Repetition {
  const pattern = text.slice(start, start + period);
  const times = grouped(Math.floor((end - start) / period), 0);
  const what = period > maxQuoted ? `A text of ${period} characters` : `The text ${JSON.stringify(pattern)}`;
  return { start, end, pattern, sentence: `${what} is repeated ${times} times.` };
}

/** The length of the shortest text of which a text is a repetition, by the borders of its beginnings: as many steps as characters. */
function periodOf(text: string): number {
  const borders = new Uint16Array(text.length);
  let border = 0;
  for (let at = 1; at < text.length; at++) {
    while (border > 0 && text.charCodeAt(at) !== text.charCodeAt(border)) border = borders[border - 1] ?? 0;
    if (text.charCodeAt(at) === text.charCodeAt(border)) border += 1;
    borders[at] = border;
  }
  return text.length - border;
}
