/** A sentence of a line, and where in the line it begins. */
export interface Sentence {
  readonly text: string;
  readonly from: number;
}

const sentenceEnd = /(?<!\b(?:eq|approx|ca|vs|Fig|Tab|Sec|et al|i\.e|e\.g))[.!?](?:\s+)(?=[\p{Lu}*"“[(])|;\s+/gu;

/** Characters of the longest sentence. What is longer is no prose, and is read in parts: claims are read by expressions that look around. */
const maxSentence = 1000;

/** Sentences of a line. A semicolon ends one too; a full stop inside a number or after `eq` ends none. */
export function sentencesOf(text: string): readonly Sentence[] {
  const ends = [...text.matchAll(sentenceEnd)].map((match) => match.index + match[0].length);
  return [0, ...ends].flatMap((from, order) => partsOf(text, from, ends[order] ?? text.length));
}

/** A sentence, or its parts where it is too long: each ends behind a comma, else behind a blank, else anywhere. */
function partsOf(text: string, start: number, end: number): readonly Sentence[] {
  const parts: Sentence[] = [];
  let from = start;
  while (end - from > maxSentence) {
    const room = text.slice(from, from + maxSentence);
    const length = [room.lastIndexOf(', '), room.lastIndexOf(' ')].find((at) => at > maxSentence / 2);
    const next = from + (length === undefined ? maxSentence : length + 1);
    parts.push({ text: text.slice(from, next), from });
    from = next;
  }
  return [...parts, { text: text.slice(from, end), from }];
}

/** A label at the beginning of a line, and where the text after it begins. */
export interface LabelledText {
  readonly label: string;
  readonly from: number;
}

/**
 * The label that a line begins with: `**Hours used:** 80`, `Hours used = 80`.
 *
 * @param bold How far bold text goes at the beginning of the line; 0 where there is none.
 */
export function labelled(text: string, bold: number): LabelledText | undefined {
  if (bold > 0) {
    const behind = /^\s*:?\s*/.exec(text.slice(bold))?.[0].length ?? 0;
    const label = withoutColon(text.slice(0, bold));
    if (label.length <= 160 && text.slice(bold + behind).trim() !== '') return { label: label.trim(), from: bold + behind };
  }
  const begin = /^\s*(?:[-*•]\s+)?/u.exec(text)?.[0].length ?? 0;
  const sign = begin + text.slice(begin).search(/[:=]/);
  const label = text.slice(begin, Math.max(begin, sign)).trimEnd();
  if (label.length < 2 || label.length > 90 || label.includes('\n') || text.startsWith('//', sign + 1)) return undefined;
  if (/[.!?]\s|\d{4,}/.test(label) || label.split(/\s+/).length > 12) return undefined;
  // `184,320 GPU hours × 400 W = …` is arithmetic and no label.
  const withoutNames = label.replace(/\bCO2\w*|\b[A-Za-z]+\d+\w*/g, '');
  if (/\d/.test(withoutNames)) return undefined;
  return { label, from: text.length - text.slice(sign + 1).trimStart().length };
}

function withoutColon(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s:]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
