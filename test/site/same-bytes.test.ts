import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildSite, filesIn } from '../../scripts/build/site.mjs';
import type { CalculationRequest, GivenFiles } from '../../src/calculator/calculation.js';
import type { Reply } from '../../src/calculator/protocol.js';
import { type OutputId, outputTexts, reportFile } from '../../src/outputs/ids.js';
import { root, type ServedSite, serveSite } from './served-site.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 400_000 });

const fixtures = readdirSync(join(root, 'fixtures/runs'));

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

/** Asks the page's worker, as the page does. */
function ask(page: Page, kind: 'files' | 'give', request: CalculationRequest | GivenFiles): Promise<Reply> {
  return page.evaluate(
    `new Promise((done, failed) => {
      globalThis.worker ??= new Worker('worker.js', { type: 'module' });
      worker.onmessage = ({ data }) => done(data);
      worker.onerror = ({ message, filename, lineno }) => failed(new Error(\`\${message} at \${filename}:\${lineno}\`));
      worker.postMessage({ id: 1, kind: ${JSON.stringify(kind)}, request: ${JSON.stringify(request)} });
    })`,
  ) as Promise<Reply>;
}

/** The formats in which the committed report of a fixture was written. */
function formatsOf(name: string): readonly OutputId[] {
  const isThere = (id: OutputId): boolean => existsSync(join(root, 'reports', name, outputTexts[id].files));
  return (['md', 'json', 'pdf', 'charts'] as const).filter(isThere);
}

describe('the site', () => {
  it('is built a second time with the same bytes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'carboncard-site-'));
    try {
      await buildSite({ root, site: folder, compiled: join(root, 'build') });
      const names = filesIn(site.folder);
      expect(names.length).toBeGreaterThan(150);
      expect(filesIn(folder)).toEqual(names);
      const differs = (name: string): boolean => !readFileSync(join(folder, name)).equals(readFileSync(join(site.folder, name)));
      expect(names.filter(differs)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('keeps the files of the calculator for use without a network, and no others', () => {
    const worker = readFileSync(join(site.folder, 'calculator/offline.js'), 'utf8');
    const kept = JSON.parse(/const files = (\[.*\]);/.exec(worker)?.[1] ?? '[]') as readonly string[];
    expect(kept).toEqual(expect.arrayContaining(['./', '../calculator/index.html', '../calculator/worker.js', '../assets/header.css']));
    expect(kept.filter((path) => /docs|reports|search-index|woff2/.test(path))).toEqual([]);
    for (const path of kept) expect(existsSync(join(site.folder, 'calculator', path)), path).toBe(true);
  });
});

describe('the calculator in a browser', () => {
  it('gives the bytes of the command line, asks for nothing elsewhere, and needs no compiler of text', async () => {
    expect(fixtures.length).toBeGreaterThan(8);
    await site.withBrowser(async (browser) => {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('requestfailed', (request) => complaints.push(request.url()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(`${site.address}/calculator/`, { waitUntil: 'load' });
      let [compared, withFiles] = [0, 0];
      for (const name of fixtures) {
        const text = readFileSync(join(root, 'fixtures/runs', name, 'carboncard.yaml'), 'utf8');
        const formats = formatsOf(name);
        const beside = readdirSync(join(root, 'fixtures/runs', name)).filter((file) => file !== 'carboncard.yaml');
        if (beside.length > 0) {
          const refused = await ask(page, 'files', { text, formats });
          expect(refused).toMatchObject({ kind: 'failed', message: expect.stringContaining('which is not on this page') });
          const given = beside.map((file) => ({ name: file, text: readFileSync(join(root, 'fixtures/runs', name, file), 'utf8') }));
          expect(await ask(page, 'give', { text, files: given })).toMatchObject({ answer: beside });
          withFiles += 1;
        }
        const reply = await ask(page, 'files', { text, formats });
        expect(reply.kind, JSON.stringify(reply).slice(0, 500)).toBe('files');
        const files = reply.kind === 'files' ? reply.answer : {};
        const folder = join(root, 'reports', name);
        const charts = formats.includes('charts') ? readdirSync(join(folder, 'charts')).filter((file) => !file.endsWith('.png')) : [];
        for (const file of [outputTexts.md.files, reportFile, outputTexts.json.files, ...charts.map((chart) => `charts/${chart}`)]) {
          const committed = join(folder, file);
          if (!existsSync(committed)) continue;
          compared += 1;
          expect(files[file] === readFileSync(committed, 'utf8'), `${name}/${file}`).toBe(true);
        }
      }
      expect(compared).toBeGreaterThan(3 * (fixtures.length - 1));
      expect(withFiles).toBeGreaterThan(0);
      expect(complaints).toEqual([]);
    });
    expect(site.foreign).toEqual([]);
    expect(site.own).toContain('/calculator/worker.js');
  });
});
