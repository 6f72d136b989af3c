import type { Heading, Nodes, Root, RootContent } from 'mdast';

/** A heading of the card itself: not one in a list, a quotation or a block of HTML. */
export interface OutlineHeading {
  /** Index among the children of the tree. */
  readonly index: number;
  readonly level: Heading['depth'];
  /** In lower case, words only: `environmental impact`. */
  readonly title: string;
}

export function outlineOf(root: Root): readonly OutlineHeading[] {
  return root.children.flatMap((node, index): OutlineHeading[] =>
    node.type === 'heading' ? [{ index, level: node.depth, title: titleOf(node) }] : [],
  );
}

function titleOf(heading: Heading): string {
  return textOf(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:\d+ )+/, '');
}

/** The text of a node, without its marks. */
export function textOf(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  return 'children' in node ? (node.children as readonly RootContent[]).map(textOf).join('') : '';
}

/** Index of the first node after a heading's section: the next heading of the same or a higher level. */
export function sectionEnd(root: Root, outline: readonly OutlineHeading[], heading: OutlineHeading): number {
  return outline.find(({ index, level }) => index > heading.index && level <= heading.level)?.index ?? root.children.length;
}

/** The Hub's heading, however it is spelled: `Environmental Impact estimation`, `6. Enviromental impacts`. */
export function isEnvironmentalImpact({ title }: OutlineHeading): boolean {
  return /^enviro\w* impacts?(?: \S+){0,3}$/.test(title);
}

/** Headings that the Hub's templates, the present and the older ones, have before the environmental impact. */
const before =
  /^(?:model (?:details|description|sources|examination)|(?:(?:direct|downstream|out of scope|intended) )?uses?(?: and limitations| limitations)?|bias(?:es)?(?: risks)?(?: and)? limitations|risks and limitations|limitations(?: and bias(?:es)?)?|how to get started\b.*|training(?: and evaluation)? (?:details|data|procedure|hyperparameters)|evaluation(?: results)?|results|testing data\b.*)(?: optional)?$/;

/** The last section that comes before the environmental impact in the Hub's templates. */
export function lastBefore(outline: readonly OutlineHeading[]): OutlineHeading | undefined {
  const named = outline.filter(({ title }) => before.test(title));
  const level = highestLevel(named);
  return named.filter((heading) => heading.level === level).at(-1);
}

/** The level of a card's sections: older templates of the Hub have them at 1, newer ones at 2 below a title. */
export function sectionLevel(outline: readonly OutlineHeading[]): Heading['depth'] {
  const ones = outline.filter(({ level }) => level === 1).length;
  if (ones > 1) return 1;
  if (ones === 1 || outline.length === 0) return 2;
  return highestLevel(outline);
}

function highestLevel(outline: readonly OutlineHeading[]): Heading['depth'] {
  return outline.reduce<Heading['depth']>((highest, { level }) => (level < highest ? level : highest), 6);
}

/** The heading of the outermost section around the node of an index that matches. */
export function headingAround(
  outline: readonly OutlineHeading[],
  index: number,
  matches: (heading: OutlineHeading) => boolean,
): OutlineHeading | undefined {
  let found: OutlineHeading | undefined;
  let level = 7;
  for (const heading of outline.filter((one) => one.index < index).reverse()) {
    if (heading.level >= level) continue;
    if (matches(heading)) found = heading;
    level = heading.level;
  }
  return found;
}
