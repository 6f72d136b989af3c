import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { MissingError } from '../diagnostics/diagnostic.js';
import { type BrowserProcess, type Ending, startBrowser } from '../io/chromium/browser-process.js';
import type { BrowserHome } from '../io/chromium/home.js';
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
  // First of all handlers, so that the browser is gone before its home is removed.
  const kill = (): void => session.kill();
  process.prependOnceListener('exit', kill);
  for (const signal of signals) process.prependOnceListener(signal, kill);
  try {
    await session.start();
    return await work({ withPage: (task) => task({ print: (html) => session.print(html) }) });
  } finally {
    process.off('exit', kill);
    for (const signal of signals) process.off(signal, kill);
    await session.end();
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A browser that answers. */
interface Running {
  readonly browser: Browser;
  readonly process: BrowserProcess;
}

/** A browser and its one page, which are started again where they end by themselves. */
class Session {
  #running: Running | undefined;
  #page: Page | undefined;
  #starts = 0;

  constructor(readonly home: BrowserHome) {}

  async start(): Promise<Running> {
    if (this.#running !== undefined) return this.#running;
    this.#starts += 1;
    // A profile of its own: that of a browser that was killed is still locked.
    this.#running = await launch({ ...this.home, profile: `${this.home.profile}/${this.#starts}` });
    return this.#running;
  }

  kill(): void {
    this.#running?.process.kill();
  }

  async end(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    this.#page = undefined;
    if (running !== undefined) await closed(running);
  }

  async print(html: string): Promise<Uint8Array> {
    try {
      return await this.#printOnce(html);
    } catch (error) {
      if (error instanceof FontError || error instanceof MissingError) throw error;
      await this.end();
    }
    try {
      return await this.#printOnce(html);
    } catch (error) {
      if (error instanceof FontError || error instanceof MissingError) throw error;
      const ending = await this.#ending(error);
      await this.end();
      throw browserEnded(this.home.executable, ending);
    }
  }

  async #printOnce(html: string): Promise<Uint8Array> {
    this.#page ??= await openPage((await this.start()).browser);
    const page = this.#page;
    // Without its renderer the browser does not answer, and goes on.
    return new Promise((done, failed) => {
      page.once('error', failed);
      print(page, html)
        .then(done, failed)
        .finally(() => page.off('error', failed));
    });
  }

  /** How the browser ended; where it goes on, what it answered. */
  async #ending(error: unknown): Promise<Ending> {
    const goesOn: Ending = { how: error instanceof Error ? error.message : String(error), words: '' };
    // The connection may break before the process has ended.
    return (await within(2000, this.#running?.process.ended)) ?? goesOn;
  }
}

/** What comes in time; nothing where it does not. */
async function within<T>(milliseconds: number, promise: Promise<T> | undefined): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function launch(home: BrowserHome): Promise<Running> {
  const first = await tried(home);
  if ('browser' in first) return first;
  const isSandbox = home.sandbox && /sandbox|namespace|zygote_host/i.test(first.words);
  const second = isSandbox ? await tried({ ...home, sandbox: false, profile: `${home.profile}-open` }) : first;
  if ('browser' in second) return second;
  throw browserNotStarted(home.executable, second);
}

/** A browser that was started and answers; or how it ended. */
async function tried(home: BrowserHome): Promise<Running | Ending> {
  // Loaded here and not above: commands that print nothing don't pay 125 ms for it.
  const { default: puppeteer } = await import('puppeteer-core');
  const started = startBrowser(home, flags);
  const connected = puppeteer.connect({ transport: started.transport });
  // Where the browser ends first, nobody waits for the connection.
  connected.catch(() => undefined);
  const answer = await within(timeout, Promise.race([started.ended, connected.catch(() => started.ended)]));
  if (answer !== undefined && !('how' in answer)) return { browser: answer, process: started };
  started.kill();
  return answer ?? { how: `it does not answer within ${timeout / 1000} s`, words: '' };
}

async function closed({ browser, process: started }: Running): Promise<void> {
  await within(
    5000,
    browser.close().catch(() => undefined),
  );
  // What is left of it, helpers too, would write into the home while that is removed.
  const ending = await within(5000, started.ended);
  if (ending === undefined) started.kill();
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
