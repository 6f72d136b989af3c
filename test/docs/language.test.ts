import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exceptions, findings, rules, sentences, titlesOf } from '../../scripts/language.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('a planted sentence is found, with its line and what to write instead', () => {
  it.each(rules)('$like', ({ like, instead }) => {
    const found = findings('src/planted.ts', `Plain words.\n// ${like}`);
    expect(found).toContainEqual({ file: 'src/planted.ts', line: 2, words: expect.any(String), instead });
  });
});

it.each([
  'We recommend a meter; PUE stands for power usage effectiveness.',
  'There is no file that could be read.',
  'Amended, commended and dependent.',
  'phase: finetuning',
  'Standards stand-in, understands, outstanding.',
  'A year was taken from the log, `power.draw` too; a chart draws bars.',
  'The unit comes to mind; of hours; it is saidov.',
])('no false alarm: %s', (sentence) => {
  expect(findings('src/planted.ts', sentence)).toEqual([]);
});

it('reads of a test its titles alone', () => {
  // Put together, so that this title is not one of a test here.
  const word = ['reck', 'oned'].join('');
  const text = `it('${word}', () => {\n  expect(${word}).toBe(1);\n  it.each([1])('is ${word}', f);\n});`;
  expect(findings('test/x.test.ts', titlesOf(text)).map(({ line }) => line)).toEqual([1, 3]);
});

it('looks through src, templates, docs, the pages and the tests', () => {
  const files = sentences(root).map(({ file }) => file);
  for (const part of ['src/index.ts', 'README.md', 'docs/README.md', 'SECURITY.md', 'test/docs/language.test.ts'])
    expect(files).toContain(part);
  expect(files.filter((file) => file.startsWith('templates/')).length).toBeGreaterThan(5);
});

it('has no exception without a reason, or for a line that is gone', () => {
  const texts = new Map(sentences(root).map(({ file, text }) => [file, text]));
  for (const { file, holds, why } of exceptions) {
    expect(texts.get(file), file).toContain(holds);
    expect(why.length).toBeGreaterThan(10);
  }
});
