import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Every file below the folder, with its text. */
function tree(): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const plain = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(plain.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

describe('writing whole or not at all, in a process of its own', () => {
  it('leaves everything as it was where the disk is full', () => {
    // A limit on the size of files is a full disk as far as a writer can tell.
    const path = join(folder, 'out');
    mkdirSync(path);
    writeFileSync(join(path, 'small.md'), 'old');
    const { stdout } = runLimited(path);
    expect(stdout).toBe('no-space');
    expect(tree()).toEqual({ 'out/small.md': 'old' });
  });

  it('leaves old or new when the process is killed, never half', async () => {
    const sizes = { old: 3_000_000, new: 5_000_000 };
    for (let round = 0; round < 6; round += 1) {
      writeFileSync(join(folder, 'a.md'), 'o'.repeat(sizes.old));
      await killedWhileWriting(folder, sizes.new, round * 15);
      const text = readFileSync(join(folder, 'a.md'), 'utf8');
      expect([`o${sizes.old}`, `n${sizes.new}`]).toContain(`${text.charAt(0)}${text.length}`);
      expect(new Set(text).size).toBe(1);
    }
    spawnSync(process.execPath, script(`await writeWhole(${JSON.stringify(folder)}, new Map([['a.md', 'last']]))`));
    expect(tree()).toEqual({ 'a.md': 'last' });
  }, 30_000);
});

describe('a run that is killed between the renames of many files', () => {
  it('leaves each of them old or new, and nothing else after the next run', async () => {
    const names = Array.from({ length: 60 }, (_, n) => `${n}.md`);
    const write = (letter: string): string =>
      `await writeWhole(${JSON.stringify(folder)}, new Map(${JSON.stringify(names)}.map((name) => [name, '${letter}'.repeat(9000)])));`;
    for (let round = 0; round < 8; round += 1) {
      await killedInLoop(`for (;;) { ${write('n')} process.stdout.write('.'); ${write('o')} }`, 30 + round * 17);
      const texts = names.map((name) => readFileSync(join(folder, name), 'utf8'));
      for (const text of texts) expect(text).toBe(text.charAt(0).repeat(9000));
    }
    spawnSync(process.execPath, script(write('l')));
    expect(Object.keys(tree()).sort()).toEqual([...names].sort());
    expect(new Set(Object.values(tree()))).toEqual(new Set(['l'.repeat(9000)]));
  }, 60_000);
});

/** Node 20 can't read TypeScript, so the built module is run. */
const script = (body: string): string[] => ['--input-type=module', '-e', `import { writeWhole } from ${compiled()};${body}`];

function compiled(): string {
  return JSON.stringify(new URL('../../build/io/files.js', import.meta.url).href);
}

function runLimited(path: string): { stdout: string } {
  const body = `
    process.on('SIGXFSZ', () => {});
    const big = 'x'.repeat(200000);
    await writeWhole(${JSON.stringify(path)}, new Map([['small.md', 'new'], ['sub/big.md', big]]))
      .catch((error) => process.stdout.write(error.problem.kind));`;
  const quoted = script(body).map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
  const { stdout } = spawnSync('bash', ['-c', `ulimit -f 64; '${process.execPath}' ${quoted.join(' ')}`], {
    encoding: 'utf8',
  });
  return { stdout };
}

/** Kills a process some time after it has said that it works. */
function killedInLoop(body: string, delay: number): Promise<void> {
  const child = spawn(process.execPath, script(body), { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((done) => {
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), delay));
    child.once('exit', () => done());
  });
}

function killedWhileWriting(path: string, size: number, delay: number): Promise<void> {
  const body = `
    process.stdout.write('ready');
    for (;;) {
      await writeWhole(${JSON.stringify(path)}, new Map([['a.md', 'n'.repeat(${size})]]));
      await writeWhole(${JSON.stringify(path)}, new Map([['a.md', 'o'.repeat(3000000)]]));
    }`;
  const child = spawn(process.execPath, script(body), { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((done) => {
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), delay));
    child.once('exit', () => done());
  });
}
