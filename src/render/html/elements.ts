import type { Comment, Element, ElementContent, Root, RootContent } from 'hast';

export type Properties = NonNullable<Element['properties']>;

export function element(tagName: string, properties: Properties, children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}

export function isElement(node: ElementContent, tagName: string): boolean {
  return node.type === 'element' && node.tagName === tagName;
}

export function contentOf(node: Root | RootContent): ElementContent[] {
  const isContent = (child: RootContent): child is Exclude<ElementContent, Comment> => child.type === 'element' || child.type === 'text';
  if (node.type === 'root') return node.children.filter(isContent);
  return isContent(node) ? [node] : [];
}

export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}
