import type { Element, ElementContent, RootContent } from 'hast';

/** All elements below nodes, those of a name where one is given, in the order of the page. */
export function elementsIn(nodes: readonly (ElementContent | RootContent)[], name?: string): readonly Element[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    const below = elementsIn(node.children, name);
    return name === undefined || node.tagName === name ? [node, ...below] : below;
  });
}

/** The text of a node, as a reader sees it. */
export function textIn(node: ElementContent | RootContent | undefined): string {
  if (node === undefined) return '';
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textIn).join('') : '';
}
