import type { Element, ElementContent, Root } from 'hast';
import { version } from '../../assessment/version.js';
import type { ChartContent } from '../../charts/chart.js';
import { chartsIn, type ReportDocument } from '../document.js';
import { type FontFace, type FontLibrary, needsGlyph } from '../fonts.js';
import { screenWords } from '../messages.js';
import { contentsOf } from './contents.js';
import { element, isElement, textOf } from './elements.js';
import { embeddedFaces } from './embedded-faces.js';
import { familyRule, isCodeFace, pageHead, style } from './head.js';
import { oneLine, pageRules } from './page-rules.js';
import { darkRule, screenFigures } from './screen-figure.js';
import { withScreenTables } from './screen-tables.js';
import { sectionsWith } from './sections.js';

export interface ScreenParts {
  readonly charts: readonly ChartContent[];
  readonly fonts: FontLibrary;
  /** The texts of `templates/report.css`, for paper, and of the sheets for a screen. */
  readonly styleSheet: string;
  readonly screenSheet: string;
  /** Files in the same folder, with what a link to each is called. */
  readonly beside: readonly (readonly [file: string, name: string])[];
}

/**
 * A report as a page for a screen, in one file that needs nothing beside it: fonts, charts and style are inside, no script, nothing
 * remote. Printed, it looks as the PDF does.
 */
export async function renderScreenPage(document: ReportDocument, parts: ScreenParts): Promise<string> {
  // Loaded here and not above: commands that render nothing don't pay for them.
  const { toHtml } = await import('hast-util-to-html');
  const shown = chartsIn(document);
  const charts = parts.charts.filter(({ id }) => shown.has(id));
  const sectionOf = await sectionsWith(await screenFigures(charts, parts.fonts));
  const sections = document.sections.map((section) => withScreenTables(sectionOf(section)));
  const body = element('body', {}, [element('main', {}, mainOf(document, sections)), footer(parts.beside)]);
  const faces = await parts.fonts.facesFor(textOf(body));
  const head = pageHead(document, [
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    style((await embeddedIn(body, faces)).join('\n')),
    style(familyRule(faces, ['sans-serif'])),
    style(`${parts.screenSheet}\n${darkRule()}`, 'screen'),
    style(`${parts.styleSheet}\n${pageRules(document)}\n${paperRule}`, 'print'),
  ]);
  const page: Root = {
    type: 'root',
    children: [{ type: 'doctype' }, element('html', { lang: document.language }, [head, body])],
  };
  return `${toHtml(page)}\n`;
}

/** What only a screen has; and heads of rows, which report.css does not know. */
const paperRule =
  'nav, footer, .narrow, .facts { display: none; } tbody th { font-weight: 400; vertical-align: baseline; } ' +
  'tbody tr:last-child th { border-bottom: 0.75pt solid var(--strong-rule); }';

/** The sections below a title, with the contents after the first. */
function mainOf(document: ReportDocument, sections: readonly Element[]): ElementContent[] {
  const [first, ...rest] = sections;
  const hasTitle = sections.some(({ children }) => children.some((child) => isElement(child, 'h1')));
  const contents = contentsOf(rest);
  return [
    ...(hasTitle ? [] : [element('h1', {}, [{ type: 'text', value: oneLine(document.title) }])]),
    ...(first === undefined ? [] : [first]),
    ...(contents === undefined ? [] : [contents]),
    ...rest,
  ];
}

function footer(beside: ScreenParts['beside']): Element {
  const links = beside.flatMap(([file, name], index): ElementContent[] => [
    { type: 'text', value: index === 0 ? ' ' : ' · ' },
    element('a', { href: file }, [{ type: 'text', value: name }]),
  ]);
  const files = links.length === 0 ? [] : [element('p', {}, [{ type: 'text', value: screenWords.beside }, ...links])];
  return element('footer', {}, [...files, element('p', {}, [{ type: 'text', value: screenWords.madeBy(version) }])]);
}

/** Fonts with the glyphs of the page: upright text in both weights, code and italics with what is set in them. */
async function embeddedIn(body: Element, faces: readonly FontFace[]): Promise<readonly string[]> {
  const all = [...new Set(textOf(body))].filter(needsGlyph).join('');
  const code = textIn(body, ['code', 'pre', 'kbd', 'samp']);
  const slanted = textIn(body, ['em', 'i', 'cite']);
  const rules: string[] = [];
  for (const weight of [400, 600] as const) {
    const own = faces.filter((face) => face.weight === weight && !isCodeFace(face));
    const italic = own.filter((face) => face.style === 'italic');
    rules.push(
      ...(await embeddedFaces(
        own.filter((face) => face.style === 'normal'),
        all,
      )),
    );
    if (weight === 400) rules.push(...(await embeddedFaces(italic, slanted)));
  }
  return [...rules, ...(await embeddedFaces(faces.filter(isCodeFace), code))];
}

/** The text inside elements of these names. */
function textIn(node: ElementContent, names: readonly string[]): string {
  if (node.type !== 'element') return '';
  return names.includes(node.tagName) ? textOf(node) : node.children.map((child) => textIn(child, names)).join('');
}
