import type { ReportDocument } from '../document.js';

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Characters of a running title; longer names are cut, since a margin box would wrap into the text. */
const runningTitleWidth = 72;

/** Paper, and the foot of each page, which only CSS can fill. */
export function pageRules(document: ReportDocument): string {
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
export function cssString(text: string): string {
  return `"${[...text].map((c) => (/[\p{L}\p{N} ]/u.test(c) ? c : `\\${(c.codePointAt(0) ?? 0).toString(16)} `)).join('')}"`;
}
