/** A stretch of a text, by offsets, and its replacement. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all edits made; every other character is where it was. Of edits at one offset, the first comes first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) throw new RangeError('Edits overlap.');
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return parts.join('') + text.slice(at);
}

/** Where the line ends that an offset is on: before its line break, or at the end of the text. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** The line break that begins at an offset, if one does. */
export function lineBreakAt(text: string, offset: number): string | undefined {
  if (text[offset] === '\n') return '\n';
  if (text[offset] !== '\r') return undefined;
  return text[offset + 1] === '\n' ? '\r\n' : '\r';
}

/** The last line break that ends at or before an offset. */
export function lineBreakBefore(text: string, offset: number): string | undefined {
  for (let at = offset - 1; at >= 0; at--) {
    if (text[at] === '\r') return '\r';
    if (text[at] === '\n') return text[at - 1] === '\r' ? '\r\n' : '\n';
  }
  return undefined;
}

/** The line break for a new front matter: the text's own, but never a lone CR, which the Hub does not accept there. */
export function newLineBreak(text: string): string {
  return /\r\n|\n/.exec(text)?.[0] ?? '\n';
}
