import { describe, expect, it, vi } from 'vitest';
import { FileError, readTextFile } from '../../../src/io/text-file.js';

let code = '';
vi.mock('node:fs/promises', async (original) => ({
  ...(await original<typeof import('node:fs/promises')>()),
  open: async () => {
    throw Object.assign(new Error(code), { code, syscall: 'open' });
  },
}));

const failure = async (given: string): Promise<unknown> => {
  code = given;
  return readTextFile('package.json', { maxBytes: 1e6 }).catch((error: unknown) => error);
};

describe('a file that can’t be opened', () => {
  it.each(['EACCES', 'EIO', 'ELOOP'])('is the file’s fault: %s', async (given) => {
    expect(await failure(given)).toBeInstanceOf(FileError);
  });
  it.each(['EMFILE', 'ENFILE', 'ENOMEM'])('is the machine’s where no file can be opened: %s', async (given) => {
    const error = await failure(given);
    expect(error).not.toBeInstanceOf(FileError);
    expect(error).toMatchObject({ code: given, syscall: 'open' });
  });
});
