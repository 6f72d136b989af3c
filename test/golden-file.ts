import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';

/** A file as text where it is text, so that a mismatch shows the lines that differ; else as bytes. */
export function contentOf(path: string): string | Uint8Array {
  return readFileSync(path, /\.(?:md|json|svg)$/.test(path) ? 'utf8' : null);
}

/**
 * Compares a text or bytes with a golden file. A mismatch leaves the actual file beside the golden and prints the command
 * that accepts it. A missing golden is written locally, to be reviewed and committed, and fails in CI.
 *
 * @param accept The command that accepts a change, where it is not to move the actual file.
 */
export function expectGolden(
  path: string,
  actual: string | Uint8Array,
  { accept, ci = process.env.CI }: { readonly accept?: string; readonly ci?: string | undefined } = {},
): void {
  const bytes = Buffer.from(actual);
  const left = `${path}.actual`;
  if (!existsSync(path)) {
    if (ci !== undefined && ci !== '' && ci !== 'false')
      expect.fail(`The golden ${path} is missing. Run this test locally and commit the file.`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    return;
  }
  const golden = readFileSync(path);
  if (golden.equals(bytes)) {
    rmSync(left, { force: true });
    return;
  }
  writeFileSync(left, bytes);
  const message = `${path} differs from ${left}. To accept the change: ${accept ?? `mv '${left}' '${path}'`}`;
  if (typeof actual === 'string') expect(actual, message).toBe(golden.toString());
  expect.fail(message);
}
