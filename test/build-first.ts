import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

/**
 * Builds what is out of date, so that `npm test` needs no step before it and never tests an old build. Gives the run a folder for what
 * several tests use.
 */
export default function buildFirst({ provide }: TestProject): () => void {
  const script = fileURLToPath(new URL('../scripts/build.mjs', import.meta.url));
  execFileSync(process.execPath, [script], { stdio: 'inherit' });
  const shared = mkdtempSync(join(tmpdir(), 'carboncard-tests-'));
  provide('shared', shared);
  return () => rmSync(shared, { recursive: true });
}
