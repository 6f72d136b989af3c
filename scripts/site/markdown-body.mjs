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
  visit(body, (node, at, parent) => {
    if (node.type === 'comment') {
      parent.children.splice(at, 1);
      return at;
    }
    if (node.type !== 'element') return undefined;
    if (/^h[1-6]$/.test(node.tagName)) node.properties.id = slugger.slug(textOf(node));
    if (node.tagName === 'img') node.properties.src = linkOf(node.properties.src) ?? node.properties.src;
    // A head without a word heads nothing: the corner of a table.
    if (node.tagName === 'th' && textOf(node).trim() === '') node.tagName = 'td';
    // The box of a checklist, which nobody can tick here.
    if (node.tagName === 'input') parent.children[at] = { type: 'text', value: node.properties.checked ? '☑' : '☐' };
    if (node.tagName === 'pre') node.properties.tabIndex = 0;
    if (node.tagName === 'a' && typeof node.properties.href === 'string') return linked(node, at, parent, linkOf);
    return node.tagName === 'table' ? framed(node, at, parent) : undefined;
  });
  return body.children;
}

function linked(node, at, parent, linkOf) {
  const href = linkOf(node.properties.href);
  if (href !== undefined) {
    node.properties.href = href;
    return undefined;
  }
  parent.children.splice(at, 1, ...node.children);
  return at;
}

/** A table in a frame that scrolls, which the keyboard reaches. */
function framed(node, at, parent) {
  parent.children[at] = { type: 'element', tagName: 'div', properties: { className: ['table'], tabIndex: 0 }, children: [node] };
  return undefined;
}
