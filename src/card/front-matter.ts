import { isMap, isScalar, type YAMLMap } from 'yaml';
import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import type { Message } from '../diagnostics/message.js';
import { messages } from './messages.js';
import { positionAt } from './position.js';
import { readYaml, tabLines } from './yaml-block.js';

/** The YAML block at the start of a card. Offsets are those of the card's text. */
export interface FrontMatter {
  /** Where the YAML begins: after the line break of the opening fence. */
  readonly start: number;
  /** Where the YAML ends: before the line break that belongs to the closing fence. */
  readonly yamlEnd: number;
  /** Where the card's own text begins. */
  readonly end: number;
  /** The line break of the opening fence. */
  readonly lineBreak: string;
  /** Its keys; none where it holds blanks and comments only. */
  readonly map: YAMLMap | undefined;
  /** The values as plain data, by key. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What some readers of the Hub do not find or read, though it is read here. */
  readonly remarks: readonly Diagnostic[];
}

/** A card without front matter, and where a new one goes: after a byte order mark, before everything else. */
export interface NoFrontMatter {
  readonly at: number;
  readonly end: number;
  readonly map: undefined;
}

/**
 * What the Hub recognises as front matter, at the very start of a card: white space, a fence, a line break; any text; a
 * line break, a fence with blanks after it, and LF, CRLF or the end of the file. A lone CR doesn't close it.
 */
const fenced = /^(\s*---(\r\n|\r|\n))([\S\s]*?)((?:\r\n|\r|\n)---[ \t]*(?:\r\n|\n|$))/;

/** Two fences with nothing between: an empty front matter to a person. The Hub looks for a third fence. */
const emptyBlock = /^(\s*---(\r\n|\r|\n))---[ \t]*(?:\r\n|\n|$)/;

/** Faults of one block that are reported: a text that is no YAML has one on each line. */
const maxFaults = 20;

