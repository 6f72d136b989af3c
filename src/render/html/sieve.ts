import type { Element, ElementContent } from 'hast';
import { element, isElement, type Properties, textOf } from './elements.js';
import { oneLine, spaced } from './typeset.js';

export interface Place {
  /** A chart of the document by its id, with its caption; nothing where the document has no such chart. */
  readonly figureOf: (id: string, caption: readonly ElementContent[]) => Element | undefined;
  /** Inside a `thead`. */
  readonly head: boolean;
}

/** What a report is made of. Anything else gives up its tag and keeps its text, but for those that are no text. */
const tags = new Set(
  (
    'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ins kbd ' +
    'li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr'
  ).split(' '),
);
const withoutText = new Set(
  'applet audio base canvas embed frame frameset head iframe link math meta noscript object param script style svg template title video'.split(
    ' ',
  ),
);
const attributes = new Set('align className colSpan dateTime dir headers id lang open rowSpan scope span start title value'.split(' '));

/** Elements whose blanks are kept: the style sheet sets them as `pre-wrap`. */
const withBlanks = new Set('caption dd dt figcaption h1 h2 h3 h4 h5 h6 li p td th'.split(' '));

export function kept(node: ElementContent, place: Place): ElementContent[] {
  if (node.type === 'text') return oneLine(node.value);
  if (node.type !== 'element' || withoutText.has(node.tagName)) return [];
  if (node.tagName === 'img') return image(node, place);
  const inside = node.tagName === 'thead' ? { ...place, head: true } : place;
  const found = node.children.flatMap((child) => kept(child, inside));
  const children = withBlanks.has(node.tagName) ? spaced(found) : found;
  if (!tags.has(node.tagName)) return children;
  if (node.tagName === 'p' && children.some((child) => isElement(child, 'figure'))) return apart(children);
  return [{ ...node, properties: propertiesOf(node, place), children }];
}

/** A paragraph can't hold a figure: the figure comes out, and the text before and after it stays in paragraphs. */
function apart(children: readonly ElementContent[]): ElementContent[] {
  const parts: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = (): void => {
    if (textOf(element('p', {}, run)).trim() !== '') parts.push(element('p', {}, run));
    run = [];
  };
  for (const child of children) {
    if (!isElement(child, 'figure')) run.push(child);
    else {
      close();
      parts.push(child);
    }
  }
  close();
  return parts;
}

function propertiesOf(node: Element, place: Place): Properties {
  const properties: Properties = {};
  for (const [name, value] of Object.entries(node.properties)) if (attributes.has(name)) properties[name] = value;
  if (node.tagName === 'a') {
    const href = linkTarget(node.properties['href']);
    if (href !== undefined) properties['href'] = href;
  }
  if (node.tagName === 'th') properties['scope'] ??= place.head ? 'col' : 'row';
  // Closed, its text would be missing on paper.
  if (node.tagName === 'details') properties['open'] = true;
  return properties;
}

/** Only what a reader may be sent to: the web, a mailbox, a place in this document. */
function linkTarget(href: unknown): string | undefined {
  return typeof href === 'string' && /^(https?:\/\/|mailto:|#)/i.test(href) ? href : undefined;
}

function image(node: Element, { figureOf }: Place): ElementContent[] {
  const { src, alt, title } = node.properties;
  const id = typeof src === 'string' ? /^(?:\.\/)?charts\/([\w-]+)\.png$/.exec(src)?.[1] : undefined;
  const caption = typeof title === 'string' && title !== '' ? [element('figcaption', {}, [{ type: 'text', value: title }])] : [];
  const figure = id === undefined ? undefined : figureOf(id, caption);
  if (figure !== undefined) return [figure];
  return typeof alt === 'string' && alt !== '' ? [{ type: 'text', value: alt }] : [];
}
