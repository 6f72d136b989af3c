import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { checkCeilings } from './ceilings.js';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** The Markdown of a card below its front matter. */
export interface Body {
  /** Where it begins in the card; offsets of the tree count from here. */
  readonly start: number;
  readonly text: string;
  readonly root: Root;
}

/**
 * Parses a card's Markdown from an offset on.
 *
 * @throws {InputError} Where it is nested or repeated beyond what the parser can read in reasonable time.
 */
export function parseBody(card: string, start: number): Body {
  checkCeilings(card, start);
  const text = card.slice(start);
  // The parser skips a byte order mark at the beginning without counting it, so that all offsets would be one less.
  return { start, text, root: parser.parse(text.replace(/^\uFEFF/, '\u2060')) };
}
