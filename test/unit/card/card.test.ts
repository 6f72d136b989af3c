import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { updateCard } from '../../../src/card/card.js';
import { bodyOf, content, gramsOnHub, withoutOurs } from './content.js';

const grams = 50500000;

/** One card for each thing that cards do and that a careless edit would spoil. */
const oddities: Readonly<Record<string, string>> = {
  'plain': '---\nlicense: mit\n---\n\n# Model\n\nText.\n',
  'no front matter': '# Model\n\nText.\n',
  'empty': '',
  'nothing but line breaks': '\n\n',
  'nothing but front matter': '---\nlicense: mit\n---\n',
  'front matter that ends with the file': '---\nlicense: mit\n---',
  'empty front matter': '---\n---\n\n# Model\n',
  'comments alone as front matter': '---\n# to do\n---\n\n# Model\n',
  'front matter with blank lines above': '\n\n---\nlicense: mit\n---\ntext\n',
  'blanks behind the closing fence': '---\nlicense: mit\n--- \t\n# Model\n',
  'comments, order, quotes, a long line, language no': `---\n# spec: https://example.org\nlanguage: no   # Norwegian\ntags: ["a", 'b']\n\ndescription: ${'long '.repeat(60)}\nextra: >-\n  folded\n\n  text\nlast: |+\n  kept\n\n---\n# Model\n`,
  'keys that are indented': '---\n  license: mit\n  tags:\n    - a\n---\n# Model\n',
  'anchors and merge keys': '---\na: &a {x: 1}\nb:\n  <<: *a\n---\n# Model\n',
  'CRLF': '---\r\nlicense: mit\r\n---\r\n\r\n# Model\r\n\r\nText.\r\n',
  'CRLF, no front matter': '# Model\r\n\r\nText.\r\n',
  'lone CR in the text': '---\nlicense: mit\n---\n# Model\r\rText.\r',
  'lone CR all over': '# Model\r\rText.\r\r## Citation\r\rx\r',
  'mixed endings': '---\r\nlicense: mit\n---\n# Model\r\n\nText.\r## Citation\n',
  'a byte order mark': '\uFEFF---\nlicense: mit\n---\n# Model\n',
  'a byte order mark, no front matter': '\uFEFF# Model\n\nText.\n',
  'no final newline': '---\nlicense: mit\n---\n# Model\n\nText.',
  'trailing blanks and tabs': '---\nlicense: mit  \n---\n# Model  \n\nText.  \n \n\tcode\t\n \n## Citation\t\n',
  'blanks behind the end': '# Model\n\nText.   ',
  'heading at level 1':
    '---\nlicense: mit\n---\n# Environmental Impact\n\n- CO2 Emissions (in grams): 1.2933\n\n## Validation\n\n- Loss: 1\n\n# Citation\n\nx\n',
  'heading at level 3':
    '# M\n\n## Training Details\n\n### Environmental Impact\nCarbon emissions were measured.\n- **Carbon Emitted**: 0.1 kg of CO2\n\n### Training Hardware\n- **On Cloud**: No\n',
  'heading at level 6': '# M\n\n###### Environmental Impact\n\nx\n',
  'setext heading': 'M\n===\n\nEnvironmental Impact\n---\n\nText of a person.\n\nCitation\n---\n',
  'another spelling': '# M\n\n## 6. **Enviromental impact** estimation\n\nText.\n\n## Citation\n',
  'an emoji in the heading': '# M\n\n## 🌍 Environmental Impact\n\nText.\n',
  'heading directly below text, without a blank line': '# M\ntext\n## Environmental Impact\ntext\n## Citation\ntext\n',
  'heading at the very end': '# M\n\n## Environmental Impact',
  'a heading in a fence': '# M\n\n```\n## Environmental Impact\n```\n\ntext\n',
  'a heading in a list, a quotation, a comment, HTML':
    '# M\n\n- ## Environmental Impact\n\n> ## Environmental Impact\n\n<!--\n## Environmental Impact\n-->\n\n<div>\n## Environmental Impact\n</div>\n\ntext\n',
  'a fence that never ends': '# M\n\ntext\n\n```python\nprint()\n',
  'nothing but a fence that never ends': '```\n# M\n',
  'a fence that never ends below front matter': '---\nlicense: mit\n---\n~~~~\n~~~\n',
  'a comment that never ends': '# M\n\ntext\n\n<!-- to do\n',
  'a comment that never ends below the heading': '# M\n\n## Environmental Impact\n\n<!-- to do\n',
  'a list at the end': '# M\n\n- a\n  - b\n',
  'a quotation at the end': '# M\n\n> a\nlazy\n',
  'HTML at the end': '# M\n\n<div>\na\n',
  'folded sections': '# M\n\n<details>\n<summary>more</summary>\n\n## Environmental Impact\n\nText.\n\n</details>\n\nEnd.\n',
  'a table that looks like a heading': '# M\n\na | b\n--- | ---\nEnvironmental Impact | 2\n---\n\ntext\n',
  'two front matters': '---\nlicense: mit\n---\n\n---\nlicense: mit\n---\n\nText.\n',
  'a rule at the start': '---\n\n# M\n\ntext\n',
  'sections of the template':
    '# M\n\n## Model Details\n\n## Uses\n\n### Direct Use\n\nx\n\n## Training Details\n\n### Training Data\n\nx\n\n## Evaluation\n\nx\n\n## Technical Specifications [optional]\n\nx\n\n## Citation\n\nx\n',
  'footnotes and definitions': '# M\n\nText[^1] and [a].\n\n[^1]: Note.\n\n[a]: https://example.org\n',
  'Persian': '---\nlanguage: fa\n---\n\n# مدل\n\nمتن\n',
  'a NUL and odd characters': '# M\u0000\n\n\u2028x\u0085\u200F\n',
};

