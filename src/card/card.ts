import type { Heading } from 'mdast';
import { endOf, lastOpenPlace } from './blocks.js';
import { type Body, parseBody } from './body.js';
import { type Co2Emissions, co2Edits } from './co2-emissions.js';
import { applyEdits, type Edit, lineBreakAt, lineBreakBefore, lineEnd, newLineBreak } from './edits.js';
import { readFrontMatter } from './front-matter.js';
import { findOwnPart, markers, type OwnPart } from './markers.js';
import { headingAround, isEnvironmentalImpact, lastBefore, type OutlineHeading, outlineOf, sectionEnd, sectionLevel } from './outline.js';
import { placeholdersIn } from './placeholders.js';
import { positionAt } from './position.js';

/** The heading level at which the section goes into the card. */
export interface Standing {
  /** Level of the heading `Environmental Impact`, the card's own or the section's. */
  readonly level: Heading['depth'];
  /** Whether the section brings that heading; else the card has it. */
  readonly heading: boolean;
}

export interface CardContent {
  /** The section in Markdown, with LF. */
  readonly section: (standing: Standing) => string;
  /** For the front matter, which stays as it is without a development total. */
  readonly co2: Co2Emissions | undefined;
}

/** Text of the card that was removed or replaced. */
export interface Replaced {
  readonly line: number;
  readonly text: string;
}

export interface UpdatedCard {
  readonly text: string;
  readonly replaced: readonly Replaced[];
}

/**
 * Puts the section and `co2_eq_emissions` into a model card, by offset: all other characters stay as they are. A card
 * updated twice is the same as the card updated once.
 *
 * @throws {InputError} Where the front matter is invalid or the markers do not match, with the line.
 */
export function updateCard(card: string, { section, co2 }: CardContent): UpdatedCard {
  const frontMatter = readFrontMatter(card);
  const body = parseBody(card, frontMatter.end);
  const metadata = co2 === undefined ? [] : co2Edits(card, frontMatter, co2);
  const { placeholders, own } = sectionEdits(card, body, section);
  const others = [...metadata, ...placeholders];
  return {
    text: applyEdits(card, [...others, own]),
    replaced: others.flatMap(({ start, end, text }): Replaced[] => {
      const gone = card.slice(start, end);
      return gone.trim() === '' || gone === text ? [] : [{ line: positionAt(card, start + gone.search(/\S/)).line, text: gone.trim() }];
    }),
  };
}

interface SectionEdits {
  readonly placeholders: readonly Edit[];
  readonly own: Edit;
}

function sectionEdits(card: string, body: Body, section: CardContent['section']): SectionEdits {
  const outline = outlineOf(body.root);
  const part = findOwnPart(card, body);
  if (part !== undefined) return { placeholders: [], own: replacement({ card, body, outline, section }, part) };
  const heading = outline.find(isEnvironmentalImpact);
  const after = heading ?? lastBefore(outline);
  const from = after === undefined ? 0 : after.index + 1;
  const until = after === undefined ? body.root.children.length : sectionEnd(body.root, outline, after);
  const standing = heading === undefined ? { level: ownLevel(outline), heading: true } : { level: heading.level, heading: false };
  return {
    placeholders: (heading === undefined ? [] : placeholdersIn(body, heading.index, until)).map(({ start, end }) => ({
      start: body.start + start,
      end: body.start + end,
      text: '',
    })),
    own: insertion(card, body, lastOpenPlace(body, from, until), section(standing)),
  };
}

/** A card as it was read, and the section to put into it. */
interface CardContext {
  readonly card: string;
  readonly body: Body;
  readonly outline: readonly OutlineHeading[];
  readonly section: CardContent['section'];
}

function replacement({ card, body, outline, section }: CardContext, { start, end, index, endIndex }: OwnPart): Edit {
  const others = outline.filter((heading) => heading.index < index || heading.index > endIndex);
  const around = headingAround(others, index, isEnvironmentalImpact);
  const lineBreak = lineBreakAt(body.text, start + markers.begin.length) ?? lineBreakBefore(card, body.start + start) ?? '\n';
  const standing = { level: around?.level ?? ownLevel(others), heading: around === undefined };
  return { start: body.start + start, end: body.start + end, text: partOf(section(standing), lineBreak) };
}

/**
 * Two line breaks and the section after the last line above it, whatever follows: removing these gives the original card.
 *
 * @param place Index of the node to follow; negative where the section goes to the start.
 */
function insertion(card: string, body: Body, place: number, section: string): Edit {
  const above = card.slice(0, body.start);
  const isAtStart = place < 0 && above.replace('\uFEFF', '') === '';
  if (isAtStart) {
    // The line break that a new front matter above has, so that both can be removed again.
    const lineBreak = newLineBreak(card);
    return { start: body.start, end: body.start, text: partOf(section, lineBreak) + lineBreak + lineBreak };
  }
  // Without a node to follow, after the front matter's closing fence.
  const at = place < 0 ? above.replace(/(?:\r\n|\n)$/, '').length : lineEnd(card, body.start + endOf(body.root.children[place]));
  const found = lineBreakAt(card, at) ?? lineBreakBefore(card, at) ?? '\n';
  // The fence has to end in LF or CRLF, or the Hub does not find it.
  const lineBreak = found === '\r' && place < 0 ? '\n' : found;
  return { start: at, end: at, text: lineBreak + lineBreak + partOf(section, lineBreak) };
}

function partOf(section: string, lineBreak: string): string {
  return [markers.begin, '', ...section.trimEnd().split('\n'), '', markers.end].join(lineBreak);
}

function ownLevel(outline: readonly OutlineHeading[]): Heading['depth'] {
  return lastBefore(outline)?.level ?? sectionLevel(outline);
}
