import type { Element, ElementContent } from 'hast';
import { contentOf, element, type Properties } from './elements.js';

/** A chart in the page: its SVG as `inlineSvg` gives it, and its alt text. */
export interface InlineChart {
  readonly svg: string;
  readonly alt: string;
}

type Figure = (id: string, caption: readonly ElementContent[]) => Element | undefined;

/** The figures of a document on paper, by chart. A chart is parsed where the document shows it, once. */
export async function printFigures(charts: ReadonlyMap<string, InlineChart>): Promise<Figure> {
  const parse = await svgParser();
  const parsed = new Map<string, ElementContent[]>();
  return (id, caption) => {
    const chart = charts.get(id);
    if (chart === undefined) return undefined;
    const svg = parsed.get(id) ?? parse(chart.svg);
    parsed.set(id, svg);
    return figure(id, [...svg.flatMap((part) => graphic(part, chart.alt)), ...caption]);
  };
}

/** To a screen reader the SVG is the figure; the element around it would be a second one, without words. */
export function figure(id: string, children: ElementContent[]): Element {
  return element('figure', { id: `chart-${id}`, role: 'none' }, children);
}

/** SVG as elements, as a browser reads it. */
export async function svgParser(): Promise<(svg: string) => ElementContent[]> {
  // Loaded here and not above: commands that render nothing don't pay for it.
  const { raw } = await import('hast-util-raw');
  return (svg) => contentOf(raw({ type: 'root', children: [{ type: 'raw', value: svg }] }));
}

/** What else becomes of an element of a chart. */
export type Finish = (kept: Element, source: Element) => Element;

const unchanged: Finish = (kept) => kept;

/**
 * An SVG as one picture with one description: the roles and labels that Vega writes on every mark would be read out one by one,
 * and a style of its own would change the fonts of the whole page.
 */
export function graphic(node: ElementContent, alt: string | undefined, finish = unchanged): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element' || ['script', 'style', 'foreignObject', 'image', 'a', 'title', 'desc'].includes(node.tagName)) return [];
  const properties: Properties = {};
  for (const [name, value] of Object.entries(node.properties)) {
    const isSpoken = name === 'role' || name.startsWith('aria');
    const isActive = name.startsWith('on') || name === 'href' || name === 'xLinkHref';
    if (!isSpoken && !isActive) properties[name] = value;
  }
  if (alt !== undefined) Object.assign(properties, { role: 'img', ariaLabel: alt });
  return [finish({ ...node, properties, children: node.children.flatMap((child) => graphic(child, undefined, finish)) }, node)];
}