const openingLine = /^\s*---[^\S\r\n]*(?:\r\n|\r|\n|$)/;
const keyLine = /^[^\S\r\n]*["']?[A-Za-z_][\w -]*["']?:(?:\s|$)|^[^\S\r\n]*["'][A-Za-z_][\w -]*["'][^\S\r\n]+:(?:\s|$)/;

/**
 * Finds and reads the front matter of a card by the Hub's own rule, so that the Hub reads what is written there. Two fences
 * with nothing between count only where the Hub reads no keys from there to a third one.
 *
 * @throws {InputError} Where there is one that the Hub doesn't find, or can't read, with the line.
 */
export function readFrontMatter(text: string): FrontMatter | NoFrontMatter {
  const empty = emptyBlock.exec(text);
  if (empty === null) return readFenced(text);
  try {
    const read = readFenced(text);
    if (read.map !== undefined) return read;
  } catch (error) {
    // Keys that the Hub can't read are a fault; text below the two fences is the card's own.
    if (!(error instanceof InputError) || keyLine.test(text.slice(empty[0].length).trimStart())) throw error;
  }
  const start = empty[1]?.length ?? 0;
  const { 0: whole, 2: lineBreak = '\n' } = empty;
  return { start, yamlEnd: start, end: whole.length, lineBreak, map: undefined, values: {}, remarks: closingRemarks(text, whole.length) };
}

/** What some readers of the Hub do not find or read in a card whose front matter is read here. */
export function frontMatterRemarks(text: string): readonly Diagnostic[] {
  const read = readFrontMatter(text);
  return 'remarks' in read ? read.remarks : [];
}

function readFenced(text: string): FrontMatter | NoFrontMatter {
  const found = fenced.exec(text);
  if (found === null) {
    const fault = unseen(text);
    if (fault !== undefined) throw new InputError([fault]);
    const at = text.startsWith('\uFEFF') ? 1 : 0;
    return { at, end: at, map: undefined };
  }
  const [whole, opening = '', lineBreak = '\n', yaml = ''] = found;
  const start = opening.length;
  const { remarks, ...read } = readBlock(text, start, yaml);
  return {
    start,
    yamlEnd: start + yaml.length,
    end: whole.length,
    lineBreak,
    ...read,
    remarks: [...remarks, ...closingRemarks(text, whole.length)],
  };
}

/** Whether the closing fence, which ends at an offset, has blanks behind it. */
function closingRemarks(text: string, end: number): readonly Diagnostic[] {
  const fence = /---([ \t]*)(?:\r\n|\n)?$/.exec(text.slice(0, end));
  if (fence === null || fence[1] === '') return [];
  return [{ ...messages.frontMatterClosingBlanks(), ...positionAt(text, fence.index) }];
}

function readBlock(text: string, start: number, yaml: string): Pick<FrontMatter, 'map' | 'values' | 'remarks'> {
  // A lone CR ends a line for the Hub's YAML reader, but not for this one; LF has the same length, so that offsets hold.
  // The Hub's reader also ends the last line, which decides how a block of text there ends.
  const source = yaml.replace(/\r(?!\n)/g, '\n');
  const at = (message: Message, offset: number): Diagnostic => ({ ...message, ...positionAt(text, start + offset) });
  const { document, faults } = readYaml(source.endsWith('\n') ? source : `${source}\n`);
  if (faults.length > 0) {
    throw new InputError(
      faults
        .slice(0, maxFaults)
        .map(({ message, offset }) => at(messages.frontMatterNotYaml(reasonOf(message)), Math.min(offset, yaml.trimEnd().length))),
    );
  }
  const { contents } = document;
  const remarks = tabLines(source, document).map((offset) => at(messages.frontMatterTabLine(), offset));
  if (contents === null) return { map: undefined, values: {}, remarks };
  if (isScalar(contents) && contents.value === null) return { map: undefined, values: {}, remarks };
  if (!isMap(contents)) throw new InputError([at(messages.frontMatterNotKeys(), contents.range?.[0] ?? 0)]);
  for (const { key } of contents.items) {
    if (isScalar(key)) continue;
    const range = key !== null && typeof key === 'object' && 'range' in key ? (key.range as readonly number[] | undefined) : undefined;
    throw new InputError([at(messages.frontMatterTemplate(), range?.[0] ?? 0)]);
  }
  try {
    return { map: contents, values: document.toJS({ maxAliasCount: 1000 }) as Record<string, unknown>, remarks };
  } catch (error) {
    // An alias without its anchor, or aliases that expand beyond measure.
    throw new InputError([at(messages.frontMatterNotYaml(reasonOf(error instanceof Error ? error.message : String(error))), 0)]);
  }
}

/** The parser's words without the place, which is counted from the beginning of the block. */
function withoutPlace(message: string): string {
  return message.split(/ at line \d+, column \d/, 1)[0] ?? message;
}

function reasonOf(message: string): string {
  return withoutPlace(message).replace(/([^.])$/, '$1.');
}

/** The fault of a block that is meant as front matter but that the Hub does not recognise. */
function unseen(text: string): Diagnostic | undefined {
  const opening = openingLine.exec(text);
  if (opening === null) return undefined;
  const rest = text.slice(opening[0].length);
  const closing = /(?:^|[\r\n])(---[^\S\r\n]*)(?=[\r\n]|$)/.exec(rest);
  const first = rest.trimStart();
  // A line across the page, which cards may begin with.
  if (closing === null && !keyLine.test(first)) return undefined;
  const at = opening[0].indexOf('---');
  const openingHasBlanks = /---[^\S\r\n]/.test(opening[0]);
  if (openingHasBlanks && closing !== null && !keyLine.test(first)) return undefined;
  if (closing === null) return { ...messages.frontMatterOpen(), ...positionAt(text, at) };
  if (openingHasBlanks) return { ...messages.frontMatterOpeningBlanks(), ...positionAt(text, at) };
  const closeAt = opening[0].length + closing.index + closing[0].indexOf('---');
  return { ...messages.frontMatterLineBreaks(), ...positionAt(text, closeAt) };
}
