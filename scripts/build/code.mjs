// Runs the commands that most people run, so that V8 compiles what they use, and keeps that in dist/code.bin.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const recorder = fileURLToPath(new URL('record-code.cjs', import.meta.url));

/**
 * Writes dist/code.bin. It is not written again for the same program and the same version of Node.
 *
 * @param digest Of the program.
 */
export function writeCode({ root, dist }, digest) {
  const program = `${digest} ${process.version} ${process.arch}`;
  const file = join(dist, 'code.bin');
  if (programOf(file) === program) return;
  const folder = mkdtempSync(join(tmpdir(), 'carboncard-build-'));
  try {
    const head = Buffer.from(JSON.stringify({ node: `${process.version} ${process.arch}`, files: {} }));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(head.length);
    writeFileSync(file, Buffer.concat([length, head]));
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
    const env = { ...process.env, CODE_DIST: dist, CODE_PROGRAM: program, NODE_OPTIONS: '' };
    for (const command of commands)
      spawnSync(process.execPath, ['--require', recorder, join(dist, 'cli/main.js'), ...command], { cwd: folder, env, stdio: 'ignore' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function programOf(file) {
  try {
    const bytes = readFileSync(file);
    return JSON.parse(bytes.toString('utf8', 4, 4 + bytes.readUInt32LE(0))).program;
  } catch {
    return undefined;
  }
}
