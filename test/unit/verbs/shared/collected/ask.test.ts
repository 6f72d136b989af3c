import { describe, expect, it } from 'vitest';
import { secondsSince } from '../../../../../src/io/clock.js';
import type { KeptReplies } from '../../../../../src/io/http/kept-replies.js';
import { askerOf } from '../../../../../src/verbs/shared/collected/ask.js';

const now = secondsSince(0);

/** An asker of a server that answers each question with the same text, and what it keeps. */
function made(text: string, status = 200) {
  const replies = new Map<string, string>();
  const kept: KeptReplies = {
    read: (question) => replies.get(question),
    keep: async (question, answer) => {
      replies.set(question, answer);
    },
    remove: async () => {},
  };
  return { asker: askerOf({ isExposed: false, ask: async () => ({ status, text }) }, kept, 'http://made'), replies };
}

const whole = (more: object = {}): string => JSON.stringify({ status: 'success', data: { resultType: 'matrix', result: [] }, ...more });

describe('an answer', () => {
  it.each([
    ['a day ago', now - 86_400, 1],
    ['16 minutes ago', now - 960, 1],
    ['14 minutes ago', now - 840, 0],
    ['now', now, 0],
    ['in a day', now + 86_400, 0],
  ])('for a time that ends %s', async (_, end, count) => {
    const { asker, replies } = made(whole());
    await asker.at('up', end);
    expect(replies.size).toBe(count);
    await asker.range('up', end - 3600, end, 60);
    expect(replies.size).toBe(2 * count);
    await asker.other('/api/v1/series', [
      ['start', '0'],
      ['end', String(end)],
    ]);
    expect(replies.size).toBe(3 * count);
  });

  it.each([
    ['with a warning', whole({ warnings: ['no store'] })],
    ['that is partial', whole({ isPartial: true })],
  ])('%s is asked for again', async (_, text) => {
    const { asker, replies } = made(text);
    await asker.at('up', now - 86_400);
    expect(replies.size).toBe(0);
    expect(asker.warnings.size).toBe(1);
  });

  it('for no time at all is asked for again', async () => {
    const { asker, replies } = made(whole());
    await asker.other('/api/v1/label/__name__/values', []);
    expect(replies.size).toBe(0);
  });
});
