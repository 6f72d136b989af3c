import type { ElementContent } from 'hast';
import type { RootContent as MdastContent } from 'mdast';
import { noBreak, range } from '../no-break.js';
import { element, isElement } from './elements.js';

const han = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}、。，：；！？（）]';
const wrappedHan = new RegExp(`(?<=${han})\\n(?=${han})`, 'gu');

/** Text as it is set: no space where the source wrapped a line between Chinese characters, and no line end inside a figure. */
export function typeset(node: MdastContent): MdastContent {
  if (node.type === 'text') return { ...node, value: noBreak(node.value.replace(wrappedHan, '')) };
  if (node.type === 'code' && node.lang == null) return { ...node, value: node.value.split('\n').map(unbroken).join('\n') };
  return 'children' in node ? ({ ...node, children: node.children.map((child) => typeset(child)) } as MdastContent) : node;
}

/** A line of arithmetic that can end before an operator only, and not inside a bracket. */
function unbroken(line: string): string {
  let depth = 0;
  let set = '';
  const start = /^ */.exec(line)?.[0].length ?? 0;
  for (const [index, character] of [...line].entries()) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    const isBreak = depth === 0 && /^ [=×÷+−-] /.test(line.slice(index, index + 3));
    set += character === ' ' && index >= start && !isBreak ? '\u00a0' : character;
  }
  return set;
}

/** Text whose ranges are elements that stay on one line: a PDF reader would not hear what follows a word joiner. */
export function oneLine(text: string): ElementContent[] {
  const parts = text.split(range);
  return parts.flatMap((value, index): ElementContent[] => {
    if (index % 2 === 1) return [element('span', { className: ['range'] }, [{ type: 'text', value: value.replaceAll('\u2060', '') }])];
    return value === '' ? [] : [{ type: 'text', value }];
  });
}

const blocks = 'blockquote details div dl figure h1 h2 h3 h4 h5 h6 ol p pre section table ul'.split(' ');

/**
 * The content of an element whose blanks are kept on paper, since the browser drops the blank where a line ends from the text
 * that readers hear: one blank for each run, none at the ends, none between blocks.
 */
export function spaced(children: readonly ElementContent[]): ElementContent[] {
  const hasBlocks = children.some((child) => blocks.some((tag) => isElement(child, tag)));
  return children.flatMap((child, index): ElementContent[] => {
    if (child.type !== 'text') return [child];
    let value = child.value.replace(/[ \t\r\n]+/g, ' ');
    if (index === 0 || isBreak(children[index - 1])) value = value.replace(/^ /, '');
    if (index === children.length - 1 || isBreak(children[index + 1])) value = value.replace(/ $/, '');
    return (hasBlocks && value.trim() === '') || value === '' ? [] : [{ ...child, value }];
  });
}

function isBreak(node: ElementContent | undefined): boolean {
  return node !== undefined && [...blocks, 'br'].some((tag) => isElement(node, tag));
}
