/**
 * Advances of IBM Plex Sans in thousandths of the size, the wider of its two weights. Specs are made
 * without reading a font, so the widths are listed here; a test compares them with the font.
 */
export const advances: readonly (readonly [number, string])[] = [
  [118, '\u202f'],
  [260, " \u00a0'"],
  [299, 'ijl,.'],
  [329, '!:;[]'],
  [350, '()₂·f'],
  [376, '{}t|'],
  [402, 'r-'],
  [437, 'I/\\'],
  [493, '"?'],
  [524, 'szcLvy'],
  [565, 'xJg*eako_'],
  [600, 'FThnu–Z$+0123456789<=>E^`bdpq~−'],
  [632, 'SY'],
  [663, 'VPCXB'],
  [689, 'RAKDU'],
  [719, 'GOQ#&HN'],
  [819, 'Mw'],
  [899, 'm@'],
  [960, 'W%'],
];

const advanceOf = new Map(advances.flatMap(([width, characters]) => [...characters].map((c) => [c, width / 1000] as const)));
/** Scripts whose characters are no wider than 0.8 of their size; pictures, signs and rare scripts can be. */
const common = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{P}\p{Zs}\p{N}]/u;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;
/** A character with the marks and joiners that belong to it: never torn apart. */
const cluster = /\P{M}(?:\u200d\P{M}|\p{M}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}])*/gu;

/** Width of a text in px, never less than it takes: other scripts count with their widest characters. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) width += advanceOf.get(character) ?? otherAdvance(character);
  return width * fontSize;
}

function otherAdvance(character: string): number {
  if (/[\p{Mn}\p{Cf}]/u.test(character)) return 0;
  if (wide.test(character)) return 1;
  return common.test(character) ? 0.8 : 1.3;
}

/** Lines of a text that fit a width; what is too long for `maxLines` lines ends in `…`. */
export function wrap(text: string, width: number, fontSize: number, maxLines = 8): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text, width, fontSize)) {
    if (textWidth((line + piece).trimEnd(), fontSize) <= width) line += piece;
    else {
      if (line.trim() !== '') lines.push(line.trim());
      line = piece;
    }
  }
  if (line.trim() !== '') lines.push(line.trim());
  if (lines.length <= maxLines) return lines;
  return [...lines.slice(0, maxLines - 1), shortened(lines[maxLines - 1] ?? '', width, fontSize)];
}

/** Lines of about one length, as titles have them: the narrowest that need no more lines than the width allows. */
export function balanced(text: string, width: number, fontSize: number): readonly string[] {
  const lines = wrap(text, width, fontSize);
  let best = lines;
  for (let narrower = width - 10; narrower > width / 2; narrower -= 10) {
    const tried = wrap(text, narrower, fontSize);
    if (tried.length > lines.length || tried.at(-1)?.endsWith('…') === true) return best;
    best = tried;
  }
  return best;
}

/** The parts between which a line may end: after spaces (but not within a unit), beside wide characters, and anywhere in what is wider than a line. */
function pieces(text: string, width: number, fontSize: number): readonly string[] {
  return (text.match(/[^ ]*(?: CO₂e[^ ]*)?(?: +|$)/g) ?? []).flatMap((word) => {
    if (word === '') return [];
    const whole = textWidth(word, fontSize) <= width && !wide.test(word);
    return whole ? [word] : (word.match(cluster) ?? [word]);
  });
}

function shortened(line: string, width: number, fontSize: number): string {
  const clusters = line.match(cluster) ?? [];
  while (clusters.length > 0 && textWidth(`${clusters.join('')}…`, fontSize) > width) clusters.pop();
  return `${clusters.join('').trimEnd()}…`;
}
