import type { Comment, Element, ElementContent, Root, RootContent } from 'hast';
import type { RootContent as MdastContent } from 'mdast';
import type { DocumentSection, ReportDocument } from './document.js';
import { type FontFace, type FontLibrary, textFamilies } from './fonts.js';
import { noBreak } from './no-break.js';

/** A chart in the page: its SVG as `inlineSvg` gives it, and its alt text. */
export interface InlineChart {
  readonly svg: string;
  readonly alt: string;
}

export interface HtmlParts {
  /** By chart id: what replaces an image with the URL `charts/<id>.png`. */
  readonly charts: ReadonlyMap<string, InlineChart>;
  readonly fonts: FontLibrary;
  /** The text of `templates/report.css`. */
  readonly styleSheet: string;
}

/**
 * A report as one HTML file that needs nothing beside it: fonts, charts and style are inside, no script, nothing remote.
 * The same file is what the PDF is printed from.
 */
export async function renderHtml(document: ReportDocument, parts: HtmlParts): Promise<string> {
  // Loaded here and not above: commands that render nothing don't pay for them.
  const { toHtml } = await import('hast-util-to-html');
  const sections = await Promise.all(document.sections.map((section) => sectionElement(section, parts.charts)));
  const main = element('main', {}, sections);
  const faces = await parts.fonts.facesFor(`${document.title}${textOf(main)}`);
  const head = element('head', {}, [
    element('meta', { charSet: 'utf-8' }),
    // Said before anything is read: nothing from elsewhere, no script, whatever the rest of the page holds.
    element('meta', {
      httpEquiv: ['Content-Security-Policy'],
      content: "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:",
    }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, [{ type: 'text', value: oneLine(document.title) }]),
    ...document.authors.map((author) => element('meta', { name: 'author', content: oneLine(author) })),
    ...(document.date === undefined ? [] : [element('meta', { name: 'date', content: document.date })]),
    element('meta', { name: 'generator', content: 'carboncard' }),
    style(faces.map(fontFaceRule).join('\n')),
    style(`${familyRule(faces)}\n${parts.styleSheet}\n${pageRules(document)}`),
  ]);
  const page: Root = {
    type: 'root',
    children: [{ type: 'doctype' }, element('html', { lang: document.language }, [head, element('body', {}, [main])])],
  };
  return `${toHtml(page)}\n`;
}

type Properties = NonNullable<Element['properties']>;

function element(tagName: string, properties: Properties, children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}

