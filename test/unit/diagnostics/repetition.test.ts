import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repetitionIn } from '../../../src/diagnostics/repetition.js';
import { readYaml } from '../../../src/manifest/yaml/yaml.js';

/** Words, no two alike, of which every line is a comment of YAML. */
const prose = Array.from({ length: 3000 }, (_, n) => `# word ${n} of ${n * 7919}\n`).join('');
const fixtures = new URL('../../../fixtures/', import.meta.url);

describe('a repetition', () => {
  it('is found wherever it begins, whatever is repeated', () => {
    // Without the colon it might be words.
    const pattern = fc.string({ minLength: 0, maxLength: 60, unit: 'binary' }).map((text) => `${text}:`);
    fc.assert(
      fc.property(pattern, fc.nat(prose.length), (repeated, offset) => {
        const run = repeated.repeat(Math.ceil(8300 / repeated.length));
        const found = repetitionIn(prose.slice(0, offset) + run + prose.slice(offset));
        expect(found).toBeDefined();
        // A character before the run, or behind it, may happen to go on with it.
        expect(found?.start).toBeLessThanOrEqual(offset);
        expect(found?.end).toBeGreaterThanOrEqual(offset + run.length);
        expect(repeated.length % (found?.pattern.length ?? 0)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('is not found in prose, nor in a pattern that fills 8,192 characters', () => {
    expect(repetitionIn(prose)).toBeUndefined();
    expect(repetitionIn(`${prose}${'- a\n'.repeat(2047)}`)).toBeUndefined();
    expect(repetitionIn(`${prose}${'- a\n'.repeat(2050)}`)?.pattern).toBe('\n- a');
  });

  it('is not found in words, however often', () => {
    expect(repetitionIn('word '.repeat(20_000))).toBeUndefined();
    expect(repetitionIn('a'.repeat(20_000))).toBeUndefined();
    expect(repetitionIn('word  '.repeat(20_000))?.sentence).toBe('The text "word  " is repeated 20,000 times.');
  });

  it('is in no fixture', () => {
    const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:ya?ml|json|md)$/.test(file));
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) expect(repetitionIn(readFileSync(new URL(file, fixtures), 'utf8')), file).toBeUndefined();
  });
});

describe('YAML that repeats a pattern', () => {
  it.each([
    ['[', 49_000, 1, 1, 'The text "[" is repeated 49,000 times.'],
    ['model: M\nduration: "11h', 1, 2, 15, 'The text "1." is repeated 20,000 times.', '1.'.repeat(20_000)],
    ['- a\n', 30_000, 1, 1, 'The text "- a\\n" is repeated 30,000 times.'],
    ['this is a long line # 1\n', 3000, 1, 1, 'A text of 24 characters is repeated 3,000 times.'],
  ])('has one fault, at its beginning: %j', (text, times, line, column, sentence, more = '') => {
    expect(readYaml(text.repeat(times) + more).diagnostics).toEqual([
      { id: 'not-yaml', severity: 'error', message: `Invalid YAML: ${sentence}`, expected: 'Remove the repetition', line, column },
    ]);
  });
});
