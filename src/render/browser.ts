import type { Page } from 'puppeteer-core';
import { MissingError } from '../diagnostics/diagnostic.js';
import { endingOf, within } from '../io/chromium/browser-process.js';
import type { BrowserHome } from '../io/chromium/home.js';
import { closed, launch, loadedPuppeteer, type Running } from './browser-launch.js';
import { FontError, lentPage, printIn } from './browser-page.js';
import { browserEnded } from './messages.js';

export { FontError } from './browser-page.js';

/** A page that prints one document after the other. It runs no script and reaches no network. */
export interface PrintingPage {
  /** HTML to PDF as the browser writes it: size and margins from the document's `@page`, tagged, with bookmarks. */
  readonly print: (html: string) => Promise<Uint8Array>;
  /**
   * Says that something is going to be printed, so that the page opens meanwhile, where it is not open yet. Comes when the browser
   * was started, or is unpacked: whoever computes without it would leave no time to start it.
   */
  readonly prepare?: (() => Promise<void>) | undefined;
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
 * Starts the browser for the work, which goes on meanwhile until it prints, and ends it after, whatever happens. A browser that
 * ends while it prints, or that hangs, is started once more for each document.
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
    tab.open();
    try {
      return await task({ print: (html) => tab.print(html) });
    } finally {
      await tab.close();
    }
  };
  try {
    const started = session.start();
    // Work that prints waits for it, and fails with it.
    started.catch(() => undefined);
    // The browser is asked before the work begins, which may leave no time to ask.
    await loadedPuppeteer();
    const result = await work({ withPage });
    if (!session.hasStarted) await started;
    return result;
  } finally {
    process.off('exit', kill);
    for (const signal of signals) process.off(signal, kill);
    await session.end();
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A browser that several pages share, and that is started again where it ends by itself. */
class Session {
  #starting: Promise<Running> | undefined;
  #running: Running | undefined;
  #starts = 0;
  #hasStarted = false;

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
        this.#hasStarted = true;
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

  /** Whether it ever ran. */
  get hasStarted(): boolean {
    return this.#hasStarted;
  }

  /** Whether another page has ended this browser already. */
  isDiscarded(running: Running): boolean {
    return this.#running !== running;
  }
}

/** One page of the browser, which follows it from start to start. */
class Tab {
  #page: Promise<Page> | undefined;
  #owner: Running | undefined;

  constructor(
    readonly session: Session,
    readonly limit: number,
  ) {}

  /** Opens the page before there is something to print. What fails here fails again when it prints. */
  open(): void {
    this.session
      .start()
      .then((running) => this.#pageOf(running))
      .catch(() => undefined);
  }

  async print(html: string): Promise<Uint8Array> {
    for (let failures = 0; ; ) {
      const running = await this.session.start();
      try {
        return await this.#printIn(running, html);
      } catch (error) {
        if (error instanceof FontError || error instanceof MissingError) throw error;
        // Another document may have ended the browser that this one was printed in, which is no fault of this one.
        if (!this.session.isDiscarded(running)) failures += 1;
        const ending = failures < 2 ? undefined : await endingOf(running.process, error);
        await this.session.discard(running);
        if (ending !== undefined) throw browserEnded(this.session.home.executable, ending);
      }
    }
  }

  async close(): Promise<void> {
    const owner = this.#owner;
    const page = owner === undefined || this.session.isDiscarded(owner) ? undefined : this.#page;
    this.#page = undefined;
    if (owner !== undefined && page === owner.first.page) {
      owner.first.isLent = false;
      return;
    }
    await within(
      5000,
      page?.then((open) => open.close()).catch(() => undefined),
    );
  }

  async #printIn(running: Running, html: string): Promise<Uint8Array> {
    const printing = this.#pageOf(running).then(async (page) => {
      // Without its renderer the browser does not answer, and goes on.
      return new Promise<Uint8Array>((done, failed) => {
        // Puppeteer's `once` wraps the handler, so that `off` would not find it, and every page would keep every PDF.
        page.on('error', failed);
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

  #pageOf(running: Running): Promise<Page> {
    if (this.#page === undefined || this.#owner !== running) {
      this.#page = lentPage(running.browser, running.first, this.limit);
      this.#owner = running;
    }
    return this.#page;
  }
}
