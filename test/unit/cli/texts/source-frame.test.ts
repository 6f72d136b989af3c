import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceFrame } from '../../../../src/cli/texts/source-frame.js';
import { width } from '../../../../src/cli/texts/visible.js';

/** The line and its caret, as they stand below each other. */
function drawn(line: string, column: number, room = 40): string[] {
  const { text, indent } = sourceFrame(line, column, room);
  return [text, `${indent}^`];
}

describe('a source line and its caret', () => {
  it('is shown as written', () => {
    expect(drawn('energy: 433196', 9)).toEqual(['energy: 433196', '        ^']);
  });
  it('has the caret behind the end where the column is', () => {
    expect(drawn('ab', 3)).toEqual(['ab', '  ^']);
    expect(drawn('ab', 99)).toEqual(['ab', '  ^']);
    expect(drawn('', 1)).toEqual(['', '^']);
  });
  it('shows a tab as blanks, before and after the caret', () => {
    expect(drawn('\tx:\ty', 2)).toEqual(['    x:    y', '    ^']);
  });
  it('counts wide characters twice and combining ones not at all', () => {
    expect(drawn('中文: e\u0301x', 7)).toEqual(['中文: e\u0301x', '       ^']);
  });
  it('makes control characters visible and counts what it shows', () => {
    expect(drawn('a\u001b\u202eb', 4)).toEqual(['a␛<U+202E>b', '          ^']);
  });
  it('cuts the end of a long line', () => {
    expect(drawn(`key: ${'x'.repeat(100)}`, 1, 20)).toEqual([`key: ${'x'.repeat(14)}…`, '^']);
  });
  it('cuts its beginning', () => {
    expect(drawn(`${'x'.repeat(100)}: y`, 103, 20)).toEqual([`…${'x'.repeat(15)}: y`, '                  ^']);
  });
  it('cuts both', () => {
    expect(drawn(`${'a'.repeat(100)}b${'c'.repeat(100)}`, 101, 20)).toEqual([`…${'a'.repeat(9)}b${'c'.repeat(8)}…`, '          ^']);
  });
  it('takes no time for a line of five million characters', () => {
    expect(drawn('x'.repeat(5_000_000), 2_500_000, 20)[0]).toHaveLength(20);
  });
  it('is never wider than there is room, and the caret is inside or just behind', () => {
    const line = fc.string({
      unit: fc.constantFrom('a', 'b', '\t', '中', '🌍', '\u202e', '\u0301', '\u0000'),
      maxLength: 200,
    });
    fc.assert(
      fc.property(line, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 24, max: 80 }), (text, column, room) => {
        const frame = sourceFrame(text, column, room);
        expect(width(frame.text)).toBeLessThanOrEqual(room);
        expect(frame.indent.length).toBeLessThanOrEqual(width(frame.text));
      }),
    );
  });
});
