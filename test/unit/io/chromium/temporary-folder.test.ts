import * as fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../../../../src/io/chromium/temporary-folder.js';

vi.mock('node:fs', async (original) => {
  const all = await original<typeof fs>();
  return { ...all, rmSync: vi.fn(all.rmSync) };
});
afterEach(() => vi.mocked(fs.rmSync).mockClear());

it('is removed, and nothing of it is kept for the end of the process', async () => {
  const handlers = process.listenerCount('exit');
  const { folder, remove } = await temporaryFolder();
  fs.writeFileSync(join(folder, 'file'), '');
  expect(process.listenerCount('exit')).toBe(handlers + 1);
  remove();
  expect([fs.existsSync(folder), process.listenerCount('exit')]).toEqual([false, handlers]);
});

it('that something still writes into fails no work, and is removed when the process ends', async () => {
  const before = process.listeners('exit');
  const { folder, remove } = await temporaryFolder();
  vi.mocked(fs.rmSync).mockImplementationOnce(() => {
    throw Object.assign(new Error('ENOTEMPTY: directory not empty'), { code: 'ENOTEMPTY', syscall: 'rmdir' });
  });
  remove();
  expect(fs.existsSync(folder)).toBe(true);
  const left = process.listeners('exit').filter((one) => !before.includes(one));
  for (const listener of left) listener(0);
  for (const listener of left) process.off('exit', listener);
  expect([left.length, fs.existsSync(folder)]).toEqual([1, false]);
});
