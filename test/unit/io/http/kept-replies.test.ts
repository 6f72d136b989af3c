import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openKeptReplies } from '../../../../src/io/http/kept-replies.js';

const cache = mkdtempSync(join(tmpdir(), 'carboncard-kept-replies-'));
afterAll(() => rmSync(cache, { recursive: true }));
const opened = (collection: string) => openKeptReplies([collection], { XDG_CACHE_HOME: cache });

it('keeps an answer for the next call, and not for another collection', async () => {
  const first = await opened('week 1');
  await first.keep('question', 'answer');
  expect((await opened('week 1')).read('question')).toBe('answer');
  expect((await opened('week 2')).read('question')).toBeUndefined();
  await first.remove();
  expect((await opened('week 1')).read('question')).toBeUndefined();
});

it('removes what nobody asked for again in a month', async () => {
  const folder = join(cache, 'carboncard/collect');
  const [old, recent] = [join(folder, 'old'), join(folder, 'recent')];
  for (const one of [old, recent]) {
    mkdirSync(one, { recursive: true });
    writeFileSync(join(one, 'a.reply'), '');
  }
  // Seconds since 1970, in 2001.
  utimesSync(old, 1e9, 1e9);
  await (await opened('week 3')).keep('question', 'answer');
  expect([existsSync(old), existsSync(recent)]).toEqual([false, true]);
  expect((await opened('week 3')).read('question')).toBe('answer');
});
