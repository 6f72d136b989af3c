import type { Browser, HTTPRequest, LaunchOptions, Page } from 'puppeteer-core';
import { MissingError } from '../diagnostics/diagnostic.js';
import type { BrowserHome } from '../io/chromium/home.js';

/** A page that prints one document after the other. It runs no script and reaches no network. */
export interface PrintingPage {
  /** HTML to PDF as the browser writes it: size and margins from the document's `@page`, tagged, with bookmarks. */
  readonly print: (html: string) => Promise<Uint8Array>;
}

export interface PrintingBrowser {
  /** Opens a page for the work, and closes it after. */
  readonly withPage: <T>(work: (page: PrintingPage) => Promise<T>) => Promise<T>;
}

/** A document that takes longer than this has hung. */
const timeout = 60_000;

/** In place of puppeteer's and Sparticuz' defaults, which loosen the security of the web: printing doesn't need that. */
const flags = [
  '--headless',
  '--remote-debugging-pipe', // no port, and the browser ends when this process ends, however it ends
  '--disable-gpu',
  '--disable-dev-shm-usage', // containers give it 64 MB
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-features=Translate,OptimizationHints,MediaRouter,AcceptCHFrame,DialMediaRouteProvider',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
  '--no-pings',
  '--no-first-run',
  '--no-default-browser-check',
  '--metrics-recording-only',
  '--mute-audio',
  '--hide-scrollbars',
  '--password-store=basic',
  '--use-mock-keychain',
  '--font-render-hinting=none', // glyph positions as the font has them, on every machine
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--lang=en-US',
] as const;

/**
 * Starts the browser for the work, and ends it after, whatever happens.
 *
 * @throws {MissingError} When it can't be started, with the browser's own words.
 */
export async function withBrowser<T>(home: BrowserHome, work: (browser: PrintingBrowser) => Promise<T>): Promise<T> {
  const browser = await launch(home);
  // First of all handlers of a signal, so that the browser is gone before its home is removed.
  const kill = (): void => void browser.process()?.kill('SIGKILL');
  for (const signal of signals) process.prependOnceListener(signal, kill);
  try {
    return await work({ withPage: (task) => withPage(browser, task) });
  } finally {
    for (const signal of signals) process.off(signal, kill);
    await closed(browser);
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

async function launch(home: BrowserHome): Promise<Browser> {
  // Loaded here and not above: commands that print nothing don't pay 125 ms for it.
  const { default: puppeteer } = await import('puppeteer-core');
  const options = (sandbox: boolean): LaunchOptions => ({
    executablePath: home.executable,
    ignoreDefaultArgs: true,
    args: [...flags, `--user-data-dir=${home.profile}`, ...(sandbox ? [] : ['--no-sandbox']), 'about:blank'],
    env: { ...home.environment },
    // Handled above: puppeteer would close the browser and let the program go on without it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout,
  });
  const piped = (sandbox: boolean): Promise<Browser> => puppeteer.launch(options(sandbox));
  try {
    return await piped(home.sandbox);
  } catch {
    // Over a pipe puppeteer does not pass on the browser's message; over a port it does. A second start shows the reason.
    const { args = [], ...rest } = options(home.sandbox);
    const ported = args.map((arg) => (arg === '--remote-debugging-pipe' ? '--remote-debugging-port=0' : arg));
    const reason = await puppeteer
      .launch({ ...rest, args: ported })
      .then(closed, (error: unknown) => (error instanceof Error ? error : new Error(String(error))));
    if (reason !== undefined && home.sandbox && /sandbox|namespace|zygote_host/i.test(reason.message)) return await piped(false);
    if (reason === undefined) return await piped(home.sandbox);
    throw new MissingError(
      `The browser ${home.executable} does not start: ${firstLines(reason.message)}`,
      'export CARBONCARD_BROWSER=/path/to/chrome   # another browser',
    );
  }
}

/** The browser's last words without puppeteer's advice on troubleshooting. */
function firstLines(message: string): string {
  return message
    .replace(/Failed to launch the browser process[:!]?|std(?:out|err):|TROUBLESHOOTING:|https?:\S+/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 4)
    .join(' ');
}

async function closed(browser: Browser): Promise<undefined> {
  try {
    await browser.close();
  } catch {
    browser.process()?.kill('SIGKILL');
  }
}

async function withPage<T>(browser: Browser, work: (page: PrintingPage) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    page.setDefaultTimeout(timeout);
    await page.setJavaScriptEnabled(false);
    await page.setOfflineMode(true);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      void answered(request).catch(() => undefined);
    });
    return await work({ print: (html) => print(page, html) });
  } finally {
    await page.close().catch(() => undefined);
  }
}

/**
 * A document brings what it may use as `data:`; every other request is refused before it leaves. A document that would send
 * the page elsewhere gets an empty answer (204): after a refusal the page would show an error.
 */
function answered(request: HTTPRequest): Promise<void> {
  if (request.url().startsWith('data:') || request.url() === 'about:blank') return request.continue();
  return request.isNavigationRequest() ? request.respond({ status: 204 }) : request.abort('blockedbyclient');
}

async function print(page: Page, html: string): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: 'load', timeout });
  // A face is loaded when a layout first asks for it, and `fonts.ready` is true before any has: the first print would have blank text.
  await page.evaluate(loadFonts);
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, waitForFonts: true, timeout });
}

/** Runs in the page, in the debugger's name: the document's own scripts stay off. */
const loadFonts = 'Promise.all([...document.fonts].map((face) => face.load())).then(() => undefined)';