function style(css: string): Element {
  // A style sheet is not escaped in HTML: only `</` can end it early.
  return element('style', {}, [{ type: 'text', value: css.replace(/<\//g, '<\\/') }]);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const codeFamily = 'IBM Plex Mono';

/** The families of text and of code, with no generic one at the end: that would be a font of the machine. */
function familyRule(faces: readonly FontFace[]): string {
  const text = [...new Set([...textFamilies, ...faces.map(({ family }) => family)])].filter((family) => family !== codeFamily);
  const list = (families: readonly string[]): string => families.map(cssString).join(', ');
  return `:root { --text: ${list(text)}; --mono: ${list([codeFamily, ...text])}; }`;
}

function fontFaceRule(face: FontFace): string {
  const data = Buffer.from(face.data.buffer, face.data.byteOffset, face.data.byteLength).toString('base64');
  const type = face.format === 'woff2' ? 'font/woff2' : 'font/ttf';
  const range = face.unicodeRange === undefined ? '' : ` unicode-range: ${face.unicodeRange};`;
  return `@font-face { font-family: ${cssString(face.family)}; font-weight: ${face.weight}; font-style: ${face.style};${range} src: url(data:${type};base64,${data}) format('${face.format}'); }`;
}

/** Characters of a running title; longer names are cut, since a margin box would wrap into the text. */
const runningTitleWidth = 72;

/** Paper, and the foot of each page, which only CSS can fill. */
function pageRules(document: ReportDocument): string {
  const size = document.paper === 'letter' ? 'letter' : 'A4';
  return [
    `@page { size: ${size}; @bottom-left { content: ${cssString(runningTitle(oneLine(document.title)))}; } }`,
    '@page :first { @bottom-left { content: none; } }',
  ].join('\n');
}

/** Cut to what fits beside the page number; a character of Chinese is as wide as two of Latin. */
function runningTitle(title: string): string {
  let width = 0;
  let kept = '';
  for (const character of title) {
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f000}-\u{3fffd}]/u.test(character) ? 2 : 1;
    if (width > runningTitleWidth) return `${kept.trimEnd()}…`;
    kept += character;
  }
  return kept;
}

/** A text as CSS takes it, everything but letters, digits and spaces written as a code point; the space that ends one is part of it. */
function cssString(text: string): string {
  return `"${[...text].map((c) => (/[\p{L}\p{N} ]/u.test(c) ? c : `\\${(c.codePointAt(0) ?? 0).toString(16)} `)).join('')}"`;
}

async function sectionElement(section: DocumentSection, charts: ReadonlyMap<string, InlineChart>): Promise<Element> {
  const [{ toHast }, { raw }] = await Promise.all([import('mdast-util-to-hast'), import('hast-util-raw')]);
  const tree = toHast(
    { type: 'root', children: section.tree.children.map(typeset) },
    { allowDangerousHtml: true, clobberPrefix: `${section.id}-` },
  );
  // Templates may hold HTML; it is parsed here as a browser would, and then goes through the same sieve as the rest.
  const parsed = raw(tree);
  const svgs = new Map<string, ElementContent[]>();
  for (const [id, chart] of charts) svgs.set(id, contentOf(raw({ type: 'root', children: [{ type: 'raw', value: chart.svg }] })));
  const children = contentOf(parsed).flatMap((node) => kept(node, { charts, svgs, head: false }));
  return element('section', { id: section.id, className: [section.id] }, children);
}

const han = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}、。，：；！？（）]';
const wrappedHan = new RegExp(`(?<=${han})\\n(?=${han})`, 'gu');

/**
 * Text as it is set: no space where the source wrapped a line between Chinese characters, and no line end inside a figure.
 */
function typeset(node: MdastContent): MdastContent {
  if (node.type === 'text') return { ...node, value: noBreak(node.value.replace(wrappedHan, '')) };
  return 'children' in node ? ({ ...node, children: node.children.map((child) => typeset(child)) } as MdastContent) : node;
}

function contentOf(node: Root | RootContent): ElementContent[] {
  const isContent = (child: RootContent): child is Exclude<ElementContent, Comment> => child.type === 'element' || child.type === 'text';
  if (node.type === 'root') return node.children.filter(isContent);
  return isContent(node) ? [node] : [];
}

interface Place {
  readonly charts: ReadonlyMap<string, InlineChart>;
  readonly svgs: ReadonlyMap<string, ElementContent[]>;
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

function kept(node: ElementContent, place: Place): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element' || withoutText.has(node.tagName)) return [];
  if (node.tagName === 'img') return image(node, place);
  const inside = node.tagName === 'thead' ? { ...place, head: true } : place;
  const children = node.children.flatMap((child) => kept(child, inside));
  if (!tags.has(node.tagName)) return children;
  if (node.tagName === 'p' && children.some((child) => isElement(child, 'figure'))) return apart(children);
  return [{ ...node, properties: propertiesOf(node, place), children }];
}

function isElement(node: ElementContent, tagName: string): boolean {
  return node.type === 'element' && node.tagName === tagName;
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

function image(node: Element, { charts, svgs }: Place): ElementContent[] {
  const { src, alt, title } = node.properties;
  const id = typeof src === 'string' ? /^(?:\.\/)?charts\/([\w-]+)\.png$/.exec(src)?.[1] : undefined;
  const chart = id === undefined ? undefined : charts.get(id);
  const content = id === undefined ? undefined : svgs.get(id);
  if (chart === undefined || content === undefined) return typeof alt === 'string' && alt !== '' ? [{ type: 'text', value: alt }] : [];
  const caption = typeof title === 'string' && title !== '' ? [element('figcaption', {}, [{ type: 'text', value: title }])] : [];
  const graphics = content.flatMap((part) => graphic(part, chart.alt));
  // To a screen reader the SVG is the figure; the element around it would be a second one, without words.
  return [element('figure', { id: `chart-${id}`, role: 'none' }, [...graphics, ...caption])];
}

/**
 * An SVG as one picture with one description: the roles and labels that Vega writes on every mark would be read out one by one,
 * and a style of its own would change the fonts of the whole page.
 */
function graphic(node: ElementContent, alt: string | undefined): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element' || ['script', 'style', 'foreignObject', 'image', 'a', 'title', 'desc'].includes(node.tagName)) return [];
  const properties: Properties = {};
  for (const [name, value] of Object.entries(node.properties)) {
    const isSpoken = name === 'role' || name.startsWith('aria');
    const isActive = name.startsWith('on') || name === 'href' || name === 'xLinkHref';
    if (!isSpoken && !isActive) properties[name] = value;
  }
  if (alt !== undefined) Object.assign(properties, { role: 'img', ariaLabel: alt });
  return [{ ...node, properties, children: node.children.flatMap((child) => graphic(child, undefined)) }];
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}
