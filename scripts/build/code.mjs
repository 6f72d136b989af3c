// Runs the commands that most people run, so that V8 compiles what they use, and keeps that in dist/code.bin.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import codeFile from './code-file.cjs';
import { replace } from './replace.mjs';

const { codeBytes, readCode } = codeFile;
const recorder = fileURLToPath(new URL('record-code.cjs', import.meta.url));

/**
 * Writes dist/code.bin. It is not written again for the same files and the same version of Node.
 *
 * @param build The id of the files that it belongs to, which dist/cli/main.js has too.
 */
export function writeCode({ root, dist }, build) {
  const file = join(dist, 'code.bin');
  const head = { build, node: `${process.version} ${process.arch}`, isWhole: true };
  if (JSON.stringify(readCode(file)?.head) === JSON.stringify(head)) return;
  const folder = mkdtempSync(join(tmpdir(), 'carboncard-build-'));
  try {
    const recorded = join(folder, 'code.bin');
    writeFileSync(recorded, codeBytes(head, new Map()));
    // Without it the program loads its files in another way; a build that ends before its time leaves it, and the next one goes on.
    replace(file, codeBytes({ ...head, isWhole: false }, new Map()));
    const manifest = join(root, 'fixtures/runs/bloom/carboncard.yaml');
    const render = ['render', '--force', manifest, '-o', folder, '--format'];
    const commands = [
      [...render, 'md,json,charts'],
      // Where no browser runs, that part is compiled when it is used.
      [...render, 'md,json,pdf,charts'],
      ['explain', '-m', manifest],
      ['audit', manifest],
      ['factors', 'A100'],
      ['init', '--model', 'M', '-o', '-'],
      ['schema'],
      ['render', '--help'],
    ];
    const env = { ...process.env, CODE_DIST: dist, CODE_FILE: recorded, NODE_OPTIONS: '' };
    for (const [n, command] of commands.entries()) {
      // The first one begins without the notes of earlier runs, and so parses every text.
      const own = n === 0 ? { ...env, XDG_CACHE_HOME: folder } : env;
      const words = ['--require', recorder, join(dist, 'cli/main.js'), ...command];
      spawnSync(process.execPath, words, { cwd: folder, env: own, stdio: 'ignore' });
    }
    const { codes } = readCode(recorded) ?? {};
    if (codes !== undefined) replace(file, codeBytes(head, codes));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
