import { Lexer } from 'yaml';
import type { Message } from '../diagnostics/message.js';
import { messages } from './messages.js';
import { linesFrom, maxSameLines, RepeatedLines } from './repeated-lines.js';

/** Lists and mappings inside each other; published front matter has 6. The parser calls itself for each. */
const maxNesting = 100;
/** Words and signs of one line: a list in brackets with some thousand entries. */
const maxTokens = 20_000;

/** What the lexer gives before each text. */
const textFollows = '\u001f';

/** What is beyond a ceiling, and its offset in the YAML. */
export interface Beyond {
  readonly message: Message;
  readonly offset: number;
}

/**
 * The first place where front matter is nested or repeated beyond what its parser reads in reasonable time; never for its
 * size. The lexer alone takes little time, and stops there.
 */
export function beyondCeilings(source: string): Beyond | undefined {
  const repeated = new RepeatedLines();
  for (const { line, at } of linesFrom(source, 0)) {
    const first = repeated.firstOf(line, at);
    if (first !== undefined) return { message: messages.frontMatterSameLines(maxSameLines), offset: first };
  }
  let [offset, tokens, brackets, openers, isText] = [0, 0, 0, 0, false];
  for (const token of new Lexer().lex(source)) {
    // Signs of the lexer's own are no part of the text.
    if (source.startsWith(token, offset)) {
      if (!isText && (token === '[' || token === '{')) brackets += 1;
      if (!isText && (token === ']' || token === '}')) brackets = Math.max(0, brackets - 1);
      // `- - -`, `? ? ?`: each opens a list or a mapping inside the one before.
      if (!isText && (token === '-' || token === '?')) openers += 1;
      tokens += 1;
      if (token.includes('\n')) [tokens, openers] = [0, 0];
      if (brackets > maxNesting || openers > maxNesting) return { message: messages.frontMatterNested(maxNesting), offset };
      if (tokens > maxTokens) return { message: messages.frontMatterLongLine(maxTokens), offset };
      offset += token.length;
    }
    isText = token === textFollows;
  }
  return undefined;
}
