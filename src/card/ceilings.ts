import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { messages } from './messages.js';
import { positionAt } from './position.js';

/**
 * Ceilings for what the Markdown parser handles in more than linear time. No card that is written for readers comes near: the
 * deepest nesting among published cards is below 10.
 */
const maxNesting = 100;
const maxBrackets = 4000;
const maxLines = 4000;
const maxUnderlines = 2000;

/** `>`, `-`, `12.`: what opens a quotation or a list; sticky. */
const opener = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
/** A line across the page. */
const rule = /^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/;
const fence = /^ {0,3}(```|~~~)/;
const bracket = /[[\]]|<!--/g;

/** A paragraph as far as it was read. */
interface Paragraph {
  readonly isInList: boolean;
  lines: number;
  brackets: number;
}

/**
 * Refuses Markdown that takes too long to parse: by nesting or repetition, never by its size.
 *
 * @throws {InputError} With the first line that is beyond a ceiling.
 */
export function checkCeilings(card: string, start: number): void {
  let paragraph: Paragraph | undefined;
  let [open, underlines]: [string | undefined, number] = [undefined, 0];
  for (const { line, at } of linesOf(card, start)) {
    const fenced = fence.exec(line)?.[1];
    if (fenced !== undefined && (open === undefined || open === fenced)) open = open === undefined ? fenced : undefined;
    if (open !== undefined || fenced !== undefined || line.trim() === '') {
      paragraph = undefined;
      continue;
    }
    const depth = rule.test(line) ? 0 : nestingOf(line);
    if (depth > maxNesting) throw fault(messages.tooNested(maxNesting), card, at);
    if (paragraph !== undefined && /^ {0,3}(?:=+|-+)[ \t]*$/.test(line)) underlines += 1;
    if (underlines > maxUnderlines) throw fault(messages.tooManyUnderlines(maxUnderlines), card, at);
    if (paragraph === undefined || depth > 0 || /^ {0,3}[#|]/.test(line))
      paragraph = { isInList: depth > 0 || /^[ \t]/.test(line), lines: 0, brackets: 0 };
    paragraph.lines += 1;
    paragraph.brackets += line.match(bracket)?.length ?? 0;
    if (paragraph.isInList && paragraph.lines > maxLines) throw fault(messages.tooManyLines(maxLines), card, at);
    if (paragraph.brackets > maxBrackets) throw fault(messages.tooManyBrackets(maxBrackets), card, at);
  }
}

function fault(message: Omit<Diagnostic, 'line' | 'column'>, card: string, at: number): InputError {
  return new InputError([{ ...message, ...positionAt(card, at) }]);
}

/** How many quotations and lists a line opens or goes on with. */
function nestingOf(line: string): number {
  let depth = 0;
  opener.lastIndex = 0;
  while (depth <= maxNesting && opener.test(line)) depth += 1;
  return depth;
}

function* linesOf(text: string, start: number): Generator<{ readonly line: string; readonly at: number }> {
  const breaks = /\r\n|\r|\n/g;
  breaks.lastIndex = start;
  let at = start;
  for (let found = breaks.exec(text); found !== null; found = breaks.exec(text)) {
    yield { line: text.slice(at, found.index), at };
    at = breaks.lastIndex;
  }
  yield { line: text.slice(at), at };
}
