import { expect, it } from 'vitest';
import { readYaml } from '../../../src/manifest/yaml/yaml.js';

const quotes = 'Put text that contains `: ` in quotation marks';

it.each([
  ['{ phase: training, cite: Llama 4 card: total 0 }', 'A second `: ` in one line.', quotes],
  ['cite: Llama 4 card: total 0', 'A second `: ` in one line.', quotes],
  ['cite: [a: b: c]', 'A second `: ` in one line.', quotes],
  ['model:\n\tname: x', 'A tab in the indentation.', 'Indent with spaces'],
  ['a: {\n\tb: 1}', 'A tab in the indentation.', 'Indent with spaces'],
  ['cite: @foo', 'Text that starts with a special character.', 'Put it in quotation marks'],
  ['cite: `foo`', 'Text that starts with a special character.', 'Put it in quotation marks'],
  ['cite: %foo', 'Text that starts with a special character.', 'Put it in quotation marks'],
  ['cite: > text', 'Text that starts with a special character.', 'Put it in quotation marks'],
  ['cite: "a" b', 'Text behind the end of a value.', 'Put the whole text in quotation marks'],
  ['{ cite: a [b], c: d }', 'Text behind the end of a value.', 'Put the whole text in quotation marks'],
  ['model: M\n energy: 1', 'Wrong indentation.', 'Indent all keys of a mapping alike'],
  ['a:\n  b: 1\n c: 2', 'Wrong indentation.', 'Indent all keys of a mapping alike'],
  ['{a: b', 'Missing `}`.', 'Close the mapping with `}`'],
])('%j: %s %s', (text, reason, expected) => {
  expect(readYaml(text).diagnostics.map(({ message, expected: what }) => [message, what])).toEqual([[`Invalid YAML: ${reason}`, expected]]);
});
