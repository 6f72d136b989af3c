import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { visit } from 'unist-util-visit';
import { plain } from '../units/format.js';
import { noBreak } from './no-break.js';

/**
 * A tree as GitHub-flavoured Markdown, whose figures stay on one line. Text for programs and for those who do not see
 * the page (code, alt texts) has ordinary blanks.
 *
 * Tables are not padded: a changed number changes one line.
 */
export function renderMarkdown(tree: Root): string {
  visit(tree, (node) => {
    if (node.type === 'text') node.value = noBreak(node.value);
    if (node.type === 'code' || node.type === 'inlineCode') node.value = plain(node.value);
    if (node.type === 'image') node.alt = plain(node.alt ?? '');
  });
  return toMarkdown(tree, {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    incrementListMarker: true,
    listItemIndent: 'one',
    resourceLink: true,
    // The Hub and GitHub read dollars as mathematics, which Markdown itself does not.
    unsafe: [{ character: '$', inConstruct: 'phrasing' }],
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  });
}
