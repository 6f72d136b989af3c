import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FileError, type FileProblem, readTextFile } from '../../../src/io/files.js';

const folder = mkdtempSync(join(tmpdir(), 'carboncard-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

const maxBytes = 1000;

function written(name: string, content: string | readonly number[]): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : Uint8Array.from(content));
  return path;
}

async function problemOf(path: string): Promise<FileProblem | undefined> {
  try {
    await readTextFile(path, { maxBytes });
    return undefined;
  } catch (error) {
    if (error instanceof FileError) return error.problem;
    throw error;
  }
}

const ascii = (text: string): readonly number[] => [...Buffer.from(text)];

describe('a text file', () => {
  it('is read as it is', async () => {
    expect(await readTextFile(written('plain', 'a: ü\r\nb: 中\n'), { maxBytes })).toBe('a: ü\r\nb: 中\n');
  });
  it('loses its byte order mark', async () => {
    expect(await readTextFile(written('bom', '\ufeffa: 1'), { maxBytes })).toBe('a: 1');
  });
  it('may be as large as the limit', async () => {
    expect(await readTextFile(written('limit', 'a'.repeat(maxBytes)), { maxBytes })).toHaveLength(maxBytes);
  });
});

describe('what is no text file', () => {
  it('too large, told from its size', async () => {
    expect(await problemOf(written('large', 'a'.repeat(maxBytes + 1)))).toEqual({
      kind: 'too-large',
      bytes: 1001,
      maxBytes,
    });
  });
  it('not there, or below a file', async () => {
    expect(await problemOf(join(folder, 'absent'))).toEqual({ kind: 'not-found' });
    expect(await problemOf(join(written('file', 'a'), 'absent'))).toEqual({ kind: 'not-found' });
  });
  it('a folder', async () => {
    expect(await problemOf(folder)).toEqual({ kind: 'folder' });
  });
  it('a device that never ends', async () => {
    expect(await problemOf('/dev/zero')).toEqual({ kind: 'not-regular' });
  });
  it('a pipe that nobody writes to', async () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    expect(await problemOf(path)).toEqual({ kind: 'not-regular' });
  });
  it('a file of /proc, whose size is said to be 0, that goes past the limit', async () => {
    expect(await problemOf('/proc/kallsyms')).toMatchObject({ kind: 'too-large' });
  });
  it('a link to itself', async () => {
    const path = join(folder, 'loop');
    symlinkSync(path, path);
    expect(await problemOf(path)).toEqual({ kind: 'unreadable', code: 'ELOOP' });
  });
  it.runIf(process.getuid?.() !== 0)('one that may not be read', async () => {
    const path = written('secret', 'a');
    chmodSync(path, 0);
    expect(await problemOf(path)).toEqual({ kind: 'no-permission' });
  });
  it('empty, with a byte order mark or without', async () => {
    expect(await problemOf(written('empty', ''))).toEqual({ kind: 'empty' });
    expect(await problemOf(written('only-bom', '\ufeff'))).toEqual({ kind: 'empty' });
  });
  it('Latin-1, with the place of the first byte that is wrong', async () => {
    const problem = { kind: 'not-utf8', byte: 0xe9, line: 2, column: 6 };
    expect(await problemOf(written('latin', [...ascii('a: ü\nb: ä'), 0x78, 0xe9, ...ascii('\nc: d')]))).toEqual(problem);
  });
  it('a text that stops inside a character', async () => {
    const problem = { kind: 'not-utf8', byte: 0xe4, line: 1, column: 2 };
    expect(await problemOf(written('torn', [0xef, 0xbb, 0xbf, 0x61, 0xe4, 0xb8]))).toEqual(problem);
  });
  it('UTF-16, with and without its mark, and UTF-32', async () => {
    expect(await problemOf(written('utf16le', [0xff, 0xfe, 0x61, 0]))).toEqual({
      kind: 'not-utf8',
      encoding: 'UTF-16',
    });
    expect(await problemOf(written('utf16be', [0xfe, 0xff, 0, 0x61]))).toEqual({
      kind: 'not-utf8',
      encoding: 'UTF-16',
    });
    expect(await problemOf(written('unmarked', [0x61, 0, 0x62, 0]))).toEqual({ kind: 'not-utf8', encoding: 'UTF-16' });
    expect(await problemOf(written('utf32', [0xff, 0xfe, 0, 0]))).toEqual({ kind: 'not-utf8', encoding: 'UTF-32' });
  });
  it('one with a NUL byte', async () => {
    expect(await problemOf(written('nul', 'a: 1\nb: \0'))).toEqual({ kind: 'nul-byte', line: 2, column: 4 });
  });
});
