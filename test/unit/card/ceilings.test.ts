import { describe, expect, it } from 'vitest';
import { parseBody } from '../../../src/card/body.js';
import { readFrontMatter } from '../../../src/card/front-matter.js';
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
    ['emphasised words', '**a** '.repeat(5000), 'marks such as `*` and `_` in one paragraph'],
    ['struck words over lines', Array.from({ length: 5000 }, (_, n) => `~~${n}~~\n`).join(''), 'marks such as `*` and `_`'],
    ['items', '- a\n'.repeat(6000), 'repeats this line more than 5000 times'],
    ['headings', '# H\n\n'.repeat(6000), 'repeats this line more than 5000 times'],
    ['rows', '| a |\n'.repeat(6000), 'repeats this line more than 5000 times'],
    ['items of two kinds, indented', '- a\n   * b\n'.repeat(6000), 'repeats this line more than 5000 times'],
    ['fences', '```\na\n```\n\n'.repeat(3000), 'repeats this line more than 5000 times'],
    ['quotes behind an address', `https://a.example/${"'".repeat(2000)}b\n`, 'marks such as `.`'],
    ['references behind an address', `www.a.example/${'&a;'.repeat(2000)}b\n`, 'marks such as `.`'],
    ['lines of a no-break space', '\u00a0\n\n'.repeat(6000), 'repeats this line more than 5000 times'],
  ])('is refused by its repetition: %s', (_, markdown, words) => {
    expect(refusal(markdown)?.id).toBe('markdown-repetition');
    expect(refusal(markdown)?.message).toContain(words);
  });

  it.each([
    ['a long paragraph', 'word '.repeat(100_000)],
    ['an address with marks', `See https://a.example/b?c=1&d=2&e=3 and www.a.example${'.'.repeat(150)} and ${'.'.repeat(2000)}\n`],
    ['a line across the page', '- '.repeat(500)],
    ['a list of many links', '- [a](b)\n'.repeat(3000)],
    ['a table of many links', `| a | b |\n|---|---|\n${'| [a](b) | [c](d) |\n'.repeat(2500)}`],
    ['a table in HTML', `## Results\n<table>\n${'<tr>\n<td>0</td>\n</tr>\n'.repeat(6000)}</table>\n`],
    ['a table with bold cells', `a | b\n-|-\n${Array.from({ length: 3000 }, (_, n) => `**${n}** | **b**\n`).join('')}`],
    ['names with underscores', 'a_b_c '.repeat(5000)],
    ['a block of code', `\`\`\`\n${'>'.repeat(300)}\n${'[1, 2],\n'.repeat(9000)}\`\`\`\n`],
    ['nesting as people write it', '> 1. a\n>    - b\n>      > c\n'],
  ])('is read: %s', (_, markdown) => {
    expect(refusal(markdown)).toBeUndefined();
  });
});

describe('front matter that takes its parser long', () => {
  const refusalOf = (yaml: string): unknown => {
    try {
      readFrontMatter(`---\nlicense: mit\n${yaml}\n---\n`);
      return undefined;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return [error.diagnostics[0]?.line, error.diagnostics[0]?.message];
    }
  };
  const nested = 'Invalid YAML in the front matter: More than 100 lists and mappings are inside each other.';
  const repeats = (text: string, times: string): string =>
    `Invalid YAML in the front matter: The text ${JSON.stringify(text)} is repeated ${times} times.`;

  it.each([
    ['lists in brackets', `x: ${'['.repeat(200_000)}`, [3, repeats('[', '200,000')]],
    ['mappings in braces', `x:${' {a:'.repeat(200_000)}`, [3, repeats(': {a', '200,000')]],
    ['mappings in braces of other keys', `x: ${Array.from({ length: 200 }, (_, n) => `{k${n}: `).join('')}`, [3, nested]],
    ['lists of other lengths on one line', Array.from({ length: 200 }, (_, n) => '- '.padEnd(2 + (n % 7))).join(''), [3, nested]],
    ['items', `tags:\n${'- a\n'.repeat(200_000)}`, [3, repeats('\n- a', '200,000')]],
    ['quotes', `x: ${'"'.repeat(200_000)}`, [3, repeats('"', '200,000')]],
  ])('is refused by its nesting or repetition: %s', (_, yaml, refused) => {
    expect(refusalOf(yaml)).toEqual(refused);
  });

  it.each([
    ['a long text', `x: ${'word '.repeat(200_000)}`],
    ['a text of brackets', `x: |\n  ${'[{'.repeat(1000)}\ny: "${'['.repeat(1000)}"`],
    ['many tags in one line', `tags: [${Array.from({ length: 5000 }, (_, n) => `t${n}`).join(', ')}]`],
    ['a text of one letter', `x: ${'a'.repeat(200_000)}`],
    ['many keys', Array.from({ length: 6000 }, (_, n) => `k${n}: [a, {b: c}]`).join('\n')],
  ])('is read: %s', (_, yaml) => {
    expect(refusalOf(yaml)).toBeUndefined();
  });
});
