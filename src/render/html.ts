import type { Root } from 'hast';
import type { ReportDocument } from './document.js';
import type { FontFace, FontLibrary } from './fonts.js';
import { element, textOf } from './html/elements.js';
import { type InlineChart, printFigures } from './html/figure.js';
import { familyRule, pageHead, style } from './html/head.js';
import { cssString, pageRules } from './html/page-rules.js';
import { sectionsWith } from './html/sections.js';

export type { InlineChart } from './html/figure.js';

export interface HtmlParts {
  /** By chart id: what replaces an image with the URL `charts/<id>.png`. */
  readonly charts: ReadonlyMap<string, InlineChart>;
  readonly fonts: FontLibrary;
  /** The text of `templates/report.css`. */
  readonly styleSheet: string;
}

/**
 * A report as the HTML that the PDF is printed from. It needs nothing beside it: fonts, charts and style are inside, no script,
 * nothing remote.
 */
export async function renderHtml(document: ReportDocument, parts: HtmlParts): Promise<string> {
  // Loaded here and not above: commands that render nothing don't pay for them.
  const { toHtml } = await import('hast-util-to-html');
  const sections = document.sections.map(await sectionsWith(await printFigures(parts.charts)));
  const main = element('main', {}, sections);
  const faces = await parts.fonts.facesFor(`${document.title}${textOf(main)}`);
  const head = pageHead(document, [
    style(faces.map(fontFaceRule).join('\n')),
    style(`${familyRule(faces)}\n${parts.styleSheet}\n${pageRules(document)}`),
  ]);
  const page: Root = {
    type: 'root',
    children: [{ type: 'doctype' }, element('html', { lang: document.language }, [head, element('body', {}, [main])])],
  };
  return `${toHtml(page)}\n`;
}

function fontFaceRule(face: FontFace): string {
  const data = Buffer.from(face.data.buffer, face.data.byteOffset, face.data.byteLength).toString('base64');
  const type = face.format === 'woff2' ? 'font/woff2' : 'font/ttf';
  const range = face.unicodeRange === undefined ? '' : ` unicode-range: ${face.unicodeRange};`;
  return `@font-face { font-family: ${cssString(face.family)}; font-weight: ${face.weight}; font-style: ${face.style};${range} src: url(data:${type};base64,${data}) format('${face.format}'); }`;
}
