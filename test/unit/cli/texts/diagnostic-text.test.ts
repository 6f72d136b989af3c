import { describe, expect, it } from 'vitest';
import { diagnosticsText } from '../../../../src/cli/texts/diagnostic-text.js';
import type { Diagnostic } from '../../../../src/diagnostics/diagnostic.js';

const source = 'model: BLOOM\nphases:\n  - phase: training\n\tenergy: 433196\r\nlast';
const text = (...diagnostics: readonly Diagnostic[]): Promise<string> =>
  diagnosticsText(diagnostics, {
    sourceOf: async (file) => (file.startsWith('absent') ? undefined : source),
    paint: (painted) => painted,
    columns: 60,
  });

const error = (rest: Partial<Diagnostic>): Diagnostic => ({
  id: 'some-error',
  severity: 'error',
  message: 'Wrong.',
  ...rest,
});

describe('a diagnostic', () => {
  it('is told as a compiler does', async () => {
    const all = { expected: 'an energy', suggestion: '433196 kWh', note: 'So that no gram is taken for a kilogram.' };
    expect(await text(error({ file: 'a.yaml', line: 4, column: 10, ...all }))).toBe(
      [
        'a.yaml:4:10: error[some-error]: Wrong.',
        '  4 |     energy: 433196',
        '    |             ^',
        '    expected: an energy',
        '    did you mean 433196 kWh?',
        '    note: So that no gram is taken for a kilogram.',
      ].join('\n'),
    );
  });

  it('has its path where it has no line, and is alone where it has no file', async () => {
    expect(await text(error({ file: 'a.yaml', path: 'model.id' }))).toBe('a.yaml: error[some-error]: model.id: Wrong.');
    expect(await text(error({ expected: 'this' }))).toBe('error[some-error]: Wrong.\n  expected: this');
  });

  it('does without a source that is not there, or a line beyond its end', async () => {
    expect(await text(error({ file: 'absent.yaml', line: 1, column: 1 }))).toBe('absent.yaml:1:1: error[some-error]: Wrong.');
    expect(await text(error({ file: 'a.yaml', line: 99, column: 1 }))).toBe('a.yaml:99:1: error[some-error]: Wrong.');
  });

  it('shows what somebody else wrote as text', async () => {
    expect(await text(error({ message: 'No key `\u001b[2J`.', file: 'a\nb' }))).toBe('a␊b: error[some-error]: No key `␛[2J`.');
  });
});

it('diagnostics come file by file, from top to bottom', async () => {
  const at = (file: string, line: number, column: number) => error({ file: `absent-${file}`, line, column });
  const order = (await text(at('b', 2, 1), at('a', 9, 1), at('b', 1, 7), at('b', 1, 3))).split('\n');
  expect(order.map((line) => line.split(': ')[0])).toEqual(['absent-b:1:3', 'absent-b:1:7', 'absent-b:2:1', 'absent-a:9:1']);
});
