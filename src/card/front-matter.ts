import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import type { Message } from '../diagnostics/message.js';
import { messages } from './messages.js';
import { positionAt } from './position.js';

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

/** Two fences with nothing between: an empty front matter to a person, none to the Hub. */
const emptyBlock = /^(\s*---(\r\n|\r|\n))---[ \t]*(?:\r\n|\n|$)/;

const openingLine = /^\s*---[^\S\r\n]*(?:\r\n|\r|\n|$)/;
const keyLine = /^[^\S\r\n]*["']?[A-Za-z_][\w -]*["']?[^\S\r\n]*:(?:\s|$)/;

/**
 * Finds and reads the front matter of a card by the Hub's own rule, so that the Hub reads what is written there.
 *
 * @throws {InputError} Where there is one that the Hub doesn't find, or can't read, with the line.
 */
export function readFrontMatter(text: string): FrontMatter | NoFrontMatter {
  const empty = emptyBlock.exec(text);
  if (empty !== null) {
    const start = empty[1]?.length ?? 0;
    return { start, yamlEnd: start, end: empty[0].length, lineBreak: empty[2] ?? '\n', map: undefined, values: {} };
  }
  const found = fenced.exec(text);
  if (found === null) {
    const fault = unseen(text);
    if (fault !== undefined) throw new InputError([fault]);
    const at = text.startsWith('\uFEFF') ? 1 : 0;
    return { at, end: at, map: undefined };
  }
  const [whole, opening = '', lineBreak = '\n', yaml = ''] = found;
  const start = opening.length;
  return {
    start,
    yamlEnd: start + yaml.length,
    end: whole.length,
    lineBreak,
    ...readBlock(text, start, yaml),
  };
}

function readBlock(text: string, start: number, yaml: string): Pick<FrontMatter, 'map' | 'values'> {
  // A lone CR ends a line for the Hub's YAML reader, but not for this one; LF has the same length, so that offsets hold.
  // The Hub's reader also ends the last line, which decides how a block of text there ends.
  const source = yaml.replace(/\r(?!\n)/g, '\n');
  const document = parseDocument(source.endsWith('\n') ? source : `${source}\n`, { prettyErrors: false, logLevel: 'error' });
  const at = (message: Message, offset: number): Diagnostic => ({ ...message, ...positionAt(text, start + offset) });
  if (document.errors.length > 0) {
    throw new InputError(
      document.errors.map((error) =>
        at(messages.frontMatterNotYaml(reasonOf(error.message)), Math.min(error.pos[0], yaml.trimEnd().length)),
      ),
    );
  }
  const { contents } = document;
  if (contents === null) return { map: undefined, values: {} };
  if (isScalar(contents) && contents.value === null) return { map: undefined, values: {} };
  if (!isMap(contents)) throw new InputError([at(messages.frontMatterNotKeys(), contents.range?.[0] ?? 0)]);
  for (const { key } of contents.items) {
    if (isScalar(key)) continue;
    const range = key !== null && typeof key === 'object' && 'range' in key ? (key.range as readonly number[] | undefined) : undefined;
    throw new InputError([at(messages.frontMatterTemplate(), range?.[0] ?? 0)]);
  }
  try {
    return { map: contents, values: document.toJS({ maxAliasCount: 1000 }) as Record<string, unknown> };
  } catch (error) {
    // An alias without its anchor, or aliases that expand beyond measure.
    throw new InputError([at(messages.frontMatterNotYaml(reasonOf(error instanceof Error ? error.message : String(error))), 0)]);
  }
}

function reasonOf(message: string): string {
  return message.replace(/ at line \d+, column \d+:?.*$/s, '').replace(/([^.])$/, '$1.');
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
