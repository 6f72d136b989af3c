import { describe, expect, it } from 'vitest';
import { gap, heading, pageText, pair, strong, table, text, verbatim } from '../../../../src/cli/texts/page.js';
import { THIN } from '../../../../src/units/format.js';

const plain = { columns: 20, paint: (words: string) => words };
const marked = { columns: 20, paint: (words: string) => `[${words}]` };

describe('a page', () => {
  it('wraps at blanks, and sets what runs on further in', () => {
    expect(pageText([text('one two three four five', 2)], plain)).toBe('  one two three four\n    five');
  });

  it('keeps a figure beside its unit', () => {
    expect(pageText([text(`about twelve, 1,000${THIN}kWh`)], plain)).toBe('about twelve,\n  1,000 kWh');
  });

  it('leaves whole what is to be copied', () => {
    const long = 'https://example.org/a/long/address';
    expect(pageText([pair('address', long), verbatim(`run this command with ${long}`)], plain)).toBe(
      `address    ${long}\nrun this command with ${long}`,
    );
  });

  it('has one empty line at most, and none at either end', () => {
    expect(pageText([gap, text('a'), gap, gap, text('b'), gap], plain)).toBe('a\n\nb');
  });

  it('has columns where there is room, figures to the right', () => {
    const rows = [
      ['a', '1', 'x'],
      ['bcd', '100', ''],
    ];
    expect(pageText([table(rows)], plain)).toBe('  a      1  x\n  bcd  100');
    expect(pageText([table([['abcdefghij', '1234567890', 'x']])], plain)).toBe('  abcdefghij\n    1234567890 x');
  });

  it('is bold and dim as the terminal wants it', () => {
    expect(pageText([heading('h'), strong('s'), pair('k', 'v')], marked)).toBe('[h]\n[s]\n[k]          v');
  });

  it('shows what would do something to a terminal', () => {
    const bad = 'a\u001b[2Jb\nc\u202e';
    const shown = pageText([heading(bad), text(bad), pair('k', bad), table([[bad]]), verbatim(bad)], { ...plain, columns: 80 });
    expect(shown).not.toContain('\u001b');
    expect(shown).not.toContain('\u202e');
    expect(shown.split('\n')).toHaveLength(5);
  });
});
