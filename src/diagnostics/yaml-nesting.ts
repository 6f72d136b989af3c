import { Lexer } from 'yaml';
import { grouped } from '../units/format.js';

/** Lists and mappings inside each other on one line; published front matter has 6. The parser calls itself for each. */
const maxNesting = 100;

/** What the lexer gives before each text. */
const textFollows = '\u001f';

/** Brackets, and `- - -` or `? ? ?`: each opens a list or a mapping inside the one before. */
const openers = /[[{]|(?<=\s|^)[-?](?=\s)/g;

export interface Nesting {
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
}

/**
 * The first place where YAML nests deeper than its parser can follow. The lexer alone takes little time, and is not run where
 * the text has too few signs that nest.
 */
export function nestingIn(source: string): Nesting | undefined {
  if (!hasMany(source)) return undefined;
  let [offset, brackets, signs, isText] = [0, 0, 0, false];
  for (const token of new Lexer().lex(source)) {
    // Signs of the lexer's own are no part of the text.
    if (source.startsWith(token, offset)) {
      if (!isText && (token === '[' || token === '{')) brackets += 1;
      if (!isText && (token === ']' || token === '}')) brackets = Math.max(0, brackets - 1);
      if (!isText && (token === '-' || token === '?')) signs += 1;
      if (token.includes('\n')) signs = 0;
      if (brackets > maxNesting || signs > maxNesting) return nestingAt(offset);
      offset += token.length;
    }
    isText = token === textFollows;
  }
  return undefined;
}

function hasMany(source: string): boolean {
  let found = 0;
  for (const _ of source.matchAll(openers)) if (++found > maxNesting) return true;
  return false;
}

function nestingAt(start: number): Nesting {
  return { start, end: start + 1, sentence: `More than ${grouped(maxNesting, 0)} lists and mappings are inside each other.` };
}
