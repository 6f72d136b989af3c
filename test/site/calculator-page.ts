import type { Browser, Page } from 'puppeteer-core';
import type { ServedSite } from './served-site.js';

export interface Opened {
  readonly page: Page;
  /** What the console and failing scripts said. */
  readonly complaints: readonly string[];
}

export interface OpenOptions {
  readonly width?: number;
  readonly scheme?: string;
  readonly hash?: string;
}

/** Opens the page of the calculator, and waits for its section and the charts. */
export async function openCalculator(
  browser: Browser,
  site: ServedSite,
  { width = 1200, scheme = 'light', hash = '' }: OpenOptions = {},
): Promise<Opened> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.setViewport({ width, height: 1000 });
  await page.goto(`${site.address}/calculator/${hash}`, { waitUntil: 'load' });
  await page.waitForSelector('#preview[data-state="drawn"] section');
  return { page, complaints };
}

export const textOf = (page: Page, id: string): Promise<string> =>
  page.evaluate(`document.getElementById('${id}').textContent`) as Promise<string>;

/** Puts a text into the editor as a paste does. */
export async function write(page: Page, text: string): Promise<void> {
  await page.evaluate(`(() => {
    const area = document.getElementById('manifest');
    area.value = ${JSON.stringify(text)};
    area.dispatchEvent(new Event('input'));
  })()`);
}

export const until = (page: Page, condition: string): Promise<unknown> => page.waitForFunction(condition, { timeout: 60_000 });
