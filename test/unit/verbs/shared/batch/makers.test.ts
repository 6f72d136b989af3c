import { describe, expect, it } from 'vitest';
import type { Thread } from '../../../../../src/io/threads.js';
import { makerOf } from '../../../../../src/verbs/shared/batch/makers.js';
import type { FromThread, ToThread } from '../../../../../src/verbs/shared/batch/thread-protocol.js';

const page = { print: async () => new Uint8Array() };

/** A thread that makes nothing, and ends when it is told to. */
function silentThread() {
  const listeners: ((error: unknown) => void)[] = [];
  const sent: ToThread[] = [];
  const thread: Thread<ToThread, FromThread> = {
    send: (message) => void sent.push(message),
    listen: (_, onError) => void listeners.push(onError),
    end: async () => undefined,
  };
  return { thread, sent, fail: (error: Error) => listeners.forEach((onError) => void onError(error)) };
}

describe('the maker of a thread that ends by itself', () => {
  it('fails the report that it makes', async () => {
    const { thread, fail } = silentThread();
    const made = makerOf(thread, page).make('a.yaml');
    fail(new Error('out of memory'));
    await expect(made).rejects.toThrow('out of memory');
  });

  it('fails those that it is asked for later, with the first error', async () => {
    const { thread, sent, fail } = silentThread();
    const maker = makerOf(thread, page);
    fail(new Error('out of memory'));
    fail(new Error('ended with code 1'));
    for (const file of ['a.yaml', 'b.yaml']) await expect(maker.make(file)).rejects.toThrow('out of memory');
    expect(sent).toEqual([]);
  });
});
