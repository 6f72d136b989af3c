const numbers: Readonly<Record<string, number>> = {
  'a single': 1,
  'single': 1,
  'one': 1,
  'two': 2,
  'three': 3,
  'four': 4,
  'five': 5,
  'six': 6,
  'seven': 7,
  'eight': 8,
  'nine': 9,
  'ten': 10,
  'twelve': 12,
  'sixteen': 16,
};

/** Small numbers in words: `two days`, `a single A100`, `eight GPUs`. `A few` is no number. */
export const numberWords = Object.keys(numbers).join('|');

/** The number that a word of `numberWords` means. */
export function numberOfWord(word: string): number | undefined {
  return numbers[word.toLowerCase().replace(/\s+/g, ' ')];
}
