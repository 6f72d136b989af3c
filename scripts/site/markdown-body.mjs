import GithubSlugger from 'github-slugger';
import { raw } from 'hast-util-raw';
import { toHast } from 'mdast-util-to-hast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/**
 * The body of a page from the tree of a Markdown file: headings have the ids that GitHub gives them, wide tables scroll by themselves, and
 * links lead where `linkOf` says. What has no place on the site keeps its text alone.
 */
export function markdownBody(tree, linkOf) {
  const slugger = new GithubSlugger();
  const body = raw(toHast(tree, { allowDangerousHtml: true, clobberPrefix: '' }));
  visit(body, 'element', (node, at, parent) => {
    if (/^h[1-6]$/.test(node.tagName)) node.properties.id = slugger.slug(textOf(node));
    if (node.tagName === 'a' && typeof node.properties.href === 'string') {
      const href = linkOf(node.properties.href);
      if (href === undefined) {
        parent.children.splice(at, 1, ...node.children);
        return at;
      }
      node.properties.href = href;
    }
    if (node.tagName === 'img') node.properties.src = linkOf(node.properties.src);
    if (node.tagName === 'pre') node.properties.tabIndex = 0;
    if (node.tagName === 'table' && parent.properties?.className?.[0] !== 'table') {
      parent.children[at] = { type: 'element', tagName: 'div', properties: { className: ['table'], tabIndex: 0 }, children: [node] };
    }
    return undefined;
  });
  return body.children;
}
