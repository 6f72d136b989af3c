import { accents, commands, letters } from './characters-data.js';

/** Characters that no command prints with the fonts of every class, and what may take their place. */
export interface OtherCharacters {
  readonly native: string;
  /** In characters and commands that every font has: transliterated, else as code points, `[U+6A21 U+578B]`. */
  readonly replacement: string;
}

export interface TexTextOptions {
  /** How other characters are written; as they are by default. */
  readonly other?: ((characters: OtherCharacters) => string) | undefined;
  /** Whether lines may end inside long words. */
  readonly breaks?: boolean | undefined;
}

/** A word with more characters has to break in a narrow column. */
const longWord = 14;
/** Characters without a place to break. */
const longPart = 12;

/** Text that TeX prints as it is, on one line of the file: special characters as commands, other scripts as `other` has them. */
export function texText(text: string, { other = ({ native }) => native, breaks = false }: TexTextOptions = {}): string {
  return (
    text
      .normalize('NFC')
      // Marks of direction, joiners of words and soft hyphens print nothing.
      .replace(/[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
      .replace(/[^\S\u00a0\u2009\u202f]+/g, ' ')
      .trim()
      .split(' ')
      .map((word) => wordText(word, { other, breaks: breaks && word.length > longWord }))
      .join(' ')
  );
}

function wordText(
  word: string,
  { other, breaks }: Required<Pick<TexTextOptions, 'breaks'>> & { readonly other: NonNullable<TexTextOptions['other']> },
): string {
  let written = '';
  let since = 0;
  let run = '';
  const flush = (): void => {
    if (run !== '') written += other({ native: run, replacement: replacementOf(run) });
    run = '';
  };
  const characters = [...word];
  characters.forEach((character, index) => {
    const plain = characterText(character, characters[index + 1]);
    if (plain === undefined) run += character;
    else {
      flush();
      written += plain;
    }
    since += 1;
    const mayBreak = /[/_.:@=+&]/.test(character) || since >= longPart;
    if (!breaks || !mayBreak || index + 1 >= characters.length || /\p{M}/u.test(characters[index + 1] ?? '')) return;
    flush();
    written += '\\allowbreak{}';
    since = 0;
  });
  flush();
  return written;
}

/** A character as TeX prints it with every font; nothing where there is no such way. */
function characterText(character: string, next: string | undefined): string | undefined {
  if (Object.hasOwn(commands, character)) return commands[character];
  // Two of them would be a ligature: a dash, a quotation mark.
  if (/[-',]/.test(character)) return next === character ? `${character}{}` : character;
  if (/[\u0020-\u007e]/.test(character)) return character;
  return scriptText(character) ?? accentedText(character);
}

/** Digits above or below the line: the 2 of CO₂. */
function scriptText(character: string): string | undefined {
  const below = '₀₁₂₃₄₅₆₇₈₉'.indexOf(character);
  if (below >= 0) return `\\textsubscript{${below}}`;
  const above = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'].indexOf(character);
  return above >= 0 ? `\\textsuperscript{${above}}` : undefined;
}

/** One accent on a letter. Of two, biber makes a letter of the inner one, and the outer command takes only its first byte. */
function accentedText(character: string): string | undefined {
  const [base = '', mark = '', ...more] = [...character.normalize('NFD')];
  return more.length === 0 && /[A-Za-z]/.test(base) && Object.hasOwn(accents, mark) ? `${accents[mark]}{${base}}` : undefined;
}

/** What is printed where a font lacks the characters. */
function replacementOf(run: string): string {
  let text = '';
  let codes: string[] = [];
  const flush = (): void => {
    if (codes.length > 0) text += `[${codes.join(' ')}]`;
    codes = [];
  };
  for (const character of run) {
    const readable = readableText(character);
    if (readable === undefined) codes.push(`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
    else if (readable !== '') {
      flush();
      text += readable;
    }
  }
  flush();
  return text;
}

/** A letter of another alphabet, or of this one with a mark that has no command; nothing where no Latin reader could read it. */
function readableText(character: string): string | undefined {
  if (Object.hasOwn(letters, character)) return letters[character];
  // A joiner or a variation selector has no look of its own.
  if (/\u200c|\u200d|[\ufe00-\ufe0f]/.test(character)) return '';
  const parts = [...character.normalize('NFKD')].filter((part) => !/\p{M}/u.test(part));
  const texts = parts.map((part) => (part === character ? undefined : (letters[part] ?? characterText(part, undefined))));
  return texts.length > 0 && texts.every((text) => text !== undefined) ? texts.join('') : undefined;
}
