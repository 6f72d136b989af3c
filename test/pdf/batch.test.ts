import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '../../src/io/chromium/find.js';
import { withBrowserHome } from '../../src/io/chromium/home.js';
import { withBrowser } from '../../src/render/browser.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const count = 4;

let folder: string;
let browser: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-batch-pdf-'));
  const { executable, libraries = '' } = await findBrowser();
  // It notes the process of each start.
  browser = join(folder, 'browser');
  const script = `#!/bin/sh\necho $$ >> '${folder}/starts'\nLD_LIBRARY_PATH='${libraries}' exec '${executable}' "$@"\n`;
  writeFileSync(browser, script, { mode: 0o700 });
  for (let n = 1; n <= count; n += 1) {
    mkdirSync(join(folder, `models/m${n}`), { recursive: true });
    const text = `model: { name: Model ${n}, slug: m${n} }\noutput: { formats: [json, pdf] }\nphases:\n  - { phase: training, hardware: 8 x A100 80GB, duration: ${n} days, location: FR, year: 2022 }\n`;
    writeFileSync(join(folder, `models/m${n}/carboncard.yaml`), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function starts(): readonly number[] {
  try {
    return readFileSync(join(folder, 'starts'), 'utf8').trim().split('\n').map(Number);
  } catch {
    return [];
  }
}

/** Renders all models, and does something each time that one of them is done with. */
function rendered(out: string, onDone: (done: number) => void = () => undefined): Promise<number | null> {
  rmSync(join(folder, 'starts'), { force: true });
  const env = { ...process.env, CARBONCARD_BROWSER: browser, CI: '' };
  const args = [main, 'render', 'models/*/carboncard.yaml', '-o', out, '--jobs', '2'];
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.on('data', (chunk: Buffer) => {
    for (const [, nth] of chunk.toString().matchAll(/^(\d) of \d {2}/gm)) onDone(Number(nth));
  });
  return new Promise((done) => child.once('close', done));
}

function digests(out: string): readonly string[] {
  return readdirSync(join(folder, out), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:pdf|json|md|html|png)$/.test(name))
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder, out, name)))
          .digest('hex')}`,
    );
}

describe.runIf(process.platform === 'linux')('a batch whose browser is killed', () => {
  it('loses no model, and has the same bytes', async () => {
    expect(await rendered('calm')).toBe(0);
    expect(starts()).toHaveLength(1);
    const killed: number[] = [];
    const code = await rendered('killed', (done) => {
      const last = starts().at(-1) ?? 0;
      if (done > 2 || killed.includes(last)) return;
      killed.push(last);
      process.kill(last, 'SIGKILL');
    });
    expect([code, killed.length > 0, starts().length > 1]).toEqual([0, true, true]);
    expect(digests('killed')).toEqual(digests('calm'));
  });
});

describe.runIf(process.platform === 'linux')('a browser that hangs', () => {
  it('is started once more', async () => {
    rmSync(join(folder, 'starts'), { force: true });
    const pdfs = await withBrowserHome((home) =>
      withBrowser(
        { ...home, executable: browser, environment: { ...home.environment } },
        (own) =>
          own.withPage(async (page) => {
            await page.print('<p>first');
            const [pid = 0] = starts();
            process.kill(pid, 'SIGSTOP');
            return [await page.print('<p>second'), starts().length] as const;
          }),
        { limit: 8000 },
      ),
    );
    expect([Buffer.from(pdfs[0].subarray(0, 5)).toString(), pdfs[1]]).toEqual(['%PDF-', 2]);
  });
});
