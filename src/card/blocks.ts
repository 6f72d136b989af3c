import type { RootContent } from 'mdast';
import type { Body } from './body.js';

/** Where a node ends in the body's text. */
export function endOf(node: RootContent | undefined): number {
  return node?.position?.end.offset ?? 0;
}

export function startOf(node: RootContent | undefined): number {
  return node?.position?.start.offset ?? 0;
}

/** HTML elements that cards fold or frame sections with. */
const containers = 'details|div|section|article|aside|main|center|table|figure|blockquote|ul|ol|dl';
const tags = new RegExp(`<!--[\\s\\S]*?-->|<(/?)(?:${containers})(?=[\\s/>])[^>]*?(/?)>`, 'gi');

/**
 * The last of some nodes after which text can be inserted: outside HTML elements that open among them, before one that
 * closes what opened earlier, and before a block that never ends.
 *
 * @param from Index of the first node.
 * @param until Index after the last.
 * @returns Index of the node; `from − 1` where nothing can be inserted after the first.
 */
export function lastOpenPlace({ text, root }: Body, from: number, until: number): number {
  let depth = 0;
  let place = from - 1;
  for (let index = from; index < until; index++) {
    const node = root.children[index];
    if (node === undefined) break;
    if (node.type === 'html') {
      for (const [tag, closes, closesItself] of node.value.matchAll(tags)) {
        if (tag.startsWith('<!--') || closesItself === '/') continue;
        depth += closes === '/' ? -1 : 1;
        if (depth < 0) return place;
      }
    }
    if (depth === 0 && !(index === root.children.length - 1 && neverEnds(node, text.slice(startOf(node), endOf(node))))) place = index;
  }
  return place;
}

const endless: readonly (readonly [begins: RegExp, ends: RegExp])[] = [
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![A-Za-z]/, />/],
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
];

/** A code fence, a comment or the like that runs to the end of the card because nothing closes it. */
function neverEnds(node: RootContent, source: string): boolean {
  if (node.type === 'html') return endless.some(([begins, ends]) => begins.test(source.trimStart()) && !ends.test(source));
  if (node.type !== 'code') return false;
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1];
  if (fence === undefined) return false;
  const last = /[\r\n][ ]{0,3}(`{3,}|~{3,})[ \t]*$/.exec(source)?.[1];
  return last === undefined || !last.startsWith(fence);
}
