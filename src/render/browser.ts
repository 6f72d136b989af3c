import type { Browser, Page } from 'puppeteer-core';
import { MissingError } from '../diagnostics/diagnostic.js';
import { type BrowserProcess, type Ending, startBrowser } from '../io/chromium/browser-process.js';
import type { BrowserHome } from '../io/chromium/home.js';
import { browserFlags } from './browser-flags.js';
import { FontError, openPage, printIn } from './browser-page.js';
import { browserEnded, browserNotStarted } from './messages.js';

export { FontError } from './browser-page.js';

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

/** What a test sets. */
export interface BrowserOptions {
  /** Milliseconds after which a document has hung. */
  readonly limit?: number | undefined;
}

/**
 * Starts the browser for the work, and ends it after, whatever happens. A browser that ends while it prints, or that hangs, is
 * started once more for each document.
 *
 * @throws {MissingError} When it can't be started, or ends again, with how it ended and its last words.
 */
export async function withBrowser<T>(
  home: BrowserHome,
  work: (browser: PrintingBrowser) => Promise<T>,
  { limit = timeout }: BrowserOptions = {},
): Promise<T> {
  const session = new Session(home);
  // First of all handlers, so that the browser is gone before its home is removed.
  const kill = (): void => session.kill();
  process.prependOnceListener('exit', kill);
  for (const signal of signals) process.prependOnceListener(signal, kill);
  const withPage = async <R>(task: (page: PrintingPage) => Promise<R>): Promise<R> => {
    const tab = new Tab(session, limit);
    try {
      return await task({ print: (html) => tab.print(html) });
    } finally {
      await tab.close();
    }
  };
  try {
    await session.start();
    return await work({ withPage });
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

/** A browser that several pages share, and that is started again where it ends by itself. */
class Session {
  #starting: Promise<Running> | undefined;
  #running: Running | undefined;
  #starts = 0;

  constructor(readonly home: BrowserHome) {}

  start(): Promise<Running> {
    if (this.#starting !== undefined) return this.#starting;
    this.#starts += 1;
    // A profile of its own: that of a browser that was killed is still locked.
    const starting = launch({ ...this.home, profile: `${this.home.profile}/${this.#starts}` });
    this.#starting = starting;
    starting.then(
      (running) => {
        this.#running = running;
      },
      () => {
        if (this.#starting === starting) this.#starting = undefined;
      },
    );
    return starting;
  }

  kill(): void {
    this.#running?.process.kill();
  }

  async end(): Promise<void> {
    const running = await this.#starting?.catch(() => undefined);
    if (running !== undefined) await this.discard(running);
  }

  /** Ends a browser; not one that was started after it. */
  async discard(running: Running): Promise<void> {
    if (this.#running !== running) return;
    this.#running = undefined;
    this.#starting = undefined;
    await closed(running);
  }

  /** Whether another page has ended this browser already. */
  isDiscarded(running: Running): boolean {
    return this.#running !== running;
  }
}

/** One page of the browser, which follows it from start to start. */
class Tab {
  #page: Page | undefined;
  #owner: Running | undefined;

  constructor(
    readonly session: Session,
    readonly limit: number,
  ) {}

  async print(html: string): Promise<Uint8Array> {
    for (let failures = 0; ; ) {
      const running = await this.session.start();
      try {
        return await this.#printIn(running, html);
      } catch (error) {
        if (error instanceof FontError || error instanceof MissingError) throw error;
        // Another document may have ended the browser that this one was printed in, which is no fault of this one.
        if (!this.session.isDiscarded(running)) failures += 1;
        const ending = failures < 2 ? undefined : await endingOf(running, error);
        await this.session.discard(running);
        if (ending !== undefined) throw browserEnded(this.session.home.executable, ending);
      }
    }
  }

  async close(): Promise<void> {
    const page = this.#owner === undefined || this.session.isDiscarded(this.#owner) ? undefined : this.#page;
    this.#page = undefined;
    await within(
      5000,
      page?.close().catch(() => undefined),
    );
  }

  async #printIn(running: Running, html: string): Promise<Uint8Array> {
    const printing = this.#pageOf(running).then(async (page) => {
      // Without its renderer the browser does not answer, and goes on.
      return new Promise<Uint8Array>((done, failed) => {
        page.once('error', failed);
        printIn(page, html, this.limit)
          .then(done, failed)
          .finally(() => page.off('error', failed));
      });
    });
    // A browser that hangs answers nothing, and its own limits are many: one for each question.
    const pdf = await within(this.limit, printing);
    if (pdf !== undefined) return pdf;
    printing.catch(() => undefined);
    throw new Error(`it does not answer within ${this.limit / 1000} s`);
  }

  async #pageOf(running: Running): Promise<Page> {
    if (this.#page !== undefined && this.#owner === running) return this.#page;
    const page = await openPage(running.browser, this.limit);
    this.#page = page;
    this.#owner = running;
    return page;
  }
}

/** How a browser ended; where it goes on, what it answered. */
async function endingOf(running: Running, error: unknown): Promise<Ending> {
  const goesOn: Ending = { how: error instanceof Error ? error.message : String(error), words: '' };
  // The connection may break before the process has ended.
  return (await within(2000, running.process.ended)) ?? goesOn;
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
  const started = startBrowser(home, browserFlags);
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
