import type { Element, ElementContent, Root } from 'hast';
import type { DocumentSection, ReportDocument } from './document.js';
import { type FontFace, type FontLibrary, textFamilies } from './fonts.js';
import { contentOf, element, textOf } from './html/elements.js';
import { cssString, oneLine, pageRules } from './html/page-rules.js';
import { type InlineChart, kept } from './html/sieve.js';
import { typeset } from './html/typeset.js';

export type { InlineChart } from './html/sieve.js';

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
  const sections = document.sections.map(await sectionsWith(parts.charts));
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

function style(css: string): Element {
  // A style sheet is not escaped in HTML: only `</` can end it early.
  return element('style', {}, [{ type: 'text', value: css.replace(/<\//g, '<\\/') }]);
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

/** What makes a section of a document that has these charts. A chart is parsed where a section shows it. */
async function sectionsWith(charts: ReadonlyMap<string, InlineChart>): Promise<(section: DocumentSection) => Element> {
  const [{ toHast }, { raw }] = await Promise.all([import('mdast-util-to-hast'), import('hast-util-raw')]);
  const svgs = new Map<string, ElementContent[]>();
  const svgOf = (id: string): readonly ElementContent[] => {
    const known = svgs.get(id) ?? contentOf(raw({ type: 'root', children: [{ type: 'raw', value: charts.get(id)?.svg ?? '' }] }));
    svgs.set(id, known);
    return known;
  };
  return ({ id, tree }) => {
    const unparsed = toHast({ type: 'root', children: tree.children.map(typeset) }, { allowDangerousHtml: true, clobberPrefix: `${id}-` });
    // Templates may hold HTML; it is parsed here as a browser would, and then goes through the same sieve as the rest.
    const children = contentOf(raw(unparsed)).flatMap((node) => kept(node, { charts, svgOf, head: false }));
    return element('section', { id, className: [id] }, children);
  };
}
