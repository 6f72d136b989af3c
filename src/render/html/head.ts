import type { Element } from 'hast';
import type { ReportDocument } from '../document.js';
import { type FontFace, textFamilies } from '../fonts.js';
import { element } from './elements.js';
import { cssString, oneLine } from './page-rules.js';

/** Nothing from elsewhere, no script, whatever a page holds. */
export const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/** What a page says of itself, before anything else of it is read. */
export function pageHead(document: ReportDocument, more: readonly Element[]): Element {
  return element('head', {}, [
    element('meta', { charSet: 'utf-8' }),
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: contentPolicy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, [{ type: 'text', value: oneLine(document.title) }]),
    ...document.authors.map((author) => element('meta', { name: 'author', content: oneLine(author) })),
    ...(document.date === undefined ? [] : [element('meta', { name: 'date', content: document.date })]),
    element('meta', { name: 'generator', content: 'carboncard' }),
    ...more,
  ]);
}

/** @param media For what the style is; absent for all. */
export function style(css: string, media?: 'screen' | 'print'): Element {
  // A style sheet is not escaped in HTML: only `</` can end it early.
  return element('style', media === undefined ? {} : { media }, [{ type: 'text', value: css.replace(/<\//g, '<\\/') }]);
}

const codeFamily = 'IBM Plex Mono';

/** The families of text and of code. @param last What comes after the bundled ones; nothing on paper, where it would be a font of the machine. */
export function familyRule(faces: readonly FontFace[], last: readonly string[] = []): string {
  const text = [...new Set([...textFamilies, ...faces.map(({ family }) => family)])].filter((family) => family !== codeFamily);
  const list = (families: readonly string[]): string => [...families.map(cssString), ...last].join(', ');
  return `:root { --text: ${list(text)}; --mono: ${list([codeFamily, ...text])}; }`;
}

/** Whether a face is for code. */
export function isCodeFace({ family }: FontFace): boolean {
  return family === codeFamily;
}
