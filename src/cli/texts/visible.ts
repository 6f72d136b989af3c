/** Characters that a terminal obeys instead of showing them, or that hide: controls, line separators, direction marks, zero widths, half a pair. */
const hidden = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\p{Cs}]/u;
const hiddenAll = new RegExp(hidden, 'gu');

/**
 * Text from a file, safe on a terminal: an escape sequence, a newline or a direction mark in a name
 * shows as text and does nothing.
 *
 * @example visible('a\u001b[2Jb\u202e') //=> 'a␛[2Jb<U+202E>'
 */
export function visible(text: string): string {
  return text.replaceAll(hiddenAll, picture);
}

function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** `::error …` at the beginning of a line, behind any blanks, `##[group]` and `##vso[…]` anywhere: commands to GitHub Actions, Azure Pipelines and TeamCity. */
const workflowCommand = /^[^\S\n\r\u2028\u2029]*:(?=:)|##(?=[\w-]{0,40}\[)/gm;

/**
 * Lines of a log that a build server only shows: a name that begins with `::` is no command to it.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 * @example withoutCommands('::error::a') //=> '<U+003A>:error::a'
 */
export function withoutCommands(lines: string): string {
  return lines.replaceAll(workflowCommand, (start) => `${start.slice(0, -1)}<U+00${start.endsWith(':') ? '3A' : '23'}>`);
}

/** JSON of anything, with what a terminal or a build server would obey written as escapes; the same value when read. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2)
    .replaceAll(hiddenAll, (character) => (character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`))
    .replaceAll(workflowCommand, (start) => (start.endsWith('#') ? '#\\u0023' : start));
}

/** A drafted manifest that is no command to a build server, the same when read: `##` before a bracket is in quotes or in a comment. */
export function visibleDraft(yaml: string): string {
  return yaml.replaceAll(/##(?=[\w-]{0,40}\[)/g, '#\\x23');
}

/** What East Asian Width calls wide or full (Unicode 16), in the blocks that have such; first and last of each. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x17000, 0x18cff],
  [0x1b000, 0x1b2ff],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];

/** Cells that a character takes on a terminal. Sequences that join to one emoji count in parts, as most terminals show them. */
function cells(character: string): number {
  if (/^[\p{Mn}\p{Me}\u200c\u200d\ufe00-\ufe0f]$/u.test(character)) return 0;
  if (/^\p{Emoji_Presentation}$/u.test(character)) return 2;
  const code = character.codePointAt(0) ?? 0;
  return wide.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** Cells that a text without hidden characters takes. */
export function width(text: string): number {
  let sum = 0;
  for (const character of text) sum += cells(character);
  return sum;
}

/** As much of the beginning of a text as fits into cells. */
export function startOf(text: string, room: number): string {
  let taken = '';
  for (const character of text) {
    if (width(taken + character) > room) break;
    taken += character;
  }
  return taken;
}
