import type { Nodes } from 'mdast';

/** The text of a block as a reader sees it, and where in the source each of its characters is. */
export interface FlatText {
  readonly text: string;
  readonly offsetAt: (index: number) => number;
  /** How far bold text goes that the block begins with; 0 where it doesn't. */
  readonly bold: number;
}

const wordJoiner = '\u2060';

interface Segment {
  readonly from: number;
  readonly offset: number;
}

/** Flattens what a paragraph, a heading or a cell holds. HTML tags, images and notes vanish: `CO<sub>2</sub>` is `CO2`. */
export function flatText(block: Nodes): FlatText {
  let text = '';
  let bold = 0;
  const segments: Segment[] = [];
  const add = (piece: string, node: Nodes, inner = 0): void => {
    segments.push({ from: text.length, offset: (node.position?.start.offset ?? 0) + inner });
    text += piece;
  };
  // A word joiner inside a figure is not seen.
  const addWithoutJoiners = (value: string, node: Nodes): void => {
    let inner = 0;
    for (const piece of value.split(wordJoiner)) {
      add(piece, node, inner);
      inner += piece.length + wordJoiner.length;
    }
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'text') addWithoutJoiners(node.value, node);
    else if (node.type === 'inlineCode') add(node.value, node, 1);
    else if (node.type === 'break') add('\n', node);
    else if (node.type === 'html' && /^<br\b/i.test(node.value)) add('\n', node);
    else if (node.type === 'strong') {
      const isFirst = text.trim() === '';
      for (const child of node.children) walk(child);
      if (isFirst) bold = text.length;
    } else if ('children' in node && node.type !== 'footnoteDefinition') for (const child of node.children) walk(child);
  };
  walk(block);
  const offsetAt = (index: number): number => {
    let low = 0;
    let high = segments.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((segments[middle]?.from ?? 0) <= index) low = middle;
      else high = middle;
    }
    const segment = segments[low];
    return segment === undefined ? (block.position?.start.offset ?? 0) : segment.offset + index - segment.from;
  };
  return { text, offsetAt, bold };
}
