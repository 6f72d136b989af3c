import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Characters for private use, which Markdown reads as letters and no template holds. */
const OPEN = '\uE000';
const CLOSE = '\uE001';
const token = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g');

export interface Tokens {
  readonly tokenFor: (text: string) => string;
  /** Puts the texts in the place of their tokens, everywhere in a parsed tree. */
  readonly reveal: (tree: Root) => void;
}

export function createTokens(): Tokens {
  const texts: string[] = [];
  const tokenFor = (text: string): string => `${OPEN}${texts.push(asLine(text)) - 1}${CLOSE}`;
  const shown = (text: string, as: (text: string) => string = (t) => t): string =>
    text.replace(token, (_, index: string) => as(texts[Number(index)] ?? ''));
  const reveal = (tree: Root): void => {
    visit(tree, (node: Nodes, index, parent) => {
      if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') node.value = shown(node.value);
      else if (node.type === 'html') node.value = shown(node.value, escapeHtml);
      if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
        node.url = safeUrl(shown(node.url));
        if (node.title) node.title = shown(node.title);
      }
      if (node.type === 'image') node.alt = shown(node.alt ?? '');
      // A link that may lead nowhere is its text; visited again, since that holds tokens too.
      if (node.type === 'link' && node.url === '' && parent !== undefined && index !== undefined) {
        parent.children.splice(index, 1, ...node.children);
        return index;
      }
      return undefined;
    });
  };
  return { tokenFor, reveal };
}

/** Text with each line break, and the blanks beside it, as one blank. */
function joinedLines(text: string): string {
  const lines = text.split(/[\n\r\u2028\u2029]/);
  if (lines.length === 1) return text;
  const last = lines.length - 1;
  const trimmed = lines.map((line, at) => (at === 0 ? line.trimEnd() : at === last ? line.trimStart() : line.trim()));
  return trimmed.filter((line, at) => line !== '' || at === 0 || at === last).join(' ');
}

/**
 * A value as one line of text: line ends become blanks, control characters a visible mark.
 *
 * Right-to-left embeddings and isolates are closed and the whole isolated, so that a name can't reorder the text
 * beside it.
 */
export function asLine(text: string): string {
  const line = joinedLines(text)
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\uE000\uE001]/gu, '\ufffd')
    .toWellFormed();
  return /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]/.test(line) ? isolated(line) : line;
}

function isolated(text: string): string {
  let isolates = 0;
  let embeddings = 0;
  let kept = '';
  for (const character of text) {
    if (/[\u2066-\u2068]/.test(character)) isolates += 1;
    else if (/[\u202a\u202b\u202d\u202e]/.test(character)) embeddings += 1;
    else if (character === '\u2069' && isolates === 0) continue;
    else if (character === '\u202c' && embeddings === 0) continue;
    else if (character === '\u2069') isolates -= 1;
    else if (character === '\u202c') embeddings -= 1;
    kept += character;
  }
  return `\u2068${kept}${'\u202c'.repeat(embeddings)}${'\u2069'.repeat(isolates)}\u2069`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Only what leads to a page or within the report; a value can't bring `javascript:`. */
function safeUrl(url: string): string {
  if (/^(https?:\/\/|mailto:|#)/i.test(url)) return encodeURI(decodeSafely(url));
  return /^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//') ? '' : url;
}

function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
