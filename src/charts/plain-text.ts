/**
 * Somebody's text as one line of plain characters. Controls and lone surrogates have no place in XML; a new line would
 * be taken for a line of its own, and an embedding or override of direction would turn round the figures after it.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cs}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[\p{Cc}\u2028\u2029 ]+/gu, ' ')
    .trim();
}

/** A phrase as the start of a sentence. */
export function sentence(phrase: string): string {
  return phrase.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** A formatted figure as a chart sets it: fonts have no word joiner, and a line is never broken at a dash here. */
export function figure(text: string): string {
  return text.replaceAll('\u2060', '').replaceAll('\u00a0', ' ');
}

/** A phrase within a sentence. */
export function lowered(phrase: string): string {
  return phrase.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());
}
