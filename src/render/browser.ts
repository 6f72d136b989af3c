import type { Browser, HTTPRequest, LaunchOptions, Page } from 'puppeteer-core';
import type { BrowserHome } from '../io/chromium/home.js';
import { type Ending, endingOf, lastLines, lastWords } from '../io/chromium/last-words.js';
import { browserEnded, browserNotStarted } from './messages.js';

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
 * Starts the browser for the work, and ends it after, whatever happens. A browser that ends while it prints is started once more.
 *
 * @throws {MissingError} When it can't be started, or ends again, with how it ended and its last words.
 */
export async function withBrowser<T>(home: BrowserHome, work: (browser: PrintingBrowser) => Promise<T>): Promise<T> {
  const session = new Session(home);
  // First of all handlers of a signal, so that the browser is gone before its home is removed.
  const kill = (): void => session.kill();
  await session.start();
  for (const signal of signals) process.prependOnceListener(signal, kill);
  try {
    return await work({ withPage: (task) => task({ print: (html) => session.print(html) }) });
  } finally {
    for (const signal of signals) process.off(signal, kill);
    await session.end();
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A browser and its one page, which are started anew where they end by themselves. */
class Session {
  #running: { readonly browser: Browser; readonly words: () => string } | undefined;
  #page: Page | undefined;
  #starts = 0;

  constructor(readonly home: BrowserHome) {}

  async start(): Promise<Browser> {
    if (this.#running !== undefined) return this.#running.browser;
    this.#starts += 1;
    // A profile of its own: that of a browser that was killed is still locked.
    const browser = await launch({ ...this.home, profile: `${this.home.profile}/${this.#starts}` });
    const started = browser.process();
    this.#running = { browser, words: started === null ? () => '' : lastLines(started).words };
    return browser;
  }

  kill(): void {
    this.#running?.browser.process()?.kill('SIGKILL');
  }

  async end(): Promise<void> {
    const running = this.#running;
    const page = this.#page;
    this.#running = undefined;
    this.#page = undefined;
    await page?.close().catch(() => undefined);
    if (running !== undefined) await closed(running.browser);
  }

  async print(html: string): Promise<Uint8Array> {
    try {
      return await this.#printOnce(html);
    } catch (error) {
      if (error instanceof FontError) throw error;
      await this.end();
    }
    try {
      return await this.#printOnce(html);
    } catch (error) {
      if (error instanceof FontError) throw error;
      throw browserEnded(this.home.executable, await this.#ending(error));
    }
  }

  async #printOnce(html: string): Promise<Uint8Array> {
    this.#page ??= await openPage(await this.start());
    const page = this.#page;
    // Without its renderer the browser would not answer, and goes on.
    return new Promise((done, failed) => {
      page.once('error', failed);
      print(page, html)
        .then(done, failed)
        .finally(() => page.off('error', failed));
    });
  }

  /** How the browser ended; where it goes on, what it answered. */
  async #ending(error: unknown): Promise<Ending> {
    const words = this.#running?.words() ?? '';
    const started = this.#running?.browser.process();
    const how = started == null ? undefined : await exitOf(started);
    return { how: how ?? (error instanceof Error ? error.message : String(error)), words };
  }
}

/** How a process ended that has just gone away; nothing where it goes on. */
async function exitOf(child: NonNullable<ReturnType<Browser['process']>>): Promise<string | undefined> {
  // The connection may break before the process has ended.
  for (let wait = 0; wait < 20 && child.exitCode === null && child.signalCode === null; wait += 1)
    await new Promise((done) => setTimeout(done, 50));
  return child.exitCode === null && child.signalCode === null ? undefined : endingOf(child.exitCode, child.signalCode);
}

async function launch(home: BrowserHome): Promise<Browser> {
  // Loaded here and not above: commands that print nothing don't pay 125 ms for it.
  const { default: puppeteer } = await import('puppeteer-core');
  const argsFor = (sandbox: boolean): string[] => [
    ...flags,
    `--user-data-dir=${home.profile}`,
    ...(sandbox ? [] : ['--no-sandbox']),
    'about:blank',
  ];
  const options = (sandbox: boolean): LaunchOptions => ({
    executablePath: home.executable,
    ignoreDefaultArgs: true,
    args: argsFor(sandbox),
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
  } catch (error) {
    // Puppeteer does not pass on how the browser ended, nor its words. A second start, over a port, shows both.
    const ported = argsFor(home.sandbox).map((arg) => (arg === '--remote-debugging-pipe' ? '--remote-debugging-port=0' : arg));
    const ending = await lastWords(home.executable, ported, home.environment, 'DevTools listening on');
    const isSandbox = home.sandbox && ending !== undefined && /sandbox|namespace|zygote_host/i.test(ending.words);
    if (ending !== undefined && !isSandbox) throw browserNotStarted(home.executable, ending);
    // It started this time; or it can't start its sandbox here.
    const again = await piped(home.sandbox && !isSandbox).catch(() => undefined);
    if (again !== undefined) return again;
    throw browserNotStarted(home.executable, ending ?? { how: error instanceof Error ? error.message : String(error), words: '' });
  }
}

async function closed(browser: Browser): Promise<undefined> {
  try {
    await browser.close();
  } catch {
    browser.process()?.kill('SIGKILL');
  }
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(timeout);
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    void answered(request).catch(() => undefined);
  });
  return page;
}

/**
 * A document brings what it may use as `data:`; every other request is refused before it leaves. A document that would send
 * the page elsewhere gets an empty answer (204): after a refusal the page would show an error.
 */
function answered(request: HTTPRequest): Promise<void> {
  if (request.url().startsWith('data:') || request.url() === 'about:blank') return request.continue();
  return request.isNavigationRequest() ? request.respond({ status: 204 }) : request.abort('blockedbyclient');
}

/** Faces of a document that can't be loaded, by their families. */
export class FontError extends Error {
  override readonly name = 'FontError';
  constructor(readonly families: readonly string[]) {
    super(`Fonts that do not load: ${families.join(', ')}`);
  }
}

async function print(page: Page, html: string): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: 'load', timeout });
  // A face is loaded when a layout first asks for it, and `fonts.ready` is true before any has: the first print would have blank text.
  const families: unknown = await page.evaluate(loadFonts);
  if (Array.isArray(families) && families.length > 0) throw new FontError(families.map(String));
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, waitForFonts: true, timeout });
}

/** Runs in the page, in the debugger's name: the document's own scripts stay off. Gives the families that do not load, each once. */
const loadFonts = `Promise.all([...document.fonts].map((face) => face.load().then(() => [], () => [face.family])))
  .then((failed) => [...new Set(failed.flat())])`;
