import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import type { RunRecord } from '../../../src/trackers/record.js';
import type { ReadOptions, Tracker } from '../../../src/trackers/tracker.js';
import { readAll } from './reading.js';

/** The text of a fixture. */
export const fixture = (file: string): string => readFileSync(new URL(`../../../fixtures/trackers/${file}`, import.meta.url), 'utf8');

/** A text that is cut anywhere, or in which a character or two were changed to ones that are difficult for readers. */
export function changed(text: string): fc.Arbitrary<string> {
  const odd = fc.constantFrom('\0', '"', '{', ']', '|', ',', '-', '9', 'e', ':', '\n', '\t', '*a', '&a ', 'NaN', '__proto__', '\uFFFF');
  return fc.oneof(
    fc.nat(text.length).map((at) => text.slice(0, at)),
    fc
      .tuple(fc.nat(text.length - 1), fc.oneof(odd, fc.string({ minLength: 1, maxLength: 2 })))
      .map(([at, put]) => text.slice(0, at) + put + text.slice(at + 1)),
  );
}

/** For any text: runs with valid numbers, or an error with diagnostics. */
export async function expectSound(tracker: Tracker, text: string, options?: ReadOptions): Promise<readonly RunRecord[]> {
  try {
    const { runs } = await readAll(tracker, text, options);
    for (const { energy, hours, reported, embodied, intensity, requests } of runs)
      for (const figure of [energy, hours, reported, embodied, intensity, requests])
        if (figure !== undefined) expect(Number.isFinite(figure) && figure >= 0).toBe(true);
    return runs;
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return [];
  }
}
