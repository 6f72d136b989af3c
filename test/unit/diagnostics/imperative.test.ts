import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectationLabel } from '../../../src/diagnostics/imperative.js';

/** Every expectation in the source, with its file; the words before the first value. */
const expectations = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('cli/texts/'))
  .flatMap((name) => {
    const source = readFileSync(`src/${name}`, 'utf8');
    const literals = source.matchAll(/\bexpected(?::|[^\n;]*\?)\s*(?:'([^'\n]+)'|"([^"\n]+)"|`((?:\\`|[^`])+)`)/g);
    return [...literals].map(([, single, double, template = '']) => ({ name, text: single ?? double ?? template.replaceAll('\\`', '`') }));
  });

/** Names with a capital letter, which are no verbs. */
const names = /^(?:YAML|Markdown|UTF-8|W|Wh|W or kW|kW)\b/;
/** Verbs that would be imperatives at the beginning of an expectation. */
const lowercase =
  /^(?:add|answer|ask|close|free|give|go|indent|keep|leave|move|name|put|remove|rename|run|save|see|start|use|write)\b(?! of\b)/;

describe('an expectation', () => {
  it('is found in the tables of messages', () => {
    expect(expectations.length).toBeGreaterThan(150);
  });

  it('that begins with a capital letter is an imperative, and labelled as a fix', () => {
    const wrong = expectations.filter(({ text }) => /^[A-Z]/.test(text) && !names.test(text) && expectationLabel(text) !== 'fix');
    expect(wrong).toEqual([]);
  });

  it('that is an imperative begins with a capital letter', () => {
    expect(expectations.filter(({ text }) => lowercase.test(text))).toEqual([]);
  });

  it('that holds a command to type says so with a verb, and does not name it as an example', () => {
    const command = /(?:^|: |such as |see )`(?:carboncard|npm|npx|git|\$\{command\})(?: |\b)/;
    // `carboncard: 1` is a key of a manifest.
    const typed = expectations.filter(({ text }) => command.test(text.replaceAll('`carboncard: 1`', '')));
    expect(typed.filter(({ text }) => expectationLabel(text) !== 'fix')).toEqual([]);
  });

  it.each([
    ['Add `site:`', 'fix'],
    ['Run `git lfs pull`, which downloads the file', 'fix'],
    ['YAML or JSON', 'expected'],
    ['`433196 kWh`', 'expected'],
    ['a name from `hardware`', 'expected'],
  ])('%s: %s', (text, label) => expect(expectationLabel(text)).toBe(label));
});
