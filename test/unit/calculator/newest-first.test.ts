import { describe, expect, it } from 'vitest';
import { newestFirst } from '../../../src/calculator/newest-first.js';

const turn = (): Promise<void> => new Promise((done) => setTimeout(done));

/** Answers that end when they are told to. */
function answers() {
  const begun: string[] = [];
  const endings: (() => void)[] = [];
  const take = newestFirst<{ readonly kind: string; readonly word: string }>({
    answer: ({ word }) => {
      begun.push(word);
      return new Promise((done) => endings.push(done));
    },
    pause: turn,
    isNewestOnly: (kind) => kind !== 'give',
  });
  return { begun, take, end: () => endings.shift()?.() };
}

describe('newestFirst', () => {
  it('answers of three questions that come during an answer the last alone', async () => {
    const { begun, take, end } = answers();
    take({ kind: 'calculate', word: 'a' });
    await turn();
    for (const word of ['ab', 'abc', 'abcd']) take({ kind: 'calculate', word });
    expect(begun).toEqual(['a']);
    end();
    await turn();
    await turn();
    expect(begun).toEqual(['a', 'abcd']);
  });

  it('answers every question of a kind of which none may be dropped, in their order', async () => {
    const { begun, take, end } = answers();
    take({ kind: 'calculate', word: 'a' });
    await turn();
    for (const word of ['one', 'two']) take({ kind: 'give', word });
    for (let count = 0; count < 3; count += 1) {
      end();
      await turn();
      await turn();
    }
    expect(begun).toEqual(['a', 'one', 'two']);
  });

  it('drops no question of another kind', async () => {
    const { begun, take, end } = answers();
    take({ kind: 'calculate', word: 'a' });
    take({ kind: 'files', word: 'files' });
    await turn();
    end();
    await turn();
    await turn();
    expect(begun).toEqual(['a', 'files']);
  });
});
