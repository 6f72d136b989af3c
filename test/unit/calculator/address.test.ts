import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, textFrom } from '../../../src/calculator/address.js';

describe('an address', () => {
  it('gives back every text, in characters that an address may have', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 500 }), async (text) => {
        const address = await addressOf(text);
        expect(address).toMatch(/^a[\w-]*$/);
        expect(await textFrom(`#${address}`)).toBe(text);
      }),
    );
  });

  it('is shorter than a text that repeats itself', async () => {
    const text = 'hardware: 8 x A100 80GB\n'.repeat(100);
    expect((await addressOf(text))?.length).toBeLessThan(text.length / 10);
  });

  it.each(['', '#', '#b123', '#a', '#a!!', '#aAAAA', '#section', `#a${'A'.repeat(300_000)}`])('%.12s holds no text', async (address) => {
    expect(await textFrom(address)).toBeUndefined();
  });

  it('is none for a text that would need a longer one than is read', async () => {
    // Digits of no pattern, which hardly pack.
    const noise = (count: number): string => {
      let state = 7;
      return Array.from({ length: count }, () => {
        state = (state * 48_271) % 2_147_483_647;
        return String.fromCharCode(33 + (state % 90));
      }).join('');
    };
    expect(await addressOf(noise(300_000))).toBeUndefined();
    const long = noise(20_000);
    expect((await addressOf(long))?.length).toBeGreaterThan(8000);
    expect(await textFrom(`#${await addressOf(long)}`)).toBe(long);
  });

  it('unpacks no text that would fill the memory', async () => {
    expect(await textFrom(`#${await addressOf('a'.repeat(6_000_000))}`)).toBeUndefined();
  });
});
