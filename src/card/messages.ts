import { error, note } from '../diagnostics/message.js';

/** Faults in a model card's front matter and markers. */
export const messages = {
  tooNested: (max: number) =>
    error('markdown-nesting', `Markdown with more than ${max} quotations and lists inside each other.`, {
      expected: 'a line with fewer `>`, `-` and numbers before its text',
    }),
  tooManyBrackets: (max: number) =>
    error('markdown-repetition', `Markdown with more than ${max} brackets in one paragraph.`, {
      expected: 'several paragraphs, with an empty line between them, or a code block',
    }),
  tooManyLines: (max: number) =>
    error('markdown-repetition', `Markdown with more than ${max} lines in one item of a list.`, {
      expected: 'several paragraphs, with an empty line between them, or a code block',
    }),
  tooManyUnderlines: (max: number) =>
    error('markdown-repetition', `Markdown with more than ${max} headings that are underlined with \`=\` or \`-\`.`, {
      expected: 'headings that begin with `#`',
    }),
  tooManyEmphases: (max: number) =>
    error('markdown-repetition', `Markdown with more than ${max} marks such as \`*\` and \`_\` in one paragraph.`, {
      expected: 'several paragraphs, with an empty line between them, or a code block',
    }),
  tooManyMarks: (max: number) =>
    error('markdown-repetition', `Markdown with an address that has more than ${max} marks such as \`.\` and \`'\` in a row.`, {
      expected: 'the address alone, or in a code block',
    }),
  tooManySameLines: (max: number) =>
    error('markdown-repetition', `Markdown that repeats this line more than ${max} times.`, {
      expected: 'the line once, or the repeated lines in a code block',
    }),
  frontMatterNotYaml: (reason: string) =>
    error('front-matter', `Invalid YAML in the front matter: ${reason}`, {
      expected: 'YAML that the Hub can read, such as `license: mit`',
    }),
  frontMatterNotKeys: () =>
    error('front-matter', 'Invalid front matter: it has no keys.', { expected: 'keys with values, such as `license: mit`' }),
  frontMatterTemplate: () =>
    error('front-matter', 'Unfilled template placeholder in the front matter.', {
      expected: 'a key with a value in its place, such as `license: mit`',
    }),
  frontMatterTangled: (key: string) =>
    error('front-matter', `Cannot write \`${key}\` without changing other keys of the front matter.`, {
      expected: `\`${key}:\` with its own plain values, without anchors that other keys use`,
    }),
  frontMatterOpen: () =>
    error('front-matter', 'Unclosed front matter: the Hub does not find it.', {
      expected: 'a line `---` after the last key',
    }),
  frontMatterOpeningBlanks: () =>
    error('front-matter', 'White space after this `---`: the Hub does not find the front matter.', {
      expected: '`---` and nothing after it',
    }),
  frontMatterClosingBlanks: () =>
    note(
      'front-matter-readers',
      'White space after this `---`: older clients and some pages of the Hub do not find the end of the front matter.',
      {
        expected: '`---` and nothing after it',
      },
    ),
  frontMatterTabLine: () =>
    note(
      'front-matter-readers',
      'This line of the front matter holds only a tab: PyYAML, which many readers use, does not read the block.',
      {
        expected: 'an empty line, or no line',
      },
    ),
  frontMatterLineBreaks: () =>
    error('front-matter', 'This `---` ends in a lone carriage return: the Hub does not find the end of the front matter.', {
      expected: 'lines that end in LF or CRLF',
    }),
  markerAlone: (marker: string, other: string) =>
    error('markers', `Unpaired marker \`${marker}\`.`, { expected: `one matching \`${other}\`, or neither marker` }),
  markerTwice: (marker: string) => error('markers', `Duplicate marker \`${marker}\`.`, { expected: 'one section in a card' }),
  markerInside: (marker: string) =>
    error('markers', `Misplaced marker \`${marker}\`: inside a list, a quotation or an HTML block.`, {
      expected: 'the marker on its own line at the left margin, with an empty line above and below',
    }),
} as const;
