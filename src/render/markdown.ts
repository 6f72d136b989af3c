import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { plain } from '../units/format.js';

/**
 * A tree as GitHub-flavoured Markdown, with ordinary blanks, so that text can be searched for.
 *
 * Tables are not padded: a changed number changes one line.
 */
export function renderMarkdown(tree: Root): string {
  return plain(
    toMarkdown(tree, {
      bullet: '-',
      emphasis: '_',
      rule: '-',
      incrementListMarker: true,
      listItemIndent: 'one',
      resourceLink: true,
      // The Hub and GitHub read dollars as mathematics, which Markdown itself does not.
      unsafe: [{ character: '$', inConstruct: 'phrasing' }],
      extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    }),
  );
}
