import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pattern, root } from './blocks.js';
import { checkSum, docstringExamples, type Example } from './docstrings.js';

const all = docstringExamples();
const calls = all.filter(({ text }) => text.includes('//=>') && !text.includes('[…]'));
const sums = all.filter(({ text }) => !text.includes('//') && checkSum(text) !== undefined);

/** Examples that are neither a call with its result nor a sum in figures, by their first words, and why. */
const neither: Readonly<Record<string, string>> = {
  'gridIntensity(': 'a call, with its result in words',
  'findDevice(': 'a call, with its result in words',
  'findInstance(': 'a call, with its result in words',
  'searchFactors(': 'a call, with its result in words',
  'a sum of 1, 1e100': 'its figures are too far apart to be added one by one',
  'await withBrowserHome(': 'starts a browser; test/pdf does so',
  'annotations([…])': 'its argument, a list of diagnostics, is left out',
};
const isListed = ({ text }: Example): boolean => Object.keys(neither).some((start) => text.startsWith(start));

/** The value of an expression in which every export of a module has its name. */
async function evaluated(file: string, expression: string): Promise<unknown> {
  const module = (await import(join(root, file))) as Readonly<Record<string, unknown>>;
  return new Function(...Object.keys(module), `return (${expression});`)(...Object.values(module)) as unknown;
}

/** The literal that a result begins with; `{ … }` is anything, and words may follow: `163.8, where NVIDIA has 164`. */
function literalIn(result: string): unknown {
  for (let end = result.length; end > 0; end -= 1) {
    try {
      const literal = result.slice(0, end).replaceAll(/\{ … \}|\[ ?… ?\]/g, 'anything');
      return new Function('anything', `return (${literal});`)(expect.anything()) as unknown;
    } catch {}
  }
  throw new Error(`“${result}” begins with no value`);
}

describe('a call in a docstring gives the result that it shows', () => {
  it.each(calls.map(({ file, line, text }) => [`${file}:${line}`, file, text] as const))('%s', async (_, file, text) => {
    const [expression = '', result = ''] = text.split('//=>').map((part) => part.trim());
    const value = await evaluated(file, expression);
    if (result.startsWith("'")) return expect(`${value}\n`).toMatch(pattern(result.replace(/^'|'.*?$/g, '')));
    const expected = literalIn(result);
    if (typeof expected === 'number') {
      const decimals = /^\d*\.(\d+)/.exec(result)?.[1]?.length ?? 0;
      return expect(value).toBeCloseTo(expected, decimals);
    }
    return typeof expected === 'object' ? expect(value).toMatchObject(expected as object) : expect(value).toBe(expected);
  });
});

describe('a sum in a docstring adds up, units included', () => {
  it.each(sums.map(({ file, line, text }) => [`${file}:${line}: ${text}`, text] as const))('%s', (_, text) => {
    const sum = checkSum(text);
    if (typeof sum !== 'object') throw new Error(sum);
    expect(Math.abs(sum.left - sum.right), `${sum.left} is ${sum.right}`).toBeLessThanOrEqual(sum.tolerance);
  });

  it.each([
    ['a wrong product', '10 h × 400 W = 5 kWh'],
    ['a wrong unit', '10 h × 400 W = 4 kg'],
    ['a wrong digit', '1,082,990 h ÷ 384 = 2,820.39 h'],
  ])('%s is found', (_, text) => {
    const sum = checkSum(text);
    const isWrong = typeof sum === 'string' || (sum !== undefined && Math.abs(sum.left - sum.right) > sum.tolerance);
    expect(isWrong).toBe(true);
  });
});

it('every example is checked, or is listed with a reason', () => {
  const checked = new Set([...calls, ...sums]);
  const rest = all.filter((example) => !checked.has(example));
  expect(rest.filter((example) => !isListed(example))).toEqual([]);
  for (const start of Object.keys(neither))
    expect(
      rest.filter(({ text }) => text.startsWith(start)),
      start,
    ).not.toEqual([]);
  expect(calls.length).toBeGreaterThan(5);
  expect(sums.length).toBeGreaterThan(5);
});
