import { describe, expect, it } from 'vitest';
import { parseBody } from '../../../src/card/body.js';
import { InputError } from '../../../src/diagnostics/diagnostic.js';

function refusal(card: string): { readonly id: string; readonly line: number | undefined; readonly message: string } | undefined {
  try {
    parseBody(card, 0);
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [{ id, line, message } = { id: '', line: 0, message: '' }] = error.diagnostics;
    return { id, line, message };
  }
}

describe('Markdown that takes more than linear time', () => {
  it.each([
    ['quotations', '> '],
    ['quotations without blanks', '>'],
    ['lists', '- '],
    ['numbered lists', '1. '],
    ['lists of several kinds', '* 2) > '],
  ])('is refused by its nesting: %s', (_, opener) => {
    expect(refusal(`# M\n\n${opener.repeat(20_000)}a\n`)).toEqual({
      id: 'markdown-nesting',
      line: 3,
      message: 'Markdown with more than 100 quotations and lists inside each other.',
    });
  });

  it.each([
    ['brackets', '['.repeat(5000), 'brackets in one paragraph'],
    ['footnotes', '[^1]'.repeat(5000), 'brackets in one paragraph'],
    ['open comments', 'a <!-- '.repeat(5000), 'brackets in one paragraph'],
    ['lines of an item', `- a\n${'b\n'.repeat(5000)}`, 'lines in one item of a list'],
    ['underlined headings', 'a\n=\n'.repeat(3000), 'headings that are underlined'],
  ])('is refused by its repetition: %s', (_, markdown, words) => {
    expect(refusal(markdown)?.id).toBe('markdown-repetition');
    expect(refusal(markdown)?.message).toContain(words);
  });

  it.each([
    ['a long paragraph', 'word '.repeat(100_000)],
    ['a line across the page', '- '.repeat(500)],
    ['a list of many links', '- [a](b)\n'.repeat(3000)],
    ['a table of many links', `| a | b |\n|---|---|\n${'| [a](b) | [c](d) |\n'.repeat(2500)}`],
    ['a block of code', `\`\`\`\n${'>'.repeat(300)}\n${'[1, 2],\n'.repeat(9000)}\`\`\`\n`],
    ['nesting as people write it', '> 1. a\n>    - b\n>      > c\n'],
  ])('is read: %s', (_, markdown) => {
    expect(refusal(markdown)).toBeUndefined();
  });
});
