import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** The Markdown of a card below its front matter. */
export interface Body {
  /** Where it begins in the card; offsets of the tree count from here. */
  readonly start: number;
  readonly text: string;
  readonly root: Root;
}

/** Parses a card's Markdown from an offset on. */
export function parseBody(card: string, start: number): Body {
  const text = card.slice(start);
  return { start, text, root: parser.parse(text) };
}
