import { describe, expect, it } from 'vitest';
import { isMap, isScalar } from 'yaml';
import { updateCard } from '../../../src/card/card.js';
import { frontMatterRemarks, readFrontMatter } from '../../../src/card/front-matter.js';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { content, gramsOnHub, readOnHub, withoutOurs } from './content.js';

const written = (text: string): string => updateCard(text, content).text;

const key =
  'co2_eq_emissions:\n  emissions: 50500000\n  source: "a report: “M”"\n  training_type: pre-training\n  hardware_used: "8 × A100 # all"\n';

/** The card's text to the end of its title, where all changes of the front matter are. */
const front = (text: string): string => text.slice(0, text.indexOf('# M'));

function others(card: string): unknown {
  const { co2_eq_emissions: _, ...rest } = readOnHub(card);
  return rest;
}

function faultsIn(text: string): readonly string[] {
  try {
    readFrontMatter(text);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
}

/** Remarks as `line:column message → expected`. */
const remarksOn = (text: string): readonly string[] =>
  frontMatterRemarks(text).map(({ line, column, message, expected }) => `${line}:${column} ${message} → ${expected}`);

describe('blanks behind a fence', () => {
  it('are remarked on behind the closing one, which is read and edited', () => {
    const card = '---\nlicense: mit\nco2_eq_emissions: 12.5\n--- \n\n# M\n';
    expect(front(written(card))).toBe(`---\nlicense: mit\n${key}--- \n\n`);
    expect(remarksOn(card)).toEqual([
      '4:1 White space after this `---`: older clients and some pages of the Hub do not find the end of the front matter. → `---` and nothing after it',
    ]);
  });

  it.each(['---\nlicense: mit\n---\t\r\n# M\n', '---\nlicense: mit\n--- ', '---\n--- \n# M\n'])('are seen in %j', (card) => {
    expect(remarksOn(card)).toHaveLength(1);
  });

  it.each(['---\nlicense: mit\n---\n \n# M\n', '# M\n', '---\n---\n# M\n'])('are not seen in %j', (card) => {
    expect(remarksOn(card)).toEqual([]);
  });

  it('are an error behind the opening one', () => {
    expect(faultsIn('--- \nlicense: mit\n---\n# M\n')).toEqual([
      '1:1 White space after this `---`: the Hub does not find the front matter.',
    ]);
  });
});

describe('two fences with nothing between', () => {
  it('are no front matter where the Hub reads keys up to a third', () => {
    const card = '---\n---\nlicense: mit\nlanguage: en\n---\n\n# M\n';
    const text = written(card);
    expect(front(text)).toBe(`---\n---\nlicense: mit\nlanguage: en\n${key}---\n\n`);
    expect(others(text)).toEqual({ license: 'mit', language: 'en' });
  });

  it.each([
    '---\n---\nlicense: mit\nlanguage: en\n---\n\n# M\n',
    '---\r\n---\r\nlicense: mit\r\n---\r\n\r\n# M\r\n',
    '\n---\n--- \nlicense: mit\nco2_eq_emissions: 4\ntags:\n- a\n---\n# M\n',
    '---\n---\n{"license": "mit"}\n---\n# M\n',
    '---\n---\n\n# M\n\ntext\n\n---\n\nmore\n',
    '---\n---\n# M\n\n---\nmore\n',
    '---\n---\n---\n# M\n',
    '---\n---\n# M\n',
    '---\n---\n\n# M\n\nSee: below\n\n---\n\nmore\n',
  ])('leave every other key as the Hub reads it: %j', (card) => {
    const text = written(card);
    expect(others(text)).toEqual(others(card));
    expect(gramsOnHub(text)).toBe(50500000);
    if (!/co2_eq_emissions|\{/.test(card)) expect(withoutOurs(text, card)).toBe(card);
    expect(written(text)).toBe(text);
  });

  it('are front matter where no key follows, above a line across the page', () => {
    expect(written('---\n---\n\n# M\n\ntext\n\n---\n\nmore\n').startsWith(`---\n${key}---\n\n# M\n\ntext\n\n---\n\nmore\n`)).toBe(true);
  });

  it('do not hide a fault of the keys below', () => {
    expect(faultsIn('---\n---\nlicense: "mit\n---\n# M\n')).toEqual(['3:14 Invalid YAML in the front matter: Missing closing "quote.']);
  });
});

describe('quoted texts that go on at the margin', () => {
  it('are read with the offsets of the card', () => {
    const card = '---\nwidget:\n- text: "one\n\ntwo"\nlicense: mit\n---\n\n# M\n';
    const read = readFrontMatter(card);
    if (!('yamlEnd' in read)) throw new Error('No front matter.');
    expect(read.values).toEqual({ widget: [{ text: 'one\ntwo' }], license: 'mit' });
    const places = read.map?.items.map((item) => {
      const node = isMap(item.value) || isScalar(item.value) ? item.value : undefined;
      return [isScalar(item.key) ? item.key.range?.[0] : undefined, node?.range?.slice(0, 2)];
    });
    expect(places).toEqual([
      [0, undefined],
      [27, [36, 39]],
    ]);
    expect(front(written(card))).toBe(`---\nwidget:\n- text: "one\n\ntwo"\nlicense: mit\n${key}---\n\n`);
  });

  it.each([
    ['single quotes', "a:\n  b: 'one\ntwo: x\n'' q'\nc: 1", { a: { b: "one two: x ' q" }, c: 1 }],
    ['two of them, escapes', 'a:\n- t: "1\n2\\\n 3"\n- t: "\\"x\n# y"\nc: 1', { a: [{ t: '1 23' }, { t: '"x # y' }], c: 1 }],
    ['a list in brackets', 'a: ["x\ny", z]\nc: 1', { a: ['x y', 'z'], c: 1 }],
    ['at the end', 'a: 1\nc: "x\n\ny"', { a: 1, c: 'x\ny' }],
  ])('are read: %s', (_, yaml, values) => {
    for (const lineBreak of ['\n', '\r\n']) {
      const card = `---\n${yaml}\n---\n\n# M\n`.replaceAll('\n', lineBreak);
      const read = readFrontMatter(card);
      expect('values' in read && read.values).toEqual(values);
      expect(withoutOurs(written(card), card)).toBe(card);
      expect(written(written(card))).toBe(written(card));
    }
  });

  it('are read to their closing quote, also where a line ends in an escaped one', () => {
    const card = '---\nk: "\\"q\\"\n# c"\nd: 1\n---\n\n# M\n';
    const read = readFrontMatter(card);
    expect('values' in read && read.values).toEqual({ k: '"q" # c', d: 1 });
    expect(front(written(card))).toBe(`---\nk: "\\"q\\"\n# c"\nd: 1\n${key}---\n\n`);
  });

  it('are refused where they are too many to read, and nothing is written', () => {
    const card = `---\n${Array.from({ length: 60 }, (_, n) => `k${n}: "\\"q\\"\n# c"`).join('\n')}\n---\n# M\n`;
    expect(faultsIn(card)).toEqual(['2:5 Invalid YAML in the front matter: Quoted text without an indent.']);
  });

  it('are left as they are around a value that is replaced', () => {
    const card = '---\nx: "a\nb"\nco2_eq_emissions: 5\nd: "1\n2"\n---\n# M\n';
    expect(front(written(card))).toBe(`---\nx: "a\nb"\n${key}d: "1\n2"\n---\n`);
  });

  it.each([
    ['---\na: "b\nc: d\n---\n# M\n', ['3:5 Invalid YAML in the front matter: Missing closing "quote.']],
    ['---\nx: "a\nb"\nc: 1\nc: 2\n---\n# M\n', ['5:1 Invalid YAML in the front matter: Map keys must be unique.']],
  ])('do not hide a fault: %j', (card, faults) => {
    expect(faultsIn(card)).toEqual(faults);
  });
});

describe('a line of one tab', () => {
  it('is remarked on', () => {
    expect(remarksOn('---\nlicense: mit\n\t\nlanguage: en\n---\n# M\n')).toEqual([
      '3:1 This line of the front matter holds only a tab: PyYAML, which many readers use, does not read the block. → an empty line, or no line',
    ]);
  });

  it.each(['a: "x\n\t\n  y"', 'a: |\n  x\n  \t\n  y', 'a: 1\n\nb: 2'])('is no fault in %j', (yaml) => {
    expect(remarksOn(`---\n${yaml}\n---\n# M\n`)).toEqual([]);
  });
});

describe('a text that ends the block', () => {
  it.each([
    ['license: mit\n# about\nd: >\n  folded\n  text', `license: mit\n${key}# about\nd: >\n  folded\n  text\n`],
    ['d: |\n  text', `${key}d: |\n  text\n`],
    ['a:\n- b: >\n    text', `${key}a:\n- b: >\n    text\n`],
    ['a: "x\n# y"\nd: |+\n  text', `a: "x\n# y"\n${key}d: |+\n  text\n`],
    // These have no line break at their end, or have it already.
    ['d: >-\n  text', `d: >-\n  text\n${key}`],
    ['d: >\n  text\n# end', `d: >\n  text\n# end\n${key}`],
    ['d: >\n  text\n', `d: >\n  text\n${key}\n`],
  ])('gains no line break: %j', (yaml, after) => {
    expect(front(written(`---\n${yaml}\n---\n# M\n`))).toBe(`---\n${after}---\n`);
  });
});

it('reads many keys in a time that grows with their number', { retry: 2 }, () => {
  const duration = (count: number): number => {
    const card = `---\n${Array.from({ length: count }, (_, n) => `key_${n}: ${n}`).join('\n')}\n---\n\n# M\n`;
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      readFrontMatter(card);
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  // Ten times the keys took a hundred times as long.
  const few = duration(2000);
  expect(duration(20_000) / few).toBeLessThan(35);
});
