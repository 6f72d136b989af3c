import type { ListItem, RootContent } from 'mdast';
import { endOf, startOf } from './blocks.js';
import type { Body } from './body.js';
import { lineEnd } from './edits.js';
import { textOf } from './outline.js';

/** A stretch of the body that the Hub's template leaves to be filled in. */
export interface Placeholder {
  readonly start: number;
  readonly end: number;
}

const label = '(?:hardware type|hours used|cloud provider|compute region|carbon emitted)';
const nothing = '(?:\\[?more information needed\\]?\\.?|\\{\\{[^}]*\\}\\}|)';
const unfilled = new RegExp(`^${label}[^:]*:\\s*${nothing}\\s*$`, 'i');
const labelled = new RegExp(`^${label}\\b`, 'i');
const bare = new RegExp(`^${nothing}$`, 'i');

type Kind = 'placeholder' | 'template' | 'filled' | 'other';

/** `template` is text of the template that explains how to fill in what is below it. */
function kindOf(node: RootContent | ListItem): Kind {
  if (node.type === 'html')
    return /^<!--\s*Total emissions \(in grams of CO2eq\)/.test(node.value) && node.value.trimEnd().endsWith('-->') ? 'template' : 'other';
  const text = textOf(node).trim();
  if (node.type === 'paragraph' && text.length < 250 && /^Carbon emissions can be estimated\b/.test(text)) return 'template';
  if (node.type !== 'paragraph' && node.type !== 'listItem') return 'other';
  const lines = text.split(/\r\n|\r|\n/);
  if (text !== '' && (lines.every((line) => unfilled.test(line.trim())) || bare.test(text))) return 'placeholder';
  return lines.some((line) => labelled.test(line.trim())) ? 'filled' : 'other';
}

interface Block {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
}

/**
 * The unfilled placeholders below the heading, with the template's own text if nothing there is filled in.
 *
 * @param heading Index of the heading among the children of the tree.
 * @param until Index after the last node of its section.
 */
export function placeholdersIn({ text, root }: Body, heading: number, until: number): readonly Placeholder[] {
  const blocks: Block[] = [];
  for (const node of root.children.slice(heading + 1, until)) {
    for (const part of node.type === 'list' ? node.children : [node])
      blocks.push({ start: startOf(part as RootContent), end: endOf(part as RootContent), kind: kindOf(part) });
  }
  const isUnanswered = blocks.some(({ kind }) => kind === 'placeholder') && !blocks.some(({ kind }) => kind === 'filled');
  const isRemoved = ({ kind }: Block): boolean => kind === 'placeholder' || (kind === 'template' && isUnanswered);
  const found: Placeholder[] = [];
  let kept = endOf(root.children[heading]);
  let from: Block | undefined;
  for (const block of blocks) {
    if (isRemoved(block)) {
      from ??= block;
      continue;
    }
    // Up to the next block that stays, so that no empty lines are left over.
    if (from !== undefined) found.push({ start: from.start, end: block.start });
    from = undefined;
    kept = block.end;
  }
  const last = blocks.at(-1);
  if (from !== undefined && last !== undefined) found.push({ start: lineEnd(text, kept), end: last.end });
  return found;
}
