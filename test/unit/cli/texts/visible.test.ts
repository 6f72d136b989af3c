import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { visible, visibleDraft, visibleJson, width, withoutCommands } from '../../../../src/cli/texts/visible.js';

describe("somebody else's text", () => {
  it.each([
    ['a\u001b[2Jb', 'a␛[2Jb'],
    ['one\ntwo\r\t\0', 'one␊two␍␉␀'],
    ['\u007f\u009b', '␡<U+009B>'],
    ['\u202eabc\u2066\u200f', '<U+202E>abc<U+2066><U+200F>'],
    ['\ufeff\u200b\u2028', '<U+FEFF><U+200B><U+2028>'],
    ['\ud800', '<U+D800>'],
    ['Ünïcode 中文 👍🏽 می‌خواهم', 'Ünïcode 中文 👍🏽 می‌خواهم'],
  ])('%j shows as %s', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('is the same when read from JSON, without a character that a terminal obeys', () => {
    const value = { name: 'a\u001b\n\u009b\u202e\ud800中👍' };
    expect(JSON.parse(visibleJson(value))).toEqual(value);
    expect(visibleJson(value)).toBe('{\n  "name": "a\\u001b\\n\\u009b\\u202e\\ud800中👍"\n}');
  });
});

describe('what a build server would obey', () => {
  it.each([
    ['::error file=README.md,line=1::injected', '<U+003A>:error file=README.md,line=1::injected'],
    ['  ::add-mask::a\n::stop-commands::b', '  <U+003A>:add-mask::a\n<U+003A>:stop-commands::b'],
    ['a ##[group]b', 'a #<U+0023>[group]b'],
    ['##vso[task.setvariable variable=a]b', '#<U+0023>vso[task.setvariable variable=a]b'],
    ["##teamcity[message text='a']", "#<U+0023>teamcity[message text='a']"],
    ['\u00a0\u3000::error::a', '\u00a0\u3000<U+003A>:error::a'],
    ['a\r::error::b\u2028::error::c', 'a\r<U+003A>:error::b\u2028<U+003A>:error::c'],
    ['a::b, ## Heading, C::D', 'a::b, ## Heading, C::D'],
  ])('%j shows as %j', (lines, shown) => {
    expect(withoutCommands(lines)).toBe(shown);
  });

  it('is an escape in JSON, and the same value when read', () => {
    const value = { '##[a]': '::error::b', c: ['##vso[d]'] };
    expect(JSON.parse(visibleJson(value))).toEqual(value);
    expect(withoutCommands(visibleJson(value))).toBe(visibleJson(value));
  });

  it('is an escape in a draft, and the same manifest when read', () => {
    const draft = 'model: "##[group]a"\nname: "##vso[b]c"  # ##[d]?\n';
    expect(parse(visibleDraft(draft))).toEqual(parse(draft));
    expect(withoutCommands(visibleDraft(draft))).toBe(visibleDraft(draft));
  });
});

describe('cells of a terminal', () => {
  it.each([
    ['abc', 3],
    ['中文', 4],
    ['한글', 4],
    ['ｆｕ', 4],
    ['e\u0301', 1],
    ['🌍', 2],
    ['', 0],
  ])('%s takes %i', (text, cells) => {
    expect(width(text)).toBe(cells);
  });
});
