import puppeteer, { type Browser } from 'puppeteer-core';
import { withBrowserHome } from '../../src/io/chromium/index.js';

/** A browser that runs scripts, as a test needs them, for the work; ended after. */
export async function withTestBrowser<Result>(work: (browser: Browser) => Promise<Result>, more: readonly string[] = []): Promise<Result> {
  return withBrowserHome(async ({ executable, profile, environment, sandbox }) => {
    const browser = await puppeteer.launch({
      executablePath: executable,
      userDataDir: profile,
      env: environment,
      pipe: true,
      args: ['--headless', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars', ...more, ...(sandbox ? [] : ['--no-sandbox'])],
    });
    try {
      return await work(browser);
    } finally {
      await browser.close();
    }
  });
}