describe('a card', () => {
  it.each(Object.entries(oddities))('keeps all other characters: %s', (_, card) => {
    const { text, replaced } = updateCard(card, content);
    expect(replaced).toEqual([]);
    expect(withoutOurs(text, card)).toBe(card);
    expect(updateCard(text, content)).toEqual({ text, replaced: [] });
    expect(gramsOnHub(text)).toBe(grams);
    expectRestAsBefore(bodyOf(card), text);
  });

  it('goes below the heading that is there, at its level', () => {
    expect(partIn(oddities['heading at level 1'])).toMatchObject({
      before: '## Validation\n\n- Loss: 1',
      after: '\n\n# Citation\n\nx\n',
      headings: ['## Method'],
    });
    expect(partIn(oddities['heading at level 3'])).toMatchObject({
      after: '\n\n### Training Hardware\n- **On Cloud**: No\n',
      headings: ['#### Method'],
    });
    expect(partIn(oddities['heading at level 6'])).toMatchObject({
      before: '###### Environmental Impact\n\nx',
      headings: ['###### Method'],
    });
    expect(partIn(oddities['setext heading'])).toMatchObject({
      before: 'Text of a person.',
      after: '\n\nCitation\n---\n',
      headings: ['### Method'],
    });
    expect(partIn(oddities['another spelling'])).toMatchObject({ after: '\n\n## Citation\n', headings: ['### Method'] });
    expect(partIn(oddities['folded sections'])).toMatchObject({
      before: 'Text.',
      after: '\n\n</details>\n\nEnd.\n',
      headings: ['### Method'],
    });
  });

  it('goes after the section that the template puts before it otherwise, with a heading at the level of the sections', () => {
    expect(partIn(oddities['sections of the template'])).toMatchObject({
      after: '\n\n## Technical Specifications [optional]\n\nx\n\n## Citation\n\nx\n',
      headings: ['## Environmental Impact', '### Method'],
    });
    const old = '# Model Details\n\n## Model Description\n\nx\n\n# Evaluation\n\n## Results\n\ny\n\n# Citation\n\nz\n';
    expect(partIn(old)).toMatchObject({ before: '## Results\n\ny', headings: ['# Environmental Impact', '## Method'] });
  });

  it('goes to the end otherwise', () => {
    expect(partIn('# M\n\n## Usage\n\nx\n')).toMatchObject({
      before: '## Usage\n\nx',
      after: '\n',
      headings: ['## Environmental Impact', '### Method'],
    });
    expect(partIn('# M\n\nx\n\n# Usage\n\nx')).toMatchObject({ after: '', headings: ['# Environmental Impact', '## Method'] });
  });

  it('is put where a person has put the markers', () => {
    const card = '# M\n\n<!-- carboncard:begin -->\n<!-- carboncard:end -->\n\n## Environmental Impact\n\nx\n';
    expect(partIn(card)).toMatchObject({ after: '\n\n## Environmental Impact\n\nx\n' });
  });

  it('has its values in the front matter replaced, and reports what was there', () => {
    const replacedIn = (yaml: string) => {
      const { text, replaced } = updateCard(`---\n${yaml}\n---\n\n# M\n`, content);
      expect(gramsOnHub(text)).toBe(grams);
      expect(updateCard(text, content).text).toBe(text);
      return { front: text.slice(4, text.indexOf('\n---\n')), replaced };
    };
    const value = 'emissions: 50500000\n  source: "a report: “M”"\n  training_type: pre-training\n  hardware_used: "8 × A100 # all"';
    expect(replacedIn('a: 1\nco2_eq_emissions: 7.3 # by hand\nb: 2')).toEqual({
      front: `a: 1\nco2_eq_emissions: # by hand\n  ${value}\nb: 2`,
      replaced: [{ line: 3, text: '7.3' }],
    });
    expect(replacedIn('co2_eq_emissions:   # by hand\n  # measured\n  emissions: 1\n  source: x\n\n# next\nb: 2')).toEqual({
      front: `co2_eq_emissions:   # by hand\n  # measured\n  ${value}\n\n# next\nb: 2`,
      replaced: [{ line: 4, text: 'emissions: 1\n  source: x' }],
    });
    expect(replacedIn('"co2_eq_emissions": {emissions: 1,\n  source: x}\nb: 2').front).toBe(`"co2_eq_emissions":\n  ${value}\nb: 2`);
    expect(replacedIn('co2_eq_emissions:\n- emissions: 1\n- source: x').front).toBe(`co2_eq_emissions:\n  ${value}`);
    expect(replacedIn('co2_eq_emissions:\nb: 2').front).toBe(`co2_eq_emissions:\n  ${value}\nb: 2`);
    expect(replacedIn('co2_eq_emissions: >\n  1.2\n  kg\nb: 2').front).toBe(`co2_eq_emissions:\n  ${value}\nb: 2`);
    expect(replacedIn('{license: mit, co2_eq_emissions: 5}').front).toContain('{license: mit, co2_eq_emissions: { "emissions": 50500000, ');
    expect(replacedIn('{license: mit,}').front).toContain('{license: mit, "co2_eq_emissions": { "emissions": 50500000, ');
    expect(replacedIn('{}').front).toContain('{ "co2_eq_emissions": { "emissions": 50500000, ');
  });

  it.each([
    [
      'a fence of CR CR LF',
      '---\r\r\nlicense: mit\r\r\n---\r\r\n\r\n# M\r\n',
      'front-matter',
      5,
      'This `---` ends in a lone carriage return: the Hub does not find the end of the front matter.',
    ],
    [
      "a template's placeholder",
      '---\n# doc\n{{ card_data }}\n---\n\n# M\n',
      'front-matter',
      3,
      'Unfilled template placeholder in the front matter.',
    ],
    ['invalid YAML', '---\nlicense: mit\ntags: [a\n---\n# M\n', 'front-matter', 3, 'Invalid YAML in the front matter:'],
    [
      'a key twice',
      '---\nlicense: mit\nlicense: mit\n---\n# M\n',
      'front-matter',
      3,
      'Invalid YAML in the front matter: Map keys must be unique.',
    ],
    ['a list', '---\n- a\n---\n# M\n', 'front-matter', 2, 'Invalid front matter: it has no keys.'],
    ['no end', '---\nlicense: mit\n\n# M\n', 'front-matter', 1, 'Unclosed front matter: the Hub does not find it.'],
    [
      'blanks after the opening fence',
      '--- \nlicense: mit\n---\n# M\n',
      'front-matter',
      1,
      'White space after this `---`: the Hub does not find the front matter.',
    ],
    [
      'a key that another refers to',
      '---\nco2_eq_emissions: &a 5\nb: *a\n---\n# M\n',
      'front-matter',
      2,
      'Cannot write `co2_eq_emissions` without changing other keys of the front matter.',
    ],
    ['a beginning without an end', '# M\n\n<!-- carboncard:begin -->\n\nx\n', 'markers', 3, 'Unpaired marker `<!-- carboncard:begin -->`.'],
    ['an end without a beginning', '# M\n\n<!-- carboncard:end -->\n', 'markers', 3, 'Unpaired marker `<!-- carboncard:end -->`.'],
    [
      'an end above the beginning',
      '# M\n\n<!-- carboncard:end -->\n\n<!-- carboncard:begin -->\n',
      'markers',
      5,
      'Unpaired marker `<!-- carboncard:begin -->`.',
    ],
    [
      'markers in a quotation',
      '# M\n\n> <!-- carboncard:begin -->\n> <!-- carboncard:end -->\n',
      'markers',
      3,
      'Misplaced marker `<!-- carboncard:begin -->`: inside a list, a quotation or an HTML block.',
    ],
    [
      'two beginnings',
      '<!-- carboncard:begin -->\n\n<!-- carboncard:begin -->\n\n<!-- carboncard:end -->\n',
      'markers',
      3,
      'Duplicate marker `<!-- carboncard:begin -->`.',
    ],
  ])('is rejected, with the line: %s', (_, card, id, line, message) => {
    expect(() => updateCard(card, content)).toThrow(
      expect.objectContaining({
        diagnostics: expect.arrayContaining([expect.objectContaining({ id, line, message: expect.stringContaining(message) })]),
      }),
    );
  });

  it('replaces template placeholders, and keeps what a person wrote', () => {
    const sentence = 'Carbon emissions can be estimated using\nthe [calculator](https://mlco2.github.io/impact).';
    const card = (bullets: string) =>
      `# M\n\n## Environmental Impact\n\n<!-- Total emissions (in grams of CO2eq) go here -->\n\n${sentence}\n\n${bullets}\n\n## Citation\n`;
    const all =
      '- **Hardware Type:** [More Information Needed]\n- **Hours used:** More information needed\n- **Cloud Provider:** {{ cloud_provider }}\n- **Compute Region:**\n- **Carbon Emitted:** [More Information Needed]';
    expect(partIn(card(all))).toMatchObject({ before: '# M\n\n## Environmental Impact', after: '\n\n## Citation\n' });
    expect(updateCard(card(all), content).replaced).toHaveLength(1);
    const some = all.replace('More information needed', '150000');
    expect(partIn(card(some)).before).toBe(
      `# M\n\n## Environmental Impact\n\n<!-- Total emissions (in grams of CO2eq) go here -->\n\n${sentence}\n\n- **Hours used:** 150000`,
    );
    const own = card('We used little.');
    expect(updateCard(own, content).replaced).toEqual([]);
  });
});

