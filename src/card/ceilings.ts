import { InputError } from '../diagnostics/diagnostic.js';
import type { Message } from '../diagnostics/message.js';
import { messages } from './messages.js';
import { positionAt } from './position.js';
import { linesFrom, maxSameLines, RepeatedLines } from './repeated-lines.js';

/**
 * Ceilings for what the Markdown parser handles in more than linear time. No card that is written for readers comes near: the
 * deepest nesting among published cards is below 10.
 */
const maxNesting = 100;
const maxBrackets = 4000;
const maxLines = 4000;
const maxUnderlines = 2000;
const maxEmphases = 4000;
const maxMarks = 200;

/** `>`, `-`, `12.`: what opens a quotation or a list; sticky. */
const opener = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
/** A line across the page. */
const rule = /^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/;
const fence = /^ {0,3}(```|~~~)/;
const bracket = /[[\]]|<!--/g;
/** Marks that can end emphasised text: behind a character, and `_` before none. The parser looks for the beginning of each. */
const emphasis = /(?<=[^\s*~_])(?:[*~]|_(?![\p{L}\p{N}]))/gu;
/** An address that becomes a link without brackets. */
const address = /(?:https?:\/\/|www\.)[^\s<]*/gi;
/** Marks that do not belong to an address at its end: at each, the parser looks for the last. */
const endMarks = /(?:[!"')*,.:;?_~\]]|&[a-z]*;?)+/gi;
/** What begins a block of HTML, also below a line of text. */
const htmlBlock =
  /^ {0,3}<\/?(?:table|thead|tbody|tr|td|th|div|details|summary|center|section|figure|p|ul|ol|li|dl|dt|dd|h[1-6])(?=[\s/>]|$)/i;

/** A paragraph as far as it was read. */
interface Paragraph {
  readonly isInList: boolean;
  lines: number;
  brackets: number;
  emphases: number;
}

/**
 * Refuses Markdown that takes too long to parse: by nesting or repetition, never by its size.
 *
 * @throws {InputError} With the first line that is beyond a ceiling.
 */
export function checkCeilings(card: string, start: number): void {
  const blocks = new BlockFinder();
  const repeated = new RepeatedLines();
  let paragraph: Paragraph | undefined;
  let underlines = 0;
  for (const { line, at } of linesFrom(card, start)) {
    const kind = blocks.kindOf(line, paragraph !== undefined);
    if (kind === 'fence' || kind === 'text') {
      const first = repeated.firstOf(line, at);
      if (first !== undefined) throw fault(messages.tooManySameLines(maxSameLines), card, first);
    }
    if (kind === 'blank' || kind === 'code' || kind === 'fence') {
      paragraph = undefined;
      continue;
    }
    const depth = rule.test(line) ? 0 : nestingOf(line);
    if (depth > maxNesting) throw fault(messages.tooNested(maxNesting), card, at);
    if (paragraph !== undefined && /^ {0,3}(?:=+|-+)[ \t]*$/.test(line)) underlines += 1;
    if (underlines > maxUnderlines) throw fault(messages.tooManyUnderlines(maxUnderlines), card, at);
    if (paragraph === undefined || depth > 0 || /^ {0,3}[#|]/.test(line))
      paragraph = { isInList: depth > 0 || /^[ \t]/.test(line), lines: 0, brackets: 0, emphases: 0 };
    const message = beyond(paragraph, line);
    if (message !== undefined) throw fault(message, card, at);
  }
}

/** Counts a line of a paragraph; the ceiling that it is beyond, if any. */
function beyond(paragraph: Paragraph, line: string): Message | undefined {
  paragraph.lines += 1;
  paragraph.brackets += line.match(bracket)?.length ?? 0;
  // Each cell of a table is read alone.
  if (line.includes('|')) paragraph.emphases = 0;
  paragraph.emphases += line.match(emphasis)?.length ?? 0;
  const runs = line.match(address)?.flatMap((link) => link.match(endMarks) ?? []) ?? [];
  if (runs.some(({ length }) => length > maxMarks)) return messages.tooManyMarks(maxMarks);
  if (paragraph.isInList && paragraph.lines > maxLines) return messages.tooManyLines(maxLines);
  if (paragraph.brackets > maxBrackets) return messages.tooManyBrackets(maxBrackets);
  return paragraph.emphases > maxEmphases ? messages.tooManyEmphases(maxEmphases) : undefined;
}

/** What a line is to the parser: lines of code and of HTML take little time. */
type LineKind = 'blank' | 'fence' | 'code' | 'html' | 'text';

class BlockFinder {
  #fence: string | undefined;
  #isHtml = false;

  /** @param isInParagraph Whether text is above the line, which only some tags end. */
  kindOf(line: string, isInParagraph: boolean): LineKind {
    const fenced = fence.exec(line)?.[1];
    if (fenced !== undefined && (this.#fence === undefined || this.#fence === fenced)) {
      this.#fence = this.#fence === undefined ? fenced : undefined;
      return 'fence';
    }
    if (this.#fence !== undefined) return 'code';
    const isBlank = /^[ \t]*$/.test(line);
    this.#isHtml = !isBlank && (this.#isHtml || htmlBlock.test(line) || (!isInParagraph && /^ {0,3}<[A-Za-z/!?]/.test(line)));
    if (isBlank) return 'blank';
    return this.#isHtml ? 'html' : 'text';
  }
}

function fault(message: Message, card: string, at: number): InputError {
  return new InputError([{ ...message, ...positionAt(card, at) }]);
}

/** How many quotations and lists a line opens or goes on with. */
function nestingOf(line: string): number {
  let depth = 0;
  opener.lastIndex = 0;
  while (depth <= maxNesting && opener.test(line)) depth += 1;
  return depth;
}
