import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { expectGolden } from '../golden-file.js';

let folder = '';
let golden = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-goldens-'));
  golden = join(folder, 'deep', 'a.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('writes a missing golden locally', () => {
  expectGolden(golden, 'a\n', { ci: '' });
  expect(readFileSync(golden, 'utf8')).toBe('a\n');
});

it('fails for a missing golden in CI, and writes nothing', () => {
  expect(() => expectGolden(golden, 'a\n', { ci: 'true' })).toThrow(`The golden ${golden} is missing.`);
  expect(existsSync(golden)).toBe(false);
});

it('leaves the actual file beside the golden and prints the command that accepts it', () => {
  expectGolden(golden, 'a\n', { ci: '' });
  expect(() => expectGolden(golden, 'b\n')).toThrow(`To accept the change: mv '${golden}.actual' '${golden}'`);
  expect(readFileSync(`${golden}.actual`, 'utf8')).toBe('b\n');
  expect(readFileSync(golden, 'utf8')).toBe('a\n');
});

it('prints another command where one accepts all', () => {
  expectGolden(golden, 'a\n', { ci: '' });
  expect(() => expectGolden(golden, 'b\n', { accept: 'npm run reports' })).toThrow('To accept the change: npm run reports');
});

it('removes the actual file of an earlier mismatch, and compares bytes', () => {
  expectGolden(golden, new Uint8Array([0, 255]), { ci: '' });
  writeFileSync(`${golden}.actual`, 'b');
  expectGolden(golden, new Uint8Array([0, 255]));
  expect(existsSync(`${golden}.actual`)).toBe(false);
  expect(() => expectGolden(golden, new Uint8Array([0, 254]))).toThrow('differs from');
});