/** Where the section is in a card, and its headings. */
function partIn(card = '') {
  const { text } = updateCard(`---\na: 1\n---\n${card}`, content);
  const body = text.slice(text.indexOf('\n---\n') + 5);
  const [begin, end] = [body.indexOf('<!-- carboncard:begin -->'), body.indexOf('<!-- carboncard:end -->')];
  return {
    before: body
      .slice(0, begin)
      .replace(/\n\n$/, '')
      .split('\n\n')
      .slice(-card.split('\n\n').length)
      .join('\n\n')
      .replace(/^[\s\S]*(?=Text of a person|Text\.$|## Validation|###### Env|## Results|## Usage)/, ''),
    after: body.slice(end + '<!-- carboncard:end -->'.length),
    headings: body.slice(begin, end).match(/^#+ .*$/gm),
  };
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** The section is a stretch of the card's own blocks, and the others read as they did. */
function expectRestAsBefore(body: string, text: string): void {
  const blocks = (markdown: string): Root['children'] => {
    const root = parser.parse(markdown);
    visit(root, (node) => {
      delete node.position;
      // Empty lines at the end of a fence that a list leaves open.
      if (node.type === 'code') node.value = node.value.trimEnd();
    });
    return root.children;
  };
  const now = blocks(bodyOf(text));
  const at = (marker: string) => now.findIndex((node) => node.type === 'html' && node.value === `<!-- carboncard:${marker} -->`);
  const [begin, end] = [at('begin'), at('end')];
  expect([begin >= 0, end > begin]).toEqual([true, true]);
  expect([...now.slice(0, begin), ...now.slice(end + 1)]).toEqual(blocks(body));
}

const block = fc.constantFrom(
  '# Title',
  '## Environmental Impact',
  '### environmental  impact estimation',
  'Environmental Impact\n---',
  'Model\n=====',
  '## Evaluation',
  '# Uses',
  '#### Deep',
  'Text of one line.',
  'Text  \nof two lines',
  '- a\n- b',
  '- a\n\n  para\n  - c',
  '1. one\n2. two',
  '> quote\nlazy',
  '```\n## Environmental Impact\n```',
  '~~~~ js\n```\n~~~~',
  '<div>\n## Environmental Impact\n</div>',
  '<!-- a\n\n## b -->',
  '<details>\n<summary>x</summary>',
  '</details>',
  '<pre>\n\n# x\n\n</pre>',
  '    code',
  '\tcode',
  '| a | b |\n| - | - |\n| 1 | 2 |',
  '***',
  '[^1]: note',
  '[a]: https://example.org',
  '![x](y.svg "z")',
  '$$\na\n$$',
  'متن',
  '中文 ✓',
  '<script>',
  '```',
  '<!--',
  '- ```',
  '> ```',
  '* * *',
);
const yamlLine = fc.constantFrom(
  'license: mit',
  '# a comment',
  'tags:\n- a\n- b',
  'language: no',
  'x: "q: #"',
  "y: 'z'",
  '',
  'widget:\n  - text: |\n      a\n\n      b',
  'co2_eq_emissions: 5',
  'long: >-\n  a\n  b',
);
const generated = fc.record({
  mark: fc.constantFrom('', '', '\uFEFF'),
  yaml: fc.option(fc.uniqueArray(yamlLine, { maxLength: 5 })),
  blocks: fc.array(block, { maxLength: 9 }),
  gaps: fc.array(fc.constantFrom('\n\n', '\n\n', '\n', '\n\n\n', '\n \n', '  \n\n'), { minLength: 9, maxLength: 9 }),
  end: fc.constantFrom('', '\n', '\n\n', '  ', '\n \t'),
  lineBreak: fc.constantFrom('\n', '\n', '\r\n', '\r'),
});

describe('any card', () => {
  it('keeps all other characters, reads as it did elsewhere, is the same when done twice', () => {
    fc.assert(
      fc.property(generated, ({ mark, yaml, blocks, gaps, end, lineBreak }) => {
        const body = blocks.map((one, n) => one + (n < blocks.length - 1 ? gaps[n] : '')).join('') + end;
        // A front matter of lone CRs is refused, which has a test of its own.
        const front =
          yaml === null
            ? ''
            : `---\n${yaml.map((line) => `${line}\n`).join('')}---\n`.replaceAll('\n', lineBreak === '\r' ? '\n' : lineBreak);
        const card = mark + front + body.replaceAll('\n', lineBreak);
        fc.pre(yaml !== null || !/^\s*(?:---|\* \* \*)/.test(body));
        const { text, replaced } = updateCard(card, content);
        const old = yaml?.includes('co2_eq_emissions: 5') === true;
        expect(replaced.map((one) => one.text)).toEqual(old ? ['5'] : []);
        if (!old) expect(withoutOurs(text, card)).toBe(card);
        expect(updateCard(text, content)).toEqual({ text, replaced: [] });
        expect(gramsOnHub(text)).toBe(grams);
        expectRestAsBefore(body.replaceAll('\n', lineBreak), text);
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});
