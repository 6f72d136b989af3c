import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 120_000 });

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-collect-test-'));
  mkdirSync(join(folder, 'work'));
  const rows = Array.from({ length: 300_000 }, (_, at) => `${1_709_640_000 + at},${at % 8},${300 + (at % 50)}\n`);
  writeFileSync(join(folder, 'power.csv'), `time,gpu,power (W)\n${rows.join('')}`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Files of the folder, and what is left in the folder for temporary files. */
const left = (): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

describe('carboncard collect', () => {
  it.skipIf(process.platform === 'win32')('leaves no file and no temporary folder where it is interrupted', async () => {
    const child = spawn(process.execPath, [main, 'collect', 'power.csv', '--temp-dir', 'work', '--threads', '1'], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1' },
      stdio: 'ignore',
    });
    const ended = new Promise<string | null>((done) => child.once('close', (_, signal) => done(signal)));
    await vi.waitUntil(() => readdirSync(join(folder, 'work')).length > 0, { timeout: 60_000, interval: 5 });
    child.kill('SIGINT');
    expect(await ended).toBe('SIGINT');
    expect(left()).toEqual(['power.csv', 'work']);
  });

  it('leaves its one file where it is done', () => {
    const { status, stdout } = spawnSync(process.execPath, [main, 'collect', 'power.csv', '--temp-dir', 'work', '--boundary', 'node'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([0, expect.stringContaining('Written: power.measurement.json')]);
    expect(left()).toEqual(['power.csv', 'power.measurement.json', 'work']);
  });
});
