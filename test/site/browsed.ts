import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Browsed {
  readonly page: Page;
  /** What the browser says of scripts, policy and files; nothing of it is expected. */
  readonly complaints: readonly string[];
}

/** A page of the site in a window of its own. */
export async function browse(
  browser: Browser,
  address: string,
  { width = 1200, scheme = 'light', hasScript = true } = {},
): Promise<Browsed> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(request.url()));
  await page.setJavaScriptEnabled(hasScript);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.setViewport({ width, height: 1000 });
  await page.goto(address, { waitUntil: 'load' });
  return { page, complaints };
}

/** What a page breaks of the rules of accessibility, as it is now. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations, passes } = (await page.evaluate('axe.run()')) as AxeResults;
  if (passes.length < 10) throw new Error(`Only ${passes.length} rules were looked at.`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`);
}
